import { formatTime } from '../ui/format.ts';
import type { RequestFile } from './views.ts';

export interface Conflict {
  by: string;
  at: string;
}

type Step = Pick<RequestFile['timeline'][number], 'type' | 'label'>;
type Fresh = Pick<RequestFile, 'class' | 'owner'> & {
  timeline: readonly Step[];
};

/** « Décision : visite de l’équipe mobile » as « a décidé : visite de l’équipe mobile ». */
const decided = (label: string): string => label.replace(/^Décision\s*:/u, 'a décidé\u00a0:');

const DEEDS: Partial<Record<Step['type'], (fresh: Fresh, step: Step) => string>> = {
  'request.proposed': (fresh) => `a proposé ${fresh.class}`,
  'request.confirmed': (fresh) => `a confirmé ${fresh.class}`,
  'request.reclassed': (fresh, step) =>
    `a ${step.label.includes('abaissée') ? 'abaissé' : 'relevé'} la priorité à ${fresh.class},`,
  'request.reassigned': (fresh, step) => {
    if (fresh.owner?.kind !== 'user') return 'a remis la demande au guichet';
    return step.label.startsWith('Confiée') ? `a confié la demande à ${fresh.owner.name}` : 'a pris la demande';
  },
  'request.acknowledged': () => 'a pris l’urgence en charge',
  'request.emergency': () => 'a passé la demande en urgence vitale',
  'request.cancelled': () => 'a annulé la demande',
  'request.decided': (_, step) => decided(step.label),
  'request.info-asked': () => 'a demandé un complément',
  'request.info-given': () => 'a ajouté le complément',
  'request.exam-back': () => 'a ajouté le résultat de l’examen',
  'request.reopened': () => 'a posé une autre question',
  'request.undone': () => 'a annulé son dernier acte',
  'request.closed': () => 'a clos la demande',
  'visit.planned': () => 'a planifié la visite',
  'visit.moved': () => 'a déplacé la visite',
  'visit.unplanned': () => 'a retiré la visite de la tournée',
  'visit.started': () => 'est en route',
  'visit.done': () => 'a fait la visite',
  'visit.not-done': () => 'n’a pas pu faire la visite',
  'appointment.booked': () => 'a donné le rendez-vous',
  'appointment.cancelled': () => 'a noté le rendez-vous non tenu',
  'report.ready': () => 'a signé la réponse',
  'report.received': () => 'a noté la réponse reçue',
  'request.outcome-told': () => 'a dit ce qui s’est passé',
};

/** « Samira Haddad a confirmé P1 à 10:04. », from who moved first and what the fresh request says was done. */
export function conflictSentence(conflict: Conflict, fresh: Fresh | undefined): string {
  const last = fresh?.timeline.at(-1);
  const deed = (fresh && last && DEEDS[last.type]?.(fresh, last)) ?? 'a modifié la demande';
  return `${conflict.by} ${deed} à\u00a0${formatTime(conflict.at)}.`;
}

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

const DEEDS: Partial<Record<Step['type'], (fresh: Fresh, step: Step) => string>> = {
  'request.proposed': (fresh) => `a proposé ${fresh.class}`,
  'request.confirmed': (fresh) => `a confirmé ${fresh.class}`,
  'request.reclassed': (fresh, step) =>
    `a ${step.label.includes('abaissée') ? 'abaissé' : 'relevé'} la priorité à ${fresh.class},`,
  'request.reassigned': (fresh) =>
    fresh.owner?.kind === 'user' ? 'a pris la demande' : 'a remis la demande au guichet',
  'request.acknowledged': () => 'a pris l’urgence en charge',
  'request.emergency': () => 'a passé la demande en urgence vitale',
  'request.cancelled': () => 'a annulé la demande',
  'request.closed': () => 'a transmis la réponse',
};

/** « Samira Haddad a confirmé P1 à 10:04. », from who moved first and what the fresh request says was done. */
export function conflictSentence(conflict: Conflict, fresh: Fresh | undefined): string {
  const last = fresh?.timeline.at(-1);
  const deed = (fresh && last && DEEDS[last.type]?.(fresh, last)) ?? 'a modifié la demande';
  return `${conflict.by} ${deed} à\u00a0${formatTime(conflict.at)}.`;
}

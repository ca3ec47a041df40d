import { NOT_DONE_LABELS, OUTCOME_LABELS, type ActKind, type ReceptionKind, type ReportKind } from '#contracts/care';
import { PRIORITY_WORDS, type Modality } from '#contracts/enums';
import { CLOSED_STATES } from '#contracts/transitions';
import type { TimelineStep } from '#requests';
import type { TimelineStepView } from './request-file.view.ts';

export interface TimelineReader {
  /** Of the team: visits and appointments are told in its time. */
  timeZone: string;
  /** What colleagues write to each other is not for who asked. */
  isRequester: boolean;
}
type Step = Pick<TimelineStep, 'at' | 'type' | 'actor' | 'data' | 'note'>;
type Words = (step: Step, reader: TimelineReader) => string;

const DECIDED: Partial<Record<ActKind, string>> = {
  visit: 'Décision\u00a0: visite de l’équipe mobile',
  exam: 'Décision\u00a0: un examen d’abord',
  consultation: 'Décision\u00a0: consultation',
  teleconsultation: 'Décision\u00a0: téléconsultation',
};
const READY: Record<ReportKind, string> = {
  advice: 'Réponse prête\u00a0: avis du spécialiste',
  reading: 'Réponse prête\u00a0: examen interprété',
  consultation: 'Réponse prête\u00a0: compte rendu de consultation',
  refusal: 'Réponse prête\u00a0: demande non retenue, avec un conseil',
  redirection: 'Réponse prête\u00a0: réorientation',
  admission: 'Réponse prête\u00a0: admission',
  handover: 'Urgence confiée au\u00a015',
};
const RECEIVED: Record<ReceptionKind, string> = {
  read: 'Réponse lue',
  acknowledged: 'Réponse bien reçue',
  by_phone: 'Réponse lue par téléphone',
};
const APPOINTMENTS: Partial<Record<Modality, string>> = {
  consultation: 'Consultation',
  teleconsultation: 'Téléconsultation',
};

/** A code of an event in words; a code this version does not know is not shown. */
function wordsOf(labels: object, code: string | null | undefined): string | null {
  const found: unknown = code && Object.hasOwn(labels, code) ? Reflect.get(labels, code) : null;
  return typeof found === 'string' ? found : null;
}
const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const after = (label: string, detail: string | null): string =>
  detail ? `${label}\u00a0: ${uncapitalised(detail)}` : label;

const unbroken = (text: string) => text.replace(/[ \u202f]/g, '\u00a0');
const format = (iso: string, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  unbroken(new Intl.DateTimeFormat('fr-FR', { ...options, timeZone }).format(new Date(iso)));
const dayOf = (iso: string, zone: string) =>
  format(iso, zone, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
const timeOf = (iso: string, zone: string) => format(iso, zone, { hour: '2-digit', minute: '2-digit' });

/** « lun. 23 nov. entre 10:00 et 11:00 »; nothing when the event does not carry its dates. */
function windowOf({ data }: Step, { timeZone }: TimelineReader): string {
  const { plannedFrom: from, plannedTo: to } = data;
  if (!from || !to) return '';
  return ` ${dayOf(from, timeZone)} entre\u00a0${timeOf(from, timeZone)} et\u00a0${timeOf(to, timeZone)}`;
}

function booked({ data }: Step, { timeZone }: TimelineReader): string {
  const what = wordsOf(APPOINTMENTS, data.modality) ?? 'Rendez-vous';
  const { plannedFrom: from } = data;
  return from ? `${what} ${dayOf(from, timeZone)} à\u00a0${timeOf(from, timeZone)}` : `${what}\u00a0: date fixée`;
}

function reassigned({ data }: Step): string {
  if (data.move === 'depart')
    return data.ownerKind === 'user' && data.ownerName
      ? `Départ d’un membre de l’équipe\u00a0: confiée à ${data.ownerName}`
      : 'Départ d’un membre de l’équipe\u00a0: son suivi passe à un collègue';
  const isHandedBack = data.move === 'hand_back';
  if (data.because === 'period_over')
    return data.ownerKind === 'user' && data.ownerName
      ? `Fin de période d’un membre de l’équipe\u00a0: confiée à ${data.ownerName}`
      : 'Fin de période d’un membre de l’équipe\u00a0: suivi repris par le guichet';
  if (data.ownerKind !== 'user') return isHandedBack ? 'Suivi repris par le guichet' : 'Remise au guichet';
  const name = data.ownerName ?? 'l’équipe';
  return data.move === 'pass' || isHandedBack ? `Confiée à ${name}` : `Prise en charge par ${name}`;
}

const received = ({ data }: Step): string => {
  const label = wordsOf(RECEIVED, data.reception) ?? 'Réponse reçue';
  return CLOSED_STATES.some((state) => state === data.state) ? `${label}, demande close` : label;
};
const priority = ({ data }: Step): string | null => wordsOf(PRIORITY_WORDS, data.class);

const LABELS: Partial<Record<Step['type'], Words>> = {
  'request.received': ({ data }) => (data.channel === 'phone' ? 'Demande reçue par téléphone' : 'Demande reçue'),
  'request.emergency': () => 'Urgence vitale\u00a0: l’équipe est prévenue',
  'request.proposed': (step) => after('Priorité proposée', priority(step)),
  'request.confirmed': (step) => after('Priorité confirmée', priority(step)),
  'request.reclassed': (step) =>
    after(step.data.move === 'lower' ? 'Priorité abaissée' : 'Priorité relevée', priority(step)),
  'request.reassigned': reassigned,
  'request.acknowledged': () => 'Urgence prise en charge',
  'request.cancelled': () => 'Demande annulée',
  'request.decided': ({ data }) => wordsOf(DECIDED, data.act) ?? 'Réponse décidée',
  'request.info-asked': () => 'Complément demandé',
  'request.info-given': () => 'Complément donné',
  'request.info-overdue': () => 'Complément toujours attendu\u00a0: l’équipe appelle',
  'request.exam-back': () => 'Résultat de l’examen ajouté',
  'request.reopened': () => 'Autre question posée',
  'request.closed': ({ data }) =>
    data.move === 'hand_over' ? 'Urgence confiée au\u00a015, demande close' : 'Réponse transmise, demande close',
  'request.outcome-told': ({ data }) => after('Suite connue', wordsOf(OUTCOME_LABELS, data.outcome)),
  'visit.planned': (step, reader) => `Visite prévue${windowOf(step, reader)}`,
  'visit.moved': (step, reader) => `Visite déplacée${windowOf(step, reader)}`,
  'visit.unplanned': () => 'Visite sans date\u00a0: une autre sera proposée',
  'visit.started': () => 'L’équipe mobile est en route',
  'visit.done': () => 'Visite faite, examen à interpréter',
  'visit.not-done': ({ data }) => after('Visite non faite', wordsOf(NOT_DONE_LABELS, data.reason)),
  'appointment.booked': booked,
  'appointment.cancelled': () => 'Rendez-vous non tenu\u00a0: une autre date sera proposée',
  'report.ready': ({ data }) => wordsOf(READY, data.report) ?? 'Réponse prête',
  'report.overdue': () => 'Réponse non lue\u00a0: l’équipe appelle',
  'report.received': received,
};

const BY_MACHINE: Partial<Record<Step['type'], string>> = {
  'request.proposed': 'Protocole',
};

function labelOf(step: Step, before: Step | undefined, reader: TimelineReader): string {
  if (step.type !== 'request.undone') return LABELS[step.type]?.(step, reader) ?? 'Étape de la demande';
  // An act is taken back before anything else happens: what it corrects is the step just before.
  return before && before.type !== 'request.undone'
    ? `Correction\u00a0: ne tenez plus compte de «\u00a0${labelOf(before, undefined, reader)}\u00a0»`
    : 'Correction\u00a0: le dernier geste est retiré';
}

const isBetweenColleagues = ({ data }: Step): boolean => data.move === 'pass';

/** What happened may be told in several touches: the last one says it all. */
const saidOnce = (steps: readonly Step[]): readonly Step[] =>
  steps.filter((step, index) => step.type !== 'request.outcome-told' || steps[index + 1]?.type !== step.type);

/** The thread in plain French: no code, and no P-number for who asked. */
export const timelineViews = (steps: readonly Step[], reader: TimelineReader): TimelineStepView[] =>
  saidOnce(steps).map((step, index, said) => ({
    at: step.at.toISOString(),
    type: step.type,
    label: labelOf(step, said[index - 1], reader),
    actor: step.actor ?? BY_MACHINE[step.type] ?? null,
    detail: reader.isRequester && isBetweenColleagues(step) ? null : step.note,
  }));

import { isOpen } from '#contracts/transitions';
import type { Modality, PriorityClass } from '#contracts/enums';
import type { NextAction, RequestState } from '#contracts/transitions';
import type { FilStep } from '../ui/fil.tsx';
import { formatMoment, formatSoon, NBSP } from '../ui/format.ts';

/** What a requester reads of a state: no word of ours, never « pas urgent ». */
export const PLAIN_STATES: Record<RequestState, string> = {
  received: 'Reçue, un humain va la lire',
  proposed: 'Reçue, la priorité va être confirmée',
  confirmed: 'Priorité confirmée, la réponse se prépare',
  decided: 'Réponse décidée',
  scheduled: 'Date fixée',
  in_progress: 'Visite en cours',
  to_read: 'Examen à interpréter',
  reported: 'Réponse prête, à lire',
  closed: 'Close, réponse reçue',
  emergency: 'Urgence vitale – 15',
  waiting_requester: 'Nous attendons votre réponse',
  cancelled: 'Annulée',
  declined: 'Non retenue, avec un conseil',
  redirected: 'Réorientée vers une autre équipe',
  merged: 'Réunie à une autre demande',
};

/** The same of one line of the list: closed by the 15 is not closed by an answer. */
export const plainState = ({ state, handedOver }: { state: RequestState; handedOver?: boolean }): string =>
  handedOver ? `Close, confiée au${NBSP}15` : PLAIN_STATES[state];

/** « avant demain 17:32 », or what a missed time means. */
export const dueWords = (dueAt: string, now: Date, zone?: string): string =>
  Date.parse(dueAt) < now.getTime()
    ? `prévu ${formatSoon(dueAt, now, zone)}, en retard`
    : `avant ${formatSoon(dueAt, now, zone)}`;

const MEETINGS: readonly NextAction[] = ['visit', 'hold_appointment'];

/** When the next step happens: a visit or an appointment has an hour, the rest a time by which it is done. */
export const whenWords = (nextAction: NextAction, dueAt: string, now: Date, zone?: string): string =>
  MEETINGS.includes(nextAction) ? formatSoon(dueAt, now, zone) : dueWords(dueAt, now, zone);

export const toneOfState = (state: RequestState): 'done' | 'info' | 'waiting' | 'error' | 'neutral' => {
  if (state === 'emergency') return 'error';
  if (state === 'waiting_requester') return 'waiting';
  if (state === 'reported') return 'info';
  if (state === 'closed') return 'done';
  return isOpen(state) ? 'info' : 'neutral';
};

export interface FollowedRequest {
  state: RequestState;
  class: PriorityClass | null;
  classStatus?: string;
  nextAction: NextAction;
  modality?: Modality | null;
  plannedFrom?: string | null;
  timeline: readonly { at: string; type: string; label: string; actor: string | null; detail: string | null }[];
  dueAt: string | null;
}

interface Ahead {
  id: string;
  title: string;
  note?: string;
  /** When it is to happen, or before when. */
  at?: string | null;
  exact?: boolean;
}

const CONFIRM: Ahead = {
  id: 'confirm',
  title: 'Confirmation par un humain',
  note: 'Il lit la demande et confirme le délai.',
};
const DECIDE: Ahead = {
  id: 'decide',
  title: 'Décision',
  note: 'Avis à distance, consultation ou visite\u00a0: vous le saurez ici.',
};
const ANSWER: Ahead = { id: 'answer', title: 'Réponse', note: 'À vous, à votre structure et au médecin traitant.' };
const READING: Ahead = { id: 'read', title: 'Interprétation par un spécialiste' };
const CLOSE = { id: 'close', title: 'Demande close', note: 'Quand vous aurez lu la réponse.' } as const;

/** What happens now, then what is left until « Close ». */
function aheadOf({ nextAction, classStatus, dueAt, plannedFrom, modality }: FollowedRequest): Ahead[] {
  const decide = { ...DECIDE, at: dueAt };
  const meeting = modality === 'teleconsultation' ? 'Téléconsultation' : 'Consultation';
  switch (nextAction) {
    case 'confirm_priority':
      return [CONFIRM, DECIDE, ANSWER, CLOSE];
    case 'await_info':
    case 'chase_info':
      return [
        { id: 'info', title: 'Votre complément', note: 'La suite reprend dès qu’il est là.' },
        ...(classStatus === 'confirmed' ? [] : [CONFIRM]),
        DECIDE,
        ANSWER,
        CLOSE,
      ];
    case 'await_exam':
      return [{ id: 'exam', title: 'Résultat de l’examen', at: dueAt }, DECIDE, ANSWER, CLOSE];
    case 'plan_visit':
      return [{ id: 'visit', title: 'Visite, date à venir', at: dueAt }, READING, ANSWER, CLOSE];
    case 'visit':
      return [
        { id: 'visit', title: 'Visite de l’équipe mobile', at: plannedFrom, exact: true },
        READING,
        ANSWER,
        CLOSE,
      ];
    case 'book':
      return [{ id: 'meeting', title: `${meeting}, date à venir`, at: dueAt }, ANSWER, CLOSE];
    case 'hold_appointment':
      return [{ id: 'meeting', title: meeting, at: plannedFrom, exact: true }, ANSWER, CLOSE];
    case 'read':
      return [{ ...READING, at: dueAt }, ANSWER, CLOSE];
    case 'await_reception':
    case 'chase_reception':
      return [
        { id: 'reception', title: 'À lire', note: 'Votre lecture clôt la demande.' },
        { id: 'close', title: 'Demande close' },
      ];
    default:
      return [decide, ANSWER, CLOSE];
  }
}

const noteOf = ({ actor, detail }: FollowedRequest['timeline'][number]): string | undefined =>
  [actor && `Par ${actor === 'Protocole' ? 'le protocole' : actor}.`, detail].filter(Boolean).join(' ') || undefined;

/** The thread of one request: what happened (solid), what happens now (ring), what comes (dotted). */
export function threadOf(request: FollowedRequest, zone?: string): FilStep[] {
  const last = request.timeline.length - 1;
  const past: FilStep[] = request.timeline.map((entry, index) => ({
    id: `fait-${index}`,
    title: entry.label,
    state: request.state === 'cancelled' && index === last ? 'stopped' : 'done',
    at: entry.at,
    time: formatMoment(entry.at, zone),
    note: noteOf(entry),
  }));
  if (!isOpen(request.state)) return past;
  if (request.state === 'emergency') {
    return [...past, { id: 'urgence', title: 'Prise en charge', state: 'now' }, { ...CLOSE, state: 'next' }];
  }
  const ahead = aheadOf(request).map(({ at, exact, ...step }, index): FilStep => {
    const state = index === 0 ? 'now' : 'next';
    return at ? { ...step, state, at, time: `${exact ? '' : 'avant '}${formatMoment(at, zone)}` } : { ...step, state };
  });
  return [...past, ...ahead];
}

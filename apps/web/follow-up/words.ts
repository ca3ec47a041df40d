import { isOpen } from '#contracts/transitions';
import type { PriorityClass } from '#contracts/enums';
import type { RequestState } from '#contracts/transitions';
import type { FilStep } from '../ui/fil.tsx';
import { formatMoment, formatSoon } from '../ui/format.ts';

/** What a requester reads of a state: no word of ours, never « pas urgent ». */
export const PLAIN_STATES: Record<RequestState, string> = {
  received: 'Reçue, un humain va la lire',
  proposed: 'Reçue, la priorité va être confirmée',
  confirmed: 'Priorité confirmée, la réponse se prépare',
  decided: 'Réponse décidée',
  scheduled: 'Date fixée',
  in_progress: 'En cours',
  to_read: 'Examen à interpréter',
  reported: 'Compte rendu prêt',
  closed: 'Close, réponse transmise',
  emergency: 'Urgence vitale – 15',
  waiting_requester: 'Nous attendons votre réponse',
  cancelled: 'Annulée',
  declined: 'Non retenue',
  redirected: 'Réorientée vers une autre équipe',
  merged: 'Réunie à une autre demande',
};

/** « avant demain 17:32 », or what a missed time means. */
export const dueWords = (dueAt: string, now: Date): string =>
  Date.parse(dueAt) < now.getTime() ? `prévu ${formatSoon(dueAt, now)}, en retard` : `avant ${formatSoon(dueAt, now)}`;

export const toneOfState = (state: RequestState): 'done' | 'info' | 'waiting' | 'error' | 'neutral' => {
  if (state === 'emergency') return 'error';
  if (state === 'waiting_requester') return 'waiting';
  if (state === 'closed' || state === 'reported') return 'done';
  return isOpen(state) ? 'info' : 'neutral';
};

export interface FollowedRequest {
  state: RequestState;
  class: PriorityClass | null;
  timeline: readonly { at: string; type: string; label: string; actor: string | null; detail: string | null }[];
  dueAt: string | null;
}

const AHEAD = [
  { id: 'confirm', title: 'Confirmation par un humain', note: 'Il lit la demande et confirme le délai.' },
  { id: 'decide', title: 'Décision', note: 'Avis à distance, consultation ou visite : vous le saurez ici.' },
  { id: 'answer', title: 'Réponse transmise', note: 'À vous et au médecin traitant.' },
] as const;

/** How many of the steps ahead are already behind, by state. */
const PASSED: Partial<Record<RequestState, number>> = {
  confirmed: 1,
  decided: 2,
  scheduled: 2,
  in_progress: 2,
  to_read: 2,
  reported: 3,
};

/** The thread of one request: what happened (solid), what happens now (ring), what comes (dotted). */
export function threadOf(request: FollowedRequest): FilStep[] {
  const stopped = request.state === 'cancelled' || request.state === 'declined';
  const past: FilStep[] = request.timeline.map((entry, index) => ({
    id: `fait-${index}`,
    title: entry.label,
    state: stopped && index === request.timeline.length - 1 ? 'stopped' : 'done',
    at: entry.at,
    time: formatMoment(entry.at),
    note:
      [entry.actor && `Par ${entry.actor === 'Protocole' ? 'le protocole' : entry.actor}.`, entry.detail]
        .filter(Boolean)
        .join(' ') || undefined,
  }));
  if (!isOpen(request.state)) return past;
  if (request.state === 'emergency') return past.concat({ id: 'urgence', title: 'Prise en charge', state: 'now' });
  const ahead = AHEAD.slice(PASSED[request.state] ?? 0);
  return past.concat(
    ahead.map(({ id, title, note }, index) => ({
      id,
      title,
      note,
      state: index === 0 ? 'now' : 'next',
      ...(id === 'decide' && request.dueAt && { time: `avant ${formatMoment(request.dueAt)}`, at: request.dueAt }),
    })),
  );
}

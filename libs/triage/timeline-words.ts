import { PRIORITY_WORDS, type PriorityClass } from '#contracts/enums';
import type { TimelineStep } from '#requests';
import type { TimelineStepView } from './request-file.view.ts';

const word = (value: string | null | undefined): string =>
  value ? (PRIORITY_WORDS[value as PriorityClass] ?? value).toLowerCase() : '';

function reclassed(step: TimelineStep): string {
  const direction = step.data.move === 'lower' ? 'abaissée' : 'relevée';
  return `Priorité ${direction}\u00a0: ${word(step.data.class)}`;
}

const LABELS: Partial<Record<TimelineStep['type'], (step: TimelineStep) => string>> = {
  'request.received': (step) => (step.data.channel === 'phone' ? 'Demande reçue par téléphone' : 'Demande reçue'),
  'request.emergency': () => 'Urgence vitale\u00a0: l’équipe est prévenue',
  'request.proposed': (step) => `Priorité proposée\u00a0: ${word(step.data.class)}`,
  'request.confirmed': (step) => `Priorité confirmée\u00a0: ${word(step.data.class)}`,
  'request.reclassed': reclassed,
  'request.reassigned': (step) =>
    step.data.ownerKind === 'user' ? `Prise en charge par ${step.data.ownerName ?? 'l’équipe'}` : 'Remise au guichet',
  'request.acknowledged': () => 'Urgence prise en charge',
  'request.cancelled': () => 'Demande annulée',
  'request.closed': () => 'Réponse transmise, demande close',
};

/** One step of the thread in plain French. */
export const toTimelineView = (step: TimelineStep): TimelineStepView => ({
  at: step.at.toISOString(),
  type: step.type,
  label: LABELS[step.type]?.(step) ?? step.type,
  actor: step.actor ?? (step.type === 'request.proposed' ? 'Protocole' : null),
  detail: step.note,
});

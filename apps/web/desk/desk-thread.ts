import { isOpen } from '#contracts/transitions';
import type { FilStep } from '../ui/fil.tsx';
import { formatSoon, NBSP } from '../ui/format.ts';
import type { RequestFile } from './views.ts';

type Step = RequestFile['timeline'][number];
type Threaded = Pick<RequestFile, 'state' | 'nextAction' | 'channel' | 'dueAt' | 'reactBy' | 'evaluation' | 'owner'> & {
  timeline: readonly Step[];
};

const TITLES: Partial<Record<Step['type'], (step: Step, request: Threaded) => string>> = {
  'request.received': () => 'Reçue',
  'request.emergency': () => 'Urgence vitale',
  'request.proposed': (_, { evaluation }) => `Proposée${evaluation ? `${NBSP}${evaluation.class}` : ''}`,
  'request.confirmed': () => 'Confirmée',
  'request.acknowledged': () => 'Urgence prise en charge',
  'request.cancelled': () => 'Annulée',
  'request.closed': () => 'Réponse transmise',
};

/** « Priorité relevée : sous 24 h » without its end: the chip above says the class. */
const shortLabel = (label: string): string =>
  (label.split(/\s*:/)[0] ?? label).replace(/^Priorité (\p{L})/u, (_, letter: string) => letter.toUpperCase());

const actorOf = (step: Step, request: Threaded): string | null => {
  if (step.type === 'request.received') return request.channel === 'phone' ? 'par téléphone' : 'par formulaire';
  return step.actor === 'Protocole' ? 'protocole' : step.actor;
};

/** The thread at the desk: short titles, the time, who; what waits now and what comes next, dotted. */
export function deskThread(request: Threaded, now: Date): FilStep[] {
  const stopped = request.state === 'cancelled' || request.state === 'declined';
  const past = request.timeline.map<FilStep>((step, index) => ({
    id: `fait-${index}`,
    title: TITLES[step.type]?.(step, request) ?? shortLabel(step.label),
    state: stopped && index === request.timeline.length - 1 ? 'stopped' : 'done',
    at: step.at,
    time: formatSoon(step.at, now),
    note: [actorOf(step, request), step.detail].filter(Boolean).join(' · ') || undefined,
  }));
  if (!isOpen(request.state)) return past;
  return past.concat(aheadOf(request, now));
}

function aheadOf(request: Threaded, now: Date): FilStep[] {
  const before = (at: string | null) => (at ? { at, time: `avant ${formatSoon(at, now)}` } : {});
  const who = request.owner?.name;
  const answer = { id: 'reponse', title: 'Réponse', state: 'next' as const };
  if (request.nextAction === 'acknowledge') {
    return [
      { id: 'urgence', title: 'À prendre en charge', state: 'now', note: who, ...before(request.reactBy) },
      answer,
    ];
  }
  if (request.nextAction === 'call_back') {
    return [{ id: 'rappel', title: 'À rappeler', state: 'now', note: who, ...before(request.dueAt) }, answer];
  }
  if (request.nextAction === 'decide') {
    return [{ id: 'decision', title: 'À décider', state: 'now', note: who, ...before(request.dueAt) }, answer];
  }
  return [
    { id: 'confirmer', title: 'À confirmer', state: 'now', note: who, ...before(request.reactBy) },
    { id: 'decision', title: 'Décision', state: 'next', ...before(request.dueAt) },
    answer,
  ];
}

import { isOpen } from '#contracts/transitions';
import type { FilStep } from '../ui/fil.tsx';
import { formatSoon, NBSP } from '../ui/format.ts';
import type { RequestFile } from './views.ts';

type Step = RequestFile['timeline'][number];
type Threaded = Pick<
  RequestFile,
  'state' | 'nextAction' | 'channel' | 'dueAt' | 'reactBy' | 'evaluation' | 'owner' | 'plannedFrom' | 'modality'
> & {
  timeline: readonly Step[];
};

const TITLES: Partial<Record<Step['type'], (step: Step, request: Threaded) => string>> = {
  'request.received': () => 'Reçue',
  'request.emergency': () => 'Urgence vitale',
  'request.proposed': (_, { evaluation }) => `Proposée${evaluation ? `${NBSP}${evaluation.class}` : ''}`,
  'request.confirmed': () => 'Confirmée',
  'request.acknowledged': () => 'Urgence prise en charge',
  'request.cancelled': () => 'Annulée',
  'request.closed': () => 'Close',
  'request.decided': (step) => afterColon(step.label),
  'request.undone': () => 'Retiré',
  'report.ready': (step) => afterColon(step.label),
  'request.reassigned': (step) => step.label.split(' par ')[0]?.split(' à ')[0] ?? step.label,
};

/** « Décision : visite de l’équipe mobile » without its first word. */
const afterColon = (label: string): string => {
  const rest =
    label
      .split(/\s*:\s*/)
      .slice(1)
      .join(' : ') || label;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
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

interface Ahead {
  id: string;
  title: string;
  at?: string | null;
  /** The moment itself, not a deadline. */
  exact?: boolean;
}
const ANSWER: Ahead = { id: 'reponse', title: 'Réponse' };
const READING: Ahead = { id: 'lecture', title: 'Interprétation' };
const CLOSE: Ahead = { id: 'close', title: 'Close' };

/** What waits now, then what comes: one line for each next action. */
function stepsAhead({ nextAction, dueAt, reactBy, plannedFrom, modality }: Threaded): Ahead[] {
  const meeting = modality === 'teleconsultation' ? 'Téléconsultation' : 'Consultation';
  switch (nextAction) {
    case 'acknowledge':
      return [{ id: 'urgence', title: 'À prendre en charge', at: reactBy }, ANSWER];
    case 'call_back':
      return [{ id: 'rappel', title: 'À rappeler', at: dueAt }, ANSWER];
    case 'decide':
      return [{ id: 'decision', title: 'À décider', at: dueAt }, ANSWER];
    case 'await_info':
      return [
        { id: 'complement', title: 'Complément attendu', at: dueAt },
        { id: 'decision', title: 'Décision' },
        ANSWER,
      ];
    case 'chase_info':
      return [{ id: 'complement', title: 'Complément à réclamer', at: dueAt }, ANSWER];
    case 'await_exam':
      return [{ id: 'examen', title: 'Résultat attendu', at: dueAt }, { id: 'decision', title: 'Décision' }, ANSWER];
    case 'plan_visit':
      return [{ id: 'visite', title: 'Visite à planifier', at: dueAt }, READING, ANSWER];
    case 'visit':
      return [{ id: 'visite', title: 'Visite', at: plannedFrom, exact: true }, READING, ANSWER];
    case 'book':
      return [{ id: 'rendez-vous', title: `${meeting} à donner`, at: dueAt }, ANSWER];
    case 'hold_appointment':
      return [{ id: 'rendez-vous', title: meeting, at: plannedFrom, exact: true }, ANSWER];
    case 'read':
      return [{ id: 'lecture', title: 'À interpréter', at: dueAt }, ANSWER];
    case 'await_reception':
      return [{ id: 'lecture-demandeur', title: 'À lire par le demandeur', at: dueAt }, CLOSE];
    case 'chase_reception':
      return [{ id: 'lecture-demandeur', title: 'Non lue, à rappeler', at: dueAt }, CLOSE];
    default:
      return [
        { id: 'confirmer', title: 'À confirmer', at: reactBy },
        { id: 'decision', title: 'Décision', at: dueAt },
        ANSWER,
      ];
  }
}

const aheadOf = (request: Threaded, now: Date): FilStep[] =>
  stepsAhead(request).map(({ id, title, at, exact }, index) => ({
    id,
    title,
    state: index === 0 ? 'now' : 'next',
    ...(index === 0 && { note: request.owner?.name }),
    ...(at && { at, time: `${exact ? '' : 'avant '}${formatSoon(at, now)}` }),
  }));

import type { Modality } from '#contracts/enums';
import type { Move } from '#contracts/transitions';

/** Acts that ask for something before they are sent: each has its form, named by its move. */
export const FORM_MOVES = [
  'sign_reading',
  'report_appointment',
  'advise',
  'order_visit',
  'order_consultation',
  'order_teleconsultation',
  'order_exam',
  'pass',
  'ask_info',
  'decline',
  'redirect',
  'admit',
  'hand_over',
  'give_info',
  'exam_back',
  'book',
  'unbook',
  'receive',
  'tell_outcome',
] as const satisfies readonly Move[];
export type FormMove = (typeof FORM_MOVES)[number];
export const isFormMove = (move: Move): move is FormMove => (FORM_MOVES as readonly Move[]).includes(move);

/** Ways to answer, in the order of the rail; each is chosen by a letter. */
export const WAYS = ['order_visit', 'order_consultation', 'advise', 'order_teleconsultation', 'order_exam'] as const;
export type Way = (typeof WAYS)[number];
export const isWay = (move: Move): move is Way => (WAYS as readonly Move[]).includes(move);

export const WAY_KEYS: Record<Way, string> = {
  order_visit: 'M',
  order_consultation: 'P',
  advise: 'T',
  order_teleconsultation: 'V',
  order_exam: 'E',
};
export const WAY_WORDS: Record<Way, string> = {
  order_visit: 'Visite de l’équipe mobile',
  order_consultation: 'Consultation',
  advise: 'Avis donné (téléexpertise)',
  order_teleconsultation: 'Téléconsultation',
  order_exam: 'Examen d’abord',
};
/** After an answer, the same acts are one more: converted in one gesture. */
export const CONVERT_WORDS: Record<Way, string> = {
  order_visit: 'Demander une visite',
  order_consultation: 'Demander une consultation',
  advise: 'Compléter l’avis',
  order_teleconsultation: 'Demander une téléconsultation',
  order_exam: 'Demander un examen',
};
export const WAY_OF_MODALITY: Record<Modality, Way> = {
  mobile_visit: 'order_visit',
  consultation: 'order_consultation',
  teleexpertise: 'advise',
  teleconsultation: 'order_teleconsultation',
};

/** What is asked of a file whose next step is one act alone: its form is open at once. */
export const ALONE = ['sign_reading', 'report_appointment'] as const satisfies readonly FormMove[];
/** The rest: a line each, opened on demand. */
export const OTHERS: readonly FormMove[] = [
  'hand_over',
  'give_info',
  'exam_back',
  'book',
  'unbook',
  'receive',
  'tell_outcome',
  'ask_info',
  'pass',
  'decline',
  'redirect',
  'admit',
];

interface Served {
  state: string;
  actions: readonly { move: Move }[];
}
export const served = (request: Served, move: Move): boolean => request.actions.some((action) => action.move === move);

/** The form to show: what was opened, else the act that the file waits for, else the proposed way. */
export function openForm(
  request: Served,
  chosen: FormMove | 'none' | null,
  proposed: Modality | null,
): FormMove | null {
  if (chosen === 'none') return null;
  if (chosen && served(request, chosen)) return chosen;
  const alone = ALONE.find((move) => served(request, move));
  if (alone) return alone;
  if (request.state !== 'confirmed' || !proposed) return null;
  const way = WAY_OF_MODALITY[proposed];
  return served(request, way) ? way : null;
}

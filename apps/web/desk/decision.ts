import { PRIORITY_CLASSES } from '#contracts/enums';
import type { PriorityClass } from '#contracts/enums';
import { rankOf } from '#contracts/transitions';
import type { Move } from '#contracts/transitions';
import type { RequestFile } from './views.ts';

/** What a person has chosen and typed on one request, kept apart from it: a refresh or a conflict takes nothing away. */
export interface DecisionDraft {
  chosen: PriorityClass | null;
  /** Why it is lowered, or what else to say of the class. */
  reason: string;
  /** The text being written. */
  form: 'none' | 'cancel' | 'emergency';
  cancelReason: string;
}

export const EMPTY_DRAFT: DecisionDraft = {
  chosen: null,
  reason: '',
  form: 'none',
  cancelReason: '',
};

export const isEmptyDraft = (draft: DecisionDraft): boolean =>
  draft.chosen === null && !draft.reason && !draft.cancelReason;

export const REASON_MIN = 5;
export const LOWER_REFUSED = 'Abaisser une priorité revient à un soignant\u00a0: confiez-lui la demande.';

type Decided = Pick<RequestFile, 'state' | 'class' | 'classStatus' | 'proposedClass'> & {
  actions: readonly { move: Move }[];
};

export const may = (request: Pick<Decided, 'actions'>, move: Move): boolean =>
  request.actions.some((action) => action.move === move);

export interface ClassOption {
  value: PriorityClass;
  /** « proposée », « déclarée », « confirmée ». */
  tag: string | null;
  allowed: boolean;
}

export interface ClassDecision {
  /** P1 to P4: P0 is a button apart. */
  options: ClassOption[];
  value: PriorityClass;
  /** The served move this choice is; null when there is nothing to save. */
  move: Extract<Move, 'confirm' | 'raise' | 'lower'> | null;
  needsReason: boolean;
  /** Words of the button. */
  label: string;
}

const STATUS_TAGS: Record<Decided['classStatus'], string> = {
  declared: 'déclarée',
  proposed: 'proposée',
  confirmed: 'confirmée',
};

/** Which of confirm, raise and lower a choice is; null when it changes nothing. */
export function moveFor(request: Decided, value: PriorityClass): ClassDecision['move'] {
  const difference = rankOf(value) - rankOf(request.class);
  if (difference < 0) return 'raise';
  if (difference > 0) return 'lower';
  return request.state === 'received' || request.state === 'proposed' ? 'confirm' : null;
}

export function mayChoose(request: Decided, value: PriorityClass): boolean {
  const move = moveFor(request, value);
  return move === null || may(request, move);
}

const LABELS: Record<Extract<Move, 'confirm' | 'raise' | 'lower'>, (value: PriorityClass) => string> = {
  confirm: () => 'Confirmer et suivante',
  raise: (value) => `Relever à\u00a0${value} et suivante`,
  lower: (value) => `Abaisser à\u00a0${value} et suivante`,
};

/** The choice of a class as the rail draws it: only the moves that the server offers to this person are enabled. */
export function classDecision(request: Decided, draft: DecisionDraft): ClassDecision {
  // A choice that is not open to this person (any more) is no choice: after a conflict the band still tells it.
  const value = draft.chosen && mayChoose(request, draft.chosen) ? draft.chosen : request.class;
  const move = moveFor(request, value);
  const options = PRIORITY_CLASSES.filter((each) => each !== 'P0').map((each) => {
    const tag =
      each === request.class
        ? STATUS_TAGS[request.classStatus]
        : each === request.proposedClass && request.classStatus === 'confirmed'
          ? 'proposée'
          : null;
    return { value: each, tag, allowed: mayChoose(request, each) };
  });
  return { options, value, move, needsReason: move === 'lower', label: move ? LABELS[move](value) : 'Suivante' };
}

/** Why the choice cannot be saved yet, in words; null when it can. */
export function refusalOf(request: Decided, decision: ClassDecision, reason: string): string | null {
  if (!decision.move) return null;
  if (!may(request, decision.move)) {
    return decision.move === 'lower' ? LOWER_REFUSED : 'Cette action n’est plus possible sur cette demande.';
  }
  if (decision.needsReason && reason.trim().length < REASON_MIN) {
    return 'Écrivez en quelques mots pourquoi la priorité est abaissée.';
  }
  return null;
}

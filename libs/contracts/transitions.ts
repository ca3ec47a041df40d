import type { MemberRole, PriorityClass } from './enums.ts';

export const REQUEST_STATES = [
  /** Committed, not evaluated yet. */
  'received',
  /** A class is proposed and waits for a human. */
  'proposed',
  /** A human has confirmed the class; waits for a decision. */
  'confirmed',
  'decided',
  'scheduled',
  'in_progress',
  'to_read',
  'reported',
  'closed',
  /** P0: outside the queue, owner the specialist on call. */
  'emergency',
  'waiting_requester',
  'cancelled',
  'declined',
  'redirected',
  'merged',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const CLOSED_STATES: readonly RequestState[] = ['closed', 'cancelled', 'declined', 'redirected', 'merged'];
export const isOpen = (state: RequestState): boolean => !CLOSED_STATES.includes(state);

export const REQUEST_STATE_LABELS: Record<RequestState, string> = {
  received: 'Reçue',
  proposed: 'Priorité à confirmer',
  confirmed: 'Priorité confirmée',
  decided: 'Décidée',
  scheduled: 'Planifiée',
  in_progress: 'En cours',
  to_read: 'À interpréter',
  reported: 'Compte rendu prêt',
  closed: 'Close',
  emergency: 'Urgence vitale',
  waiting_requester: 'En attente du demandeur',
  cancelled: 'Annulée',
  declined: 'Non retenue',
  redirected: 'Réorientée',
  merged: 'Fusionnée',
};

/** What the owner has to do next. `none` belongs to closed requests alone. */
export const NEXT_ACTIONS = ['confirm_priority', 'acknowledge', 'call_back', 'decide', 'none'] as const;
export type NextAction = (typeof NEXT_ACTIONS)[number];
export const NEXT_ACTION_LABELS: Record<NextAction, string> = {
  confirm_priority: 'Confirmer la priorité',
  acknowledge: 'Prendre en charge l’urgence',
  call_back: 'Rappeler le demandeur',
  decide: 'Décider et répondre',
  none: 'Rien à faire',
};

export const MOVES = [
  'propose',
  'confirm',
  'raise',
  'lower',
  'claim',
  'release',
  'acknowledge',
  'cancel',
  'close',
] as const;
export type Move = (typeof MOVES)[number];

interface MoveRule {
  from: readonly RequestState[];
  /** `same` keeps the state: only the owner or the clocks move. */
  to: RequestState | 'same';
  by: readonly MemberRole[] | 'system';
  /** The author and his colleagues may do it too. */
  byRequester?: boolean;
  label: string;
  reason: 'required' | 'none';
}

const TRIAGERS: readonly MemberRole[] = ['secretary', 'case_manager', 'specialist', 'medical_lead'];
const CLINICIANS: readonly MemberRole[] = ['case_manager', 'specialist', 'medical_lead'];

/** The whole table of moves, used by the server and by the screens. */
export const MOVE_RULES: Readonly<Record<Move, MoveRule>> = {
  propose: { from: ['received'], to: 'proposed', by: 'system', label: 'Proposer', reason: 'none' },
  confirm: { from: ['received', 'proposed'], to: 'confirmed', by: TRIAGERS, label: 'Confirmer', reason: 'none' },
  raise: {
    from: ['received', 'proposed', 'confirmed'],
    to: 'confirmed',
    by: TRIAGERS,
    label: 'Relever la priorité',
    reason: 'none',
  },
  lower: {
    from: ['received', 'proposed', 'confirmed', 'emergency'],
    to: 'confirmed',
    by: CLINICIANS,
    label: 'Abaisser la priorité',
    reason: 'required',
  },
  claim: {
    from: ['received', 'proposed', 'confirmed', 'emergency'],
    to: 'same',
    by: TRIAGERS,
    label: 'Je prends',
    reason: 'none',
  },
  release: {
    from: ['received', 'proposed', 'confirmed'],
    to: 'same',
    by: TRIAGERS,
    label: 'Remettre au guichet',
    reason: 'none',
  },
  acknowledge: {
    from: ['emergency'],
    to: 'same',
    by: TRIAGERS,
    label: 'Je prends en charge l’urgence',
    reason: 'none',
  },
  cancel: {
    from: ['received', 'proposed', 'confirmed', 'emergency'],
    to: 'cancelled',
    by: TRIAGERS,
    byRequester: true,
    label: 'Annuler la demande',
    reason: 'required',
  },
  close: {
    from: ['confirmed', 'emergency'],
    to: 'closed',
    by: TRIAGERS,
    label: 'Réponse transmise',
    reason: 'required',
  },
};

export interface MoveQuestion {
  state: RequestState;
  ownerId: string;
  acknowledged: boolean;
}
export interface Mover {
  professionalId: string;
  roles: readonly MemberRole[];
  /** Author, or member of the requesting organisation. */
  isRequester: boolean;
}

/** The moves one person may make on one request now; served with the request and drawn by the screens. */
export function allowedMoves(request: MoveQuestion, mover: Mover): Move[] {
  return MOVES.filter((move) => {
    const rule = MOVE_RULES[move];
    if (rule.by === 'system' || !rule.from.includes(request.state)) return false;
    if (move === 'claim' && request.ownerId === mover.professionalId) return false;
    if (move === 'release' && request.ownerId !== mover.professionalId) return false;
    if (move === 'acknowledge' && request.acknowledged) return false;
    const asDesk = mover.roles.some((role) => rule.by.includes(role));
    return asDesk || (rule.byRequester === true && mover.isRequester);
  });
}

/** Urgency rank: smaller is graver. */
export const rankOf = (value: PriorityClass): number => Number(value.slice(1));

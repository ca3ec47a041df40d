import type { MemberRole, PriorityClass } from './enums.ts';
import { DELEGABLE_MOVES, MOVES, type Move } from './moves.ts';

export { MOVES, type Move } from './moves.ts';

export const REQUEST_STATES = [
  /** Committed, not evaluated yet. */
  'received',
  /** A class is proposed and waits for a human. */
  'proposed',
  /** A human has confirmed the class; waits for a decision. */
  'confirmed',
  /** An act is ordered and waits for its date, or for its result. */
  'decided',
  /** The act has its date. */
  'scheduled',
  /** The mobile team is on its way or at the bedside. */
  'in_progress',
  /** The exam is done; a doctor has to read it. */
  'to_read',
  /** The answer is signed; nobody has received it yet. */
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
/** Ends that need a received answer: the others are `cancelled` and `merged`. */
export const ANSWERED_STATES = ['closed', 'declined', 'redirected'] as const satisfies readonly RequestState[];
export type AnsweredState = (typeof ANSWERED_STATES)[number];

export const REQUEST_STATE_LABELS: Record<RequestState, string> = {
  received: 'Reçue',
  proposed: 'Priorité à confirmer',
  confirmed: 'Priorité confirmée',
  decided: 'Décidée',
  scheduled: 'Planifiée',
  in_progress: 'En cours',
  to_read: 'À interpréter',
  reported: 'Réponse prête',
  closed: 'Close',
  emergency: 'Urgence vitale',
  waiting_requester: 'En attente du demandeur',
  cancelled: 'Annulée',
  declined: 'Non retenue',
  redirected: 'Réorientée',
  merged: 'Fusionnée',
};

/** What the owner has to do next. `none` belongs to closed requests alone. */
export const NEXT_ACTIONS = [
  'confirm_priority',
  'acknowledge',
  'call_back',
  'decide',
  'await_info',
  'chase_info',
  'await_exam',
  'plan_visit',
  'visit',
  'book',
  'hold_appointment',
  'read',
  'await_reception',
  'chase_reception',
  'none',
] as const;
export type NextAction = (typeof NEXT_ACTIONS)[number];
export const NEXT_ACTION_LABELS: Record<NextAction, string> = {
  confirm_priority: 'Confirmer la priorité',
  acknowledge: 'Prendre en charge l’urgence',
  call_back: 'Rappeler le demandeur',
  decide: 'Décider et répondre',
  await_info: 'Attendre le complément du demandeur',
  chase_info: 'Rappeler\u00a0: complément toujours attendu',
  await_exam: 'Attendre le résultat de l’examen',
  plan_visit: 'Planifier la visite',
  visit: 'Visiter le patient',
  book: 'Donner un rendez-vous',
  hold_appointment: 'Recevoir le patient',
  read: 'Interpréter l’examen',
  await_reception: 'Attendre l’accusé de lecture',
  chase_reception: 'Rappeler\u00a0: réponse non lue',
  none: 'Rien à faire',
};

interface MoveRule {
  from: readonly RequestState[];
  /** Within `from`, only while this is the next action. */
  action?: readonly NextAction[];
  /** `same` keeps the state; `back` returns where the request came from. */
  to: RequestState | 'same' | 'back' | 'answered';
  by: readonly MemberRole[] | 'system';
  /** In these states, others than `by`. */
  byIn?: Partial<Record<RequestState, readonly MemberRole[]>>;
  /** The author and his colleagues may do it too. */
  byRequester?: boolean;
  label: string;
  reason: 'required' | 'none';
}

const TRIAGERS: readonly MemberRole[] = ['secretary', 'case_manager', 'specialist', 'locum', 'intern', 'medical_lead'];
const CLINICIANS: readonly MemberRole[] = ['case_manager', 'specialist', 'locum', 'medical_lead'];
/** Who signs. */
export const DECIDERS: readonly MemberRole[] = ['specialist', 'locum', 'medical_lead'];
/** Who orders an act: an intern may, he does not sign. */
const ORDERERS: readonly MemberRole[] = [...DECIDERS, 'intern'];
const PLANNERS: readonly MemberRole[] = ['coordinator', 'case_manager', 'medical_lead'];
const BOOKERS: readonly MemberRole[] = [...TRIAGERS, 'coordinator'];
const NURSES: readonly MemberRole[] = ['mobile_nurse'];

const TO_DECIDE: readonly RequestState[] = ['confirmed', 'emergency'];
/** An answered request may still be given a visit, an exam or an appointment: one act more. */
const TO_ORDER: readonly RequestState[] = [...TO_DECIDE, 'reported'];

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
    from: ['received', 'proposed', 'confirmed', 'emergency', 'to_read', 'reported', 'waiting_requester'],
    to: 'same',
    by: TRIAGERS,
    byIn: { confirmed: CLINICIANS, to_read: DECIDERS },
    label: 'Je prends',
    reason: 'none',
  },
  release: {
    from: ['received', 'proposed', 'confirmed', 'to_read', 'reported', 'waiting_requester'],
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
    from: ['received', 'proposed', 'confirmed', 'emergency', 'waiting_requester', 'decided', 'scheduled'],
    to: 'cancelled',
    by: TRIAGERS,
    byRequester: true,
    label: 'Annuler la demande',
    reason: 'required',
  },
  hand_over: { from: ['emergency'], to: 'closed', by: TRIAGERS, label: 'Confiée au\u00a015', reason: 'required' },
  pass: {
    from: ['confirmed', 'emergency', 'to_read'],
    to: 'same',
    by: CLINICIANS,
    byIn: { to_read: DECIDERS },
    label: 'Passer à un confrère',
    reason: 'none',
  },
  ask_info: {
    from: ['proposed', 'confirmed'],
    to: 'waiting_requester',
    by: TRIAGERS,
    label: 'Demander un complément',
    reason: 'required',
  },
  give_info: {
    from: ['waiting_requester'],
    to: 'back',
    by: TRIAGERS,
    byRequester: true,
    label: 'Ajouter le complément',
    reason: 'required',
  },
  info_overdue: {
    from: ['waiting_requester'],
    action: ['await_info'],
    to: 'same',
    by: 'system',
    label: 'Complément en retard',
    reason: 'none',
  },
  advise: {
    from: TO_ORDER,
    to: 'reported',
    by: DECIDERS,
    label: 'Avis donné',
    reason: 'none',
  },
  decline: { from: TO_DECIDE, to: 'reported', by: DECIDERS, label: 'Ne pas retenir, avec un conseil', reason: 'none' },
  redirect: { from: TO_DECIDE, to: 'reported', by: DECIDERS, label: 'Réorienter', reason: 'none' },
  admit: { from: TO_DECIDE, to: 'reported', by: DECIDERS, label: 'Admission', reason: 'none' },
  order_exam: { from: TO_ORDER, to: 'decided', by: ORDERERS, label: 'Examen d’abord', reason: 'none' },
  exam_back: {
    from: ['decided'],
    action: ['await_exam'],
    to: 'back',
    by: BOOKERS,
    byRequester: true,
    label: 'Ajouter le résultat',
    reason: 'required',
  },
  order_visit: { from: TO_ORDER, to: 'decided', by: ORDERERS, label: 'Visite de l’équipe mobile', reason: 'none' },
  order_consultation: { from: TO_ORDER, to: 'decided', by: ORDERERS, label: 'Consultation', reason: 'none' },
  order_teleconsultation: { from: TO_ORDER, to: 'decided', by: ORDERERS, label: 'Téléconsultation', reason: 'none' },
  book: {
    from: ['decided'],
    action: ['book'],
    to: 'scheduled',
    by: BOOKERS,
    label: 'Noter le rendez-vous',
    reason: 'none',
  },
  unbook: {
    from: ['scheduled'],
    action: ['hold_appointment'],
    to: 'decided',
    by: BOOKERS,
    label: 'Rendez-vous non tenu',
    reason: 'required',
  },
  report_appointment: {
    from: ['scheduled'],
    action: ['hold_appointment'],
    to: 'reported',
    by: DECIDERS,
    label: 'Compte rendu du rendez-vous',
    reason: 'none',
  },
  plan_visit: {
    from: ['decided', 'scheduled'],
    action: ['plan_visit', 'visit'],
    to: 'scheduled',
    by: PLANNERS,
    label: 'Planifier la visite',
    reason: 'none',
  },
  unplan_visit: {
    from: ['scheduled'],
    action: ['visit'],
    to: 'decided',
    by: PLANNERS,
    label: 'Retirer de la tournée',
    reason: 'none',
  },
  start_visit: {
    from: ['scheduled'],
    action: ['visit'],
    to: 'in_progress',
    by: NURSES,
    label: 'En route',
    reason: 'none',
  },
  visit_done: { from: ['in_progress'], to: 'to_read', by: NURSES, label: 'Visite faite', reason: 'none' },
  visit_not_done: {
    from: ['scheduled', 'in_progress'],
    action: ['visit'],
    to: 'decided',
    by: NURSES,
    label: 'Visite impossible',
    reason: 'required',
  },
  sign_reading: {
    from: ['to_read'],
    to: 'reported',
    by: DECIDERS,
    label: 'Signer l’interprétation',
    reason: 'none',
  },
  receive: {
    from: ['reported'],
    to: 'answered',
    by: TRIAGERS,
    byRequester: true,
    label: 'Bien reçu',
    reason: 'none',
  },
  reception_overdue: {
    from: ['reported'],
    action: ['await_reception'],
    to: 'same',
    by: 'system',
    label: 'Réponse non lue',
    reason: 'none',
  },
  ask_again: {
    from: ['reported', 'closed', 'declined', 'redirected'],
    to: 'back',
    by: [],
    byRequester: true,
    label: 'Poser une autre question',
    reason: 'required',
  },
  tell_outcome: {
    from: ['closed', 'declined', 'redirected'],
    to: 'same',
    by: TRIAGERS,
    byRequester: true,
    label: 'Dire ce qui s’est passé',
    reason: 'none',
  },
};

export interface MoveQuestion {
  state: RequestState;
  nextAction: NextAction;
  ownerId: string | null;
  /** When the owner took it by name; null while it only waits for him. */
  takenAt: Date | string | null;
  acknowledgedAt: Date | string | null;
}
export interface Mover {
  professionalId: string;
  roles: readonly MemberRole[];
  /** Author, or member of the requesting organisation. */
  isRequester: boolean;
  /** Moves the ESS delegates to its case-managers. */
  delegated: readonly string[];
}

const isDelegated = (move: Move, mover: Mover): boolean =>
  DELEGABLE_MOVES.includes(move) && mover.delegated.includes(move) && mover.roles.includes('case_manager');

/** The table alone, whoever asks: is this move open from here? */
export function isOpenMove(move: Move, request: Pick<MoveQuestion, 'state' | 'nextAction'>): boolean {
  const { from, action } = MOVE_RULES[move];
  return from.includes(request.state) && (!action || action.includes(request.nextAction));
}

/** The moves one person may make on one request now; served with the request and drawn by the screens. */
export function allowedMoves(request: MoveQuestion, mover: Mover): Move[] {
  return MOVES.filter((move) => {
    const rule = MOVE_RULES[move];
    if (rule.by === 'system' || !isOpenMove(move, request)) return false;
    const isMine = request.ownerId === mover.professionalId;
    if (move === 'claim' && isMine && request.takenAt !== null) return false;
    if (move === 'release' && !isMine) return false;
    if (move === 'acknowledge' && request.acknowledgedAt !== null) return false;
    const allowed = rule.byIn?.[request.state] ?? rule.by;
    if (mover.roles.some((role) => allowed.includes(role)) || isDelegated(move, mover)) return true;
    return rule.byRequester === true && mover.isRequester;
  });
}

/** Urgency rank: smaller is graver. */
export const rankOf = (value: PriorityClass): number => Number(value.slice(1));

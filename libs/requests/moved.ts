import type { AnsweredState, NextAction, RequestState } from '#contracts';
import type { Modality, PriorityClass } from '#contracts/enums';
import { isOpenAt } from '#directory';
import type { Desk, OnCallPerson } from '#directory';
import type { OwnerKind, RequestRow } from './request.entity.ts';

/** The part of a request that moves change. State, owner, action and due time always move together (invariant 2). */
export const MOVED_COLUMNS = [
  'state',
  'class',
  'classStatus',
  'proposedClass',
  'ownerKind',
  'ownerId',
  'nextAction',
  'dueAt',
  'reactBy',
  'acknowledgedAt',
  'closedAt',
  'modality',
  'takenAt',
  'returnTo',
  'pausedAt',
  'promisedBy',
  'plannedFrom',
  'plannedTo',
  'closesAs',
  'decidedAt',
  'answeredAt',
] as const satisfies readonly (keyof RequestRow)[];
export type Moved = Pick<RequestRow, (typeof MOVED_COLUMNS)[number]>;
export type Movable = Moved & { receivedAt: Date };

export interface MoveContext {
  now: Date;
  tenantId: string;
  desk: Desk;
  onCall: OnCallPerson | null;
  /** Who moves; null is the worker. */
  actorId: string | null;
  /** Who may sign has back what he ordered. */
  actorSigns: boolean;
  /** For propose, confirm, raise and lower. */
  class?: PriorityClass;
  /** For propose: the rule's own delay, in hours. */
  delayHours?: number;
  /** For pass and book: a professional; for plan_visit: a team. */
  assigneeId?: string;
  /** For an order: when its result is due. */
  dueAt?: Date;
  /** For book and plan_visit: the announced start and end. */
  planned?: { from: Date; to: Date };
  modality?: Modality;
}

export type Owner = { ownerKind: OwnerKind; ownerId: string };

/** The desk of an ESS is named by the id of the ESS. */
export const deskOwner = (context: MoveContext): Owner => ({ ownerKind: 'desk', ownerId: context.tenantId });
export const userOwner = (id: string): Owner => ({ ownerKind: 'user', ownerId: id });
export const onCallOwner = (context: MoveContext): Owner =>
  context.onCall ? userOwner(context.onCall.id) : deskOwner(context);
/** Who comes back to a request: the person who left it, else the specialist on call. */
export const returnOwner = (request: Moved, context: MoveContext): Owner =>
  request.returnTo ? userOwner(request.returnTo) : onCallOwner(context);
export const actorOwner = (context: MoveContext): Owner =>
  context.actorId ? userOwner(context.actorId) : deskOwner(context);

/** A doctor acts next, and any of them may. */
const DOCTORS_TURN: readonly NextAction[] = ['acknowledge', 'call_back', 'decide', 'read'];

/** Its owner can act no more: it waits for the specialist on call when a doctor acts next, else at the desk. */
export const handedBack = ({ nextAction }: Moved, context: MoveContext): Owner & Pick<Moved, 'takenAt'> => ({
  ...(DOCTORS_TURN.includes(nextAction) ? onCallOwner(context) : deskOwner(context)),
  takenAt: null,
});

/** Very urgent with nobody at the desk goes straight to on-call (invariant 5). */
export const triageOwner = (value: PriorityClass, context: MoveContext): Owner =>
  value === 'P1' && !isOpenAt(context.desk, context.now) ? onCallOwner(context) : deskOwner(context);

export const isUrgent = (value: PriorityClass): boolean => value === 'P0' || value === 'P1';

/** A request that is over: nobody owns it, nothing is due. */
export const ended = (request: Moved, state: RequestState, context: MoveContext): Moved => ({
  ...request,
  state,
  ownerKind: null,
  ownerId: null,
  nextAction: 'none',
  dueAt: null,
  reactBy: null,
  pausedAt: null,
  closedAt: context.now,
});

export const answeredAs = (request: Moved): AnsweredState => request.closesAs ?? 'closed';

/** Nothing but the columns of a move, whatever row it was made from. */
export const keepMoved = (request: Moved): Moved => {
  const { state, class: value, classStatus, proposedClass, ownerKind, ownerId, nextAction } = request;
  const { dueAt, reactBy, acknowledgedAt, closedAt, modality, takenAt, returnTo, pausedAt, promisedBy } = request;
  const { plannedFrom, plannedTo, closesAs, decidedAt, answeredAt } = request;
  return {
    ...{ state, class: value, classStatus, proposedClass, ownerKind, ownerId, nextAction },
    ...{ dueAt, reactBy, acknowledgedAt, closedAt, modality, takenAt, returnTo, pausedAt, promisedBy },
    ...{ plannedFrom, plannedTo, closesAs, decidedAt, answeredAt },
  };
};

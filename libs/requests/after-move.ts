import type { Move, NextAction, RequestState } from '#contracts';
import type { PriorityClass } from '#contracts/enums';
import { isOpenAt } from '#directory';
import type { Desk, OnCallPerson } from '#directory';
import { callBackBy, CLASS_DELAY_HOURS, dueAt, reactBy } from './request-clocks.ts';
import type { ClassStatus, OwnerKind, RequestRow } from './request.entity.ts';

/** The part of a request that moves change. State, owner, action and due time always move together (invariant 2). */
export type Moved = Pick<
  RequestRow,
  | 'state'
  | 'class'
  | 'classStatus'
  | 'proposedClass'
  | 'ownerKind'
  | 'ownerId'
  | 'nextAction'
  | 'dueAt'
  | 'reactBy'
  | 'acknowledgedAt'
  | 'closedAt'
>;

export interface MoveContext {
  now: Date;
  tenantId: string;
  desk: Desk;
  onCall: OnCallPerson | null;
  /** Who moves; null is the worker. */
  actorId: string | null;
  actorIsSpecialist: boolean;
  /** For propose, confirm, raise and lower. */
  class?: PriorityClass;
  /** For propose: the rule's own delay, in hours. */
  delayHours?: number;
}

type Owner = { ownerKind: OwnerKind; ownerId: string };

/** The desk of an ESS is named by the id of the ESS. */
const deskOwner = (context: MoveContext): Owner => ({ ownerKind: 'desk', ownerId: context.tenantId });
const userOwner = (id: string): Owner => ({ ownerKind: 'user', ownerId: id });
const onCallOwner = (context: MoveContext): Owner =>
  context.onCall ? userOwner(context.onCall.id) : deskOwner(context);

/** Very urgent with nobody at the desk goes straight to on-call (invariant 5). */
const triageOwner = (value: PriorityClass, context: MoveContext): Owner =>
  value === 'P1' && !isOpenAt(context.desk, context.now) ? onCallOwner(context) : deskOwner(context);

const shape = (
  state: RequestState,
  value: PriorityClass,
  classStatus: ClassStatus,
  proposedClass: PriorityClass | null,
  owner: Owner,
  nextAction: NextAction,
  clocks: { dueAt: Date; reactBy: Date },
): Moved => ({
  state,
  class: value,
  classStatus,
  proposedClass,
  ...owner,
  nextAction,
  ...clocks,
  acknowledgedAt: null,
  closedAt: null,
});

/** How a request is born: received, or an emergency outside the queue (invariant 3). */
export function atBirth(value: PriorityClass, emergency: boolean, context: MoveContext): Moved {
  if (emergency) return asEmergency(context, null, 'declared');
  const clocks = {
    dueAt: dueAt(value, CLASS_DELAY_HOURS[value], context.now, context.desk),
    reactBy: reactBy(value, context.now, context.desk),
  };
  return shape('received', value, 'declared', null, triageOwner(value, context), 'confirm_priority', clocks);
}

function asEmergency(context: MoveContext, proposed: PriorityClass | null, status: ClassStatus): Moved {
  const clocks = {
    dueAt: dueAt('P0', 0, context.now, context.desk),
    reactBy: reactBy('P0', context.now, context.desk),
  };
  return shape('emergency', 'P0', status, proposed, onCallOwner(context), 'acknowledge', clocks);
}

type MoveRuleBody = (request: Moved & { receivedAt: Date }, context: MoveContext) => Moved;

function propose(request: Moved & { receivedAt: Date }, context: MoveContext): Moved {
  const value = context.class ?? request.class;
  if (value === 'P0') return asEmergency(context, value, 'proposed');
  const claimed =
    request.ownerKind === 'user'
      ? { ownerKind: request.ownerKind, ownerId: request.ownerId ?? context.tenantId }
      : null;
  const delay = context.delayHours ?? CLASS_DELAY_HOURS[value];
  const clocks = {
    dueAt: dueAt(value, delay, request.receivedAt, context.desk),
    reactBy: reactBy(value, request.receivedAt, context.desk),
  };
  return shape(
    'proposed',
    value,
    'proposed',
    value,
    claimed ?? triageOwner(value, context),
    'confirm_priority',
    clocks,
  );
}

/** Confirmed as proposed keeps the rule's own due date; another class takes the delay of its class, from reception. */
function decideClass(request: Moved & { receivedAt: Date }, context: MoveContext): Moved {
  const value = context.class ?? request.class;
  if (value === 'P0') return asEmergency(context, request.proposedClass, 'confirmed');
  const keepsDue = value === request.class && request.state !== 'emergency' && request.dueAt !== null;
  const due =
    keepsDue && request.dueAt
      ? request.dueAt
      : dueAt(value, CLASS_DELAY_HOURS[value], request.receivedAt, context.desk);
  const owner = context.actorIsSpecialist && context.actorId ? userOwner(context.actorId) : onCallOwner(context);
  const clocks = { dueAt: due, reactBy: reactBy(value, context.now, context.desk) };
  return shape('confirmed', value, 'confirmed', request.proposedClass, owner, 'decide', clocks);
}

const closing =
  (state: RequestState): MoveRuleBody =>
  (request, context) => ({
    ...request,
    state,
    ownerKind: null,
    ownerId: null,
    nextAction: 'none',
    dueAt: null,
    reactBy: null,
    closedAt: context.now,
  });

const BODIES: Record<Move, MoveRuleBody> = {
  propose,
  confirm: decideClass,
  raise: decideClass,
  lower: decideClass,
  claim: (request, context) => ({ ...request, ...(context.actorId ? userOwner(context.actorId) : deskOwner(context)) }),
  release: (request, context) => ({ ...request, ...deskOwner(context) }),
  acknowledge: (request, context) => ({
    ...request,
    ...(context.actorId ? userOwner(context.actorId) : deskOwner(context)),
    nextAction: 'call_back',
    acknowledgedAt: context.now,
    dueAt: callBackBy(context.now),
    reactBy: callBackBy(context.now),
  }),
  cancel: closing('cancelled'),
  close: closing('closed'),
};

/** The request after a move that the table allows. Pure: the caller has checked who may make it. */
export function afterMove(request: Moved & { receivedAt: Date }, move: Move, context: MoveContext): Moved {
  const moved = BODIES[move](request, context);
  const { state, class: value, classStatus, proposedClass, ownerKind, ownerId, nextAction } = moved;
  return {
    state,
    class: value,
    classStatus,
    proposedClass,
    ownerKind,
    ownerId,
    nextAction,
    dueAt: moved.dueAt,
    reactBy: moved.reactBy,
    acknowledgedAt: moved.acknowledgedAt,
    closedAt: moved.closedAt,
  };
}

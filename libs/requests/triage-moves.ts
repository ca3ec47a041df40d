import type { Move, NextAction, RequestState } from '#contracts';
import type { PriorityClass } from '#contracts/enums';
import {
  actorOwner,
  deskOwner,
  ended,
  onCallOwner,
  triageOwner,
  userOwner,
  type Movable,
  type Moved,
  type MoveContext,
  type Owner,
} from './moved.ts';
import { callBackBy, CLASS_DELAY_HOURS, dueAt, reactBy } from './request-clocks.ts';
import type { ClassStatus } from './request.entity.ts';

export type TriageMove = Extract<
  Move,
  'propose' | 'confirm' | 'raise' | 'lower' | 'claim' | 'release' | 'acknowledge' | 'cancel' | 'hand_over'
>;

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
  modality: null,
  takenAt: null,
  returnTo: null,
  pausedAt: null,
  promisedBy: clocks.dueAt,
  plannedFrom: null,
  plannedTo: null,
  closesAs: null,
  decidedAt: null,
  answeredAt: null,
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

export function asEmergency(context: MoveContext, proposed: PriorityClass | null, status: ClassStatus): Moved {
  const clocks = {
    dueAt: dueAt('P0', 0, context.now, context.desk),
    reactBy: reactBy('P0', context.now, context.desk),
  };
  return shape('emergency', 'P0', status, proposed, onCallOwner(context), 'acknowledge', clocks);
}

type MoveBody = (request: Movable, context: MoveContext) => Moved;

function propose(request: Movable, context: MoveContext): Moved {
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
  const owner = claimed ?? triageOwner(value, context);
  const moved = shape('proposed', value, 'proposed', value, owner, 'confirm_priority', clocks);
  return { ...moved, takenAt: claimed ? request.takenAt : null };
}

/** Confirmed as proposed keeps the rule's own due date; another class takes the delay of its class, from reception. */
function decideClass(request: Movable, context: MoveContext): Moved {
  const value = context.class ?? request.class;
  if (value === 'P0') return asEmergency(context, request.proposedClass, 'confirmed');
  const keepsDue = value === request.class && request.state !== 'emergency' && request.dueAt !== null;
  const due =
    keepsDue && request.dueAt
      ? request.dueAt
      : dueAt(value, CLASS_DELAY_HOURS[value], request.receivedAt, context.desk);
  const takes = context.actorSigns && context.actorId;
  const owner = takes ? userOwner(takes) : onCallOwner(context);
  const clocks = { dueAt: due, reactBy: reactBy(value, context.now, context.desk) };
  const moved = shape('confirmed', value, 'confirmed', request.proposedClass, owner, 'decide', clocks);
  return { ...moved, takenAt: takes ? context.now : null };
}

export const TRIAGE_BODIES: Record<TriageMove, MoveBody> = {
  propose,
  confirm: decideClass,
  raise: decideClass,
  lower: decideClass,
  claim: (request, context) => ({ ...request, ...actorOwner(context), takenAt: context.now }),
  release: (request, context) => ({ ...request, ...deskOwner(context), takenAt: null }),
  acknowledge: (request, context) => ({
    ...request,
    ...actorOwner(context),
    nextAction: 'call_back',
    acknowledgedAt: context.now,
    takenAt: context.now,
    dueAt: callBackBy(context.now),
    reactBy: callBackBy(context.now),
  }),
  cancel: (request, context) => ended(request, 'cancelled', context),
  hand_over: (request, context) => ({ ...ended(request, 'closed', context), answeredAt: context.now }),
};

import type { Move, NextAction, RequestState } from '#contracts';
import type { Modality } from '#contracts/enums';
import {
  actorOwner,
  answeredAs,
  deskOwner,
  ended,
  isUrgent,
  onCallOwner,
  returnOwner,
  userOwner,
  type Movable,
  type Moved,
  type MoveContext,
  type Owner,
} from './moved.ts';
import { callBackBy, chaseBy, CLASS_DELAY_HOURS, dueAt, infoDueBy, reactBy, receptionDueBy } from './request-clocks.ts';
import type { TriageMove } from './triage-moves.ts';

/** Moves from the decision to the received answer. */
export type CareMove = Exclude<Move, TriageMove>;
type CareBody = (request: Movable, context: MoveContext) => Moved;

interface Step {
  state: RequestState;
  owner: Owner;
  nextAction: NextAction;
  dueAt: Date;
  reactBy: Date;
}
const step = (request: Moved, { owner, ...clocks }: Step): Moved => ({
  ...request,
  ...owner,
  ...clocks,
  takenAt: null,
  pausedAt: null,
  closedAt: null,
});

const classDue = (request: Movable, context: MoveContext): Date =>
  dueAt(request.class, CLASS_DELAY_HOURS[request.class], context.now, context.desk);

/** By when its class promises an answer; an answered request starts a new delay. */
const promisedBy = (request: Movable, context: MoveContext): Date =>
  (request.state !== 'reported' && request.promisedBy) || classDue(request, context);

const order =
  (nextAction: NextAction, modality: Modality | null): CareBody =>
  (request, context) => ({
    ...step(request, {
      state: 'decided',
      owner: deskOwner(context),
      nextAction,
      dueAt: context.dueAt ?? promisedBy(request, context),
      reactBy: reactBy(request.class, context.now, context.desk),
    }),
    modality: modality ?? request.modality,
    returnTo: context.actorSigns ? context.actorId : request.returnTo,
    promisedBy: promisedBy(request, context),
    plannedFrom: null,
    plannedTo: null,
    decidedAt: context.now,
  });

/** Signed: the desk makes sure that somebody receives it. */
const answered =
  (closesAs: Moved['closesAs'], modality: Modality | null): CareBody =>
  (request, context) => ({
    ...step(request, {
      state: 'reported',
      owner: deskOwner(context),
      nextAction: 'await_reception',
      dueAt: receptionDueBy(request.class, context.now, context.desk),
      reactBy: receptionDueBy(request.class, context.now, context.desk),
    }),
    modality: modality ?? request.modality,
    returnTo: context.actorId,
    closesAs: closesAs ?? request.closesAs,
    decidedAt: request.decidedAt ?? context.now,
    answeredAt: context.now,
    plannedFrom: null,
    plannedTo: null,
  });

/** Back to who decides; a vital emergency stays one, outside the queue. */
const toDecide: CareBody = (request, context) => {
  const isVital = request.class === 'P0';
  return {
    ...step(request, {
      state: isVital ? 'emergency' : 'confirmed',
      owner: returnOwner(request, context),
      nextAction: isVital ? 'call_back' : 'decide',
      dueAt: isVital ? callBackBy(context.now) : promisedBy(request, context),
      reactBy: isVital ? callBackBy(context.now) : reactBy(request.class, context.now, context.desk),
    }),
    takenAt: request.returnTo ? context.now : null,
    acknowledgedAt: isVital ? context.now : null,
  };
};

/** The clock stood still while the ball was with the requester; never for the urgent (invariant 5). */
const resumed = (request: Movable, context: MoveContext): Movable => {
  if (!request.pausedAt) return request;
  const waitedMs = context.now.getTime() - request.pausedAt.getTime();
  return { ...request, promisedBy: new Date(promisedBy(request, context).getTime() + waitedMs) };
};

const giveInfo: CareBody = (request, context) => {
  const running = resumed(request, context);
  if (request.classStatus === 'confirmed') return toDecide(running, context);
  return step(running, {
    state: 'proposed',
    owner: deskOwner(context),
    nextAction: 'confirm_priority',
    dueAt: promisedBy(running, context),
    reactBy: reactBy(request.class, context.now, context.desk),
  });
};

const askInfo: CareBody = (request, context) => {
  const runs = isUrgent(request.class);
  const due = runs ? promisedBy(request, context) : infoDueBy(context.now, context.desk);
  return {
    ...step(request, {
      state: 'waiting_requester',
      owner: deskOwner(context),
      nextAction: 'await_info',
      dueAt: due,
      reactBy: runs && request.reactBy ? request.reactBy : due,
    }),
    pausedAt: runs ? null : context.now,
    returnTo: context.actorSigns ? context.actorId : null,
  };
};

const planned =
  (nextAction: NextAction, ownerKind: 'team' | 'user'): CareBody =>
  (request, context) => {
    const from = context.planned?.from ?? context.now;
    const to = context.planned?.to ?? from;
    const owner: Owner = context.assigneeId ? { ownerKind, ownerId: context.assigneeId } : onCallOwner(context);
    return {
      ...step(request, { state: 'scheduled', owner, nextAction, dueAt: to, reactBy: from }),
      plannedFrom: from,
      plannedTo: to,
    };
  };

const backToDesk =
  (nextAction: NextAction): CareBody =>
  (request, context) => ({
    ...step(request, {
      state: 'decided',
      owner: deskOwner(context),
      nextAction,
      dueAt: promisedBy(request, context),
      reactBy: reactBy(request.class, context.now, context.desk),
    }),
    plannedFrom: null,
    plannedTo: null,
  });

const BODIES: Record<CareMove, CareBody> = {
  pass: (request, context) => ({
    ...request,
    ...(context.assigneeId ? userOwner(context.assigneeId) : onCallOwner(context)),
    takenAt: context.now,
    reactBy: reactBy(request.class, context.now, context.desk),
  }),
  ask_info: askInfo,
  give_info: giveInfo,
  info_overdue: (request, context) => ({
    ...request,
    ...deskOwner(context),
    nextAction: 'chase_info',
    dueAt: chaseBy(request.class, context.now, context.desk),
    reactBy: chaseBy(request.class, context.now, context.desk),
  }),
  advise: answered(null, 'teleexpertise'),
  decline: answered('declined', null),
  redirect: answered('redirected', null),
  admit: answered('closed', null),
  order_exam: order('await_exam', null),
  exam_back: toDecide,
  order_visit: order('plan_visit', 'mobile_visit'),
  order_consultation: order('book', 'consultation'),
  order_teleconsultation: order('book', 'teleconsultation'),
  book: planned('hold_appointment', 'user'),
  unbook: backToDesk('book'),
  report_appointment: answered('closed', null),
  plan_visit: planned('visit', 'team'),
  unplan_visit: backToDesk('plan_visit'),
  start_visit: (request, context) => ({
    ...request,
    state: 'in_progress',
    ...actorOwner(context),
    takenAt: context.now,
  }),
  visit_done: (request, context) => ({
    ...step(request, {
      state: 'to_read',
      owner: returnOwner(request, context),
      nextAction: 'read',
      dueAt: reactBy(request.class, context.now, context.desk),
      reactBy: reactBy(request.class, context.now, context.desk),
    }),
    // Who ordered the visit has it by name; the specialist on call still has to take it.
    takenAt: request.returnTo ? context.now : null,
  }),
  visit_not_done: backToDesk('plan_visit'),
  sign_reading: answered('closed', null),
  receive: (request, context) => ended(request, answeredAs(request), context),
  reception_overdue: (request, context) => ({
    ...request,
    ...deskOwner(context),
    nextAction: 'chase_reception',
    takenAt: null,
    dueAt: chaseBy(request.class, context.now, context.desk),
    reactBy: chaseBy(request.class, context.now, context.desk),
  }),
  ask_again: (request, context) => ({
    ...toDecide(reopened(request, context), context),
    closesAs: null,
    answeredAt: null,
  }),
  tell_outcome: (request) => request,
};

/** A new question starts a new delay of its class. */
const reopened = (request: Movable, context: MoveContext): Movable => ({
  ...request,
  state: 'confirmed',
  promisedBy: classDue(request, context),
});

export const isCareMove = (move: Move): move is CareMove => move in BODIES;

export const afterCareMove = (request: Movable, move: CareMove, context: MoveContext): Moved =>
  BODIES[move](request, context);

import { UNDO_SECONDS, UNDOABLE_MOVES } from '#contracts';
import type { Consumer, EventType, Move } from '#contracts';
import type { AuditAction } from '#platform';
import { isUrgent } from './moved.ts';
import type { RequestRow } from './request.entity.ts';

const EVENT_OF: Record<Move, EventType> = {
  propose: 'request.proposed',
  confirm: 'request.confirmed',
  raise: 'request.reclassed',
  lower: 'request.reclassed',
  claim: 'request.reassigned',
  release: 'request.reassigned',
  pass: 'request.reassigned',
  acknowledge: 'request.acknowledged',
  cancel: 'request.cancelled',
  hand_over: 'request.closed',
  ask_info: 'request.info-asked',
  give_info: 'request.info-given',
  info_overdue: 'request.info-overdue',
  advise: 'report.ready',
  decline: 'report.ready',
  redirect: 'report.ready',
  admit: 'report.ready',
  sign_reading: 'report.ready',
  report_appointment: 'report.ready',
  order_exam: 'request.decided',
  order_visit: 'request.decided',
  order_consultation: 'request.decided',
  order_teleconsultation: 'request.decided',
  exam_back: 'request.exam-back',
  book: 'appointment.booked',
  unbook: 'appointment.cancelled',
  plan_visit: 'visit.planned',
  unplan_visit: 'visit.unplanned',
  start_visit: 'visit.started',
  visit_done: 'visit.done',
  visit_not_done: 'visit.not-done',
  receive: 'report.received',
  reception_overdue: 'report.overdue',
  ask_again: 'request.reopened',
  tell_outcome: 'request.outcome-told',
};

const AUDIT_OF: Partial<Record<Move, AuditAction>> = {
  raise: 'request.raised',
  lower: 'request.lowered',
  claim: 'request.claimed',
  release: 'request.released',
  pass: 'request.passed',
};

/** A request that becomes an emergency pages on-call, whatever the move was. */
export function eventOf(move: Move, before: RequestRow, after: RequestRow): EventType {
  if (after.state === 'emergency' && before.state !== 'emergency') return 'request.emergency';
  return move === 'plan_visit' && before.state === 'scheduled' ? 'visit.moved' : EVENT_OF[move];
}

export const auditOf = (move: Move): AuditAction => AUDIT_OF[move] ?? EVENT_OF[move];

/**
 * When each consumer may act. What leaves the house waits for the undo window, except when it is urgent; timers wait
 * for their own hour.
 */
export function leavesAt(move: Move, after: RequestRow, now: Date): Partial<Record<Consumer, Date>> {
  const settled = new Date(now.getTime() + UNDO_SECONDS * 1000);
  const told = UNDOABLE_MOVES.includes(move) && !isUrgent(after.class) ? settled : now;
  return {
    'alerts.notify-answer': told,
    'alerts.notify-planned': told,
    'alerts.notify-info': told,
    // No letter corrects these: another team at work, a stop off the road.
    'reports.send-copy': settled,
    'mobile-team.withdraw': settled,
    ...(after.dueAt && { 'reports.reception-overdue': after.dueAt, 'decision.info-overdue': after.dueAt }),
  };
}

import type { PriorityClass } from '#contracts/enums';
import { afterOpenMinutes, afterWorkingDays, lastOpenMinute } from '#directory';
import type { Desk } from '#directory';

/** Delay of a class when no rule says more, in hours (reference: triage protocol, §1). P0 has none: it is never queued. */
export const CLASS_DELAY_HOURS: Record<PriorityClass, number> = { P0: 0, P1: 24, P2: 7 * 24, P3: 28 * 24, P4: 90 * 24 };

/** An emergency is acknowledged within five minutes (invariant 3). */
const EMERGENCY_MINUTES = 5;
/** Once acknowledged, the requester is called back within a quarter of an hour. */
const CALL_BACK_MINUTES = 15;

/** Time to take a request, in minutes (reference: triage protocol, §8): real for P0 and P1, open for the others. */
const REACTION_MINUTES: Record<PriorityClass, number> = { P0: 5, P1: 30, P2: 4 * 60, P3: 8 * 60, P4: 8 * 60 };

const plusMinutes = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000);

/**
 * When the answer is due. P0 and P1 in real time; for P2–P4 a date outside opening hours moves back to the last open
 * minute, never before reception (invariant 5).
 */
export function dueAt(value: PriorityClass, delayHours: number, receivedAt: Date, desk: Desk): Date {
  if (value === 'P0') return plusMinutes(receivedAt, EMERGENCY_MINUTES);
  const raw = plusMinutes(receivedAt, delayHours * 60);
  return value === 'P1' ? raw : lastOpenMinute(desk, raw, receivedAt);
}

/** By when somebody must have taken it. */
export function reactBy(value: PriorityClass, from: Date, desk: Desk): Date {
  const minutes = REACTION_MINUTES[value];
  return value === 'P0' || value === 'P1' ? plusMinutes(from, minutes) : afterOpenMinutes(desk, from, minutes);
}

export const callBackBy = (acknowledgedAt: Date): Date => plusMinutes(acknowledgedAt, CALL_BACK_MINUTES);

/** An answer without proof of reception becomes a call after three working days, one when urgent. */
export const receptionDueBy = (value: PriorityClass, from: Date, desk: Desk): Date =>
  afterWorkingDays(desk, from, value === 'P0' || value === 'P1' ? 1 : 3);

/** The ball stays with the requester five working days at most (invariant 5). */
export const infoDueBy = (from: Date, desk: Desk): Date => afterWorkingDays(desk, from, 5);

/** A call-back task is taken within the reaction time of its class. */
export const chaseBy = (value: PriorityClass, from: Date, desk: Desk): Date => reactBy(value, from, desk);

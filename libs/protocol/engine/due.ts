import type { DueRange, Facts } from '../facts.ts';
import type { ExternalDeadline, Protocol, ProtocolRule } from '../protocol.ts';
import { contextNumber } from './world.ts';

const HOURS = 24;

/** A request sent twice within this many days for the same reason is one request. */
export const DUPLICATE_DAYS = 30;

/** Days since the first reception of the same request, or 0. */
export function daysAlreadyWaited(context: Facts['context']): number {
  const days = contextNumber(context, 'days_since_first_request') ?? 0;
  return context['duplicate_of'] && days < DUPLICATE_DAYS ? days : 0;
}

function bounded(range: DueRange, deadline: ExternalDeadline, context: Facts['context']): DueRange {
  const days = contextNumber(context, deadline.context);
  if (days === undefined) return range;
  const limit = (days - deadline.leadDays) * HOURS;
  return { minHours: Math.min(range.minHours, limit), maxHours: Math.min(range.maxHours, limit) };
}

/**
 * Delay of a rule for these facts, in hours from this reception, never below 0: counted from the date the rule hangs on,
 * ended before an operation or a treatment, and from the first reception when the request is a duplicate.
 */
export function dueOf(rule: ProtocolRule, protocol: Protocol, context: Facts['context']): DueRange {
  if (rule.class === 'P0') return { minHours: 0, maxHours: 0 };
  const elapsed = (rule.due.since && contextNumber(context, rule.due.since)) || 0;
  const spent = Math.max(elapsed, daysAlreadyWaited(context)) * HOURS;
  let range: DueRange = { minHours: rule.due.minHours - spent, maxHours: rule.due.maxHours - spent };
  for (const deadline of protocol.deadlines) range = bounded(range, deadline, context);
  return { minHours: Math.max(0, range.minHours), maxHours: Math.max(0, range.maxHours) };
}

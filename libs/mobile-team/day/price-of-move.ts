import type { Recommendation } from '#routing';
import { frenchSpaces, hourOf, rangeOf, signedKm, signedMinutes } from '../french-hours.ts';
import { isWithin } from './announced-slot.ts';
import { isStarted } from './day-state.ts';
import type { DayView, DisturbedView, MoveView, OptionView, ViolationView } from './day.view.ts';
import { startsOf, type TimedDay, toDayView } from './to-day-view.ts';

const MINUTE_MS = 60_000;

/** What a move costs, what it newly breaks, and whom it disturbs. */
export function toMoveView(before: TimedDay, after: TimedDay, actId: string): MoveView {
  const [was, day] = [toDayView(before), toDayView(after)];
  const priceMin = day.totals.driveMin - was.totals.driveMin;
  const priceKm = Math.round((day.totals.km - was.totals.km) * 10) / 10;
  const violations = day.violations.filter((now) => !was.violations.some((old) => isNoWorse(old, now)));
  const disturbed = disturbedBy(before, after, actId);
  return { day, priceMin, priceKm, violations, disturbed, text: wordsOf(priceMin, priceKm, violations) };
}

export function toOptionView({ state, clock, begun }: TimedDay, place: Recommendation): OptionView {
  const violations = place.violations.map(({ cause, visit, team, words, seconds }): ViolationView => ({
    actId: visit ?? null,
    teamId: team,
    kind: cause,
    text: frenchSpaces(words),
    seconds: seconds ?? null,
  }));
  const priceMin = Math.round(place.extraMinutes);
  const priceKm = Math.round(place.extraKm * 10) / 10;
  const startAt = clock.toInstant(place.startAt);
  return {
    teamId: place.team,
    teamName: state.teams.find(({ id }) => id === place.team)?.name ?? '',
    position: place.position + (begun.get(place.team) ?? 0),
    startAt: startAt.toISOString(),
    priceMin,
    priceKm,
    violations,
    text: `${hourOf(startAt, state.timezone)}, ${wordsOf(priceMin, priceKm, violations)}`,
  };
}

function wordsOf(minutes: number, km: number, violations: readonly ViolationView[]): string {
  const price = `${signedMinutes(minutes)}, ${signedKm(km)}`;
  const [only, ...more] = violations;
  if (!only) return `${price}, tout tient`;
  return more.length === 0 ? `${price}. ${only.text}` : `${price}. ${violations.length}\u00A0points à voir.`;
}

const isNoWorse = (old: DayView['violations'][number], now: DayView['violations'][number]): boolean =>
  old.kind === now.kind &&
  old.actId === now.actId &&
  old.teamId === now.teamId &&
  (now.seconds ?? 0) <= (old.seconds ?? 0);

/** Stops whose hour changes, the moved one aside. */
function disturbedBy(before: TimedDay, after: TimedDay, actId: string): DisturbedView[] {
  const { timezone, date, visits } = after.state;
  const [was, now] = [startsOf(before), startsOf(after)];
  return visits.flatMap((visit) => {
    const [from, to] = [was.get(visit.actId), now.get(visit.actId)];
    if (visit.actId === actId || isStarted(visit) || !from || !to) return [];
    if (Math.abs(to.getTime() - from.getTime()) < MINUTE_MS) return [];
    const hours = `${hourOf(to, timezone)} au lieu de ${hourOf(from, timezone)}`;
    const { told } = visit;
    if (told?.day !== date) return [{ actId: visit.actId, patientName: visit.patientName, text: `${hours}.` }];
    const promise = `${rangeOf(told.fromAt, told.toAt, timezone)} promis`;
    const kept = isWithin(to, { from: told.fromAt, to: told.toAt }) ? 'tenu' : 'non tenu';
    return [{ actId: visit.actId, patientName: visit.patientName, text: `${hours}, ${promise}, ${kept}.` }];
  });
}

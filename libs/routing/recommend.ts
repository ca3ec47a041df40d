import { compile } from './model/compile.ts';
import type { Model } from './model/model.ts';
import type { Plan, Tour, Violation } from './plan-types.ts';
import type { Visit } from './problem.ts';
import { timeTour } from './timetable.ts';
import { violationsOf } from './violations.ts';

/** One place for a visit. Prices compare the whole day with the plan as it was given. */
export interface Recommendation {
  team: string;
  /** Rank in the tour, 0 first. */
  position: number;
  startAt: number;
  extraMinutes: number;
  extraKm: number;
  extraCost: number;
  /** What this place would newly break; none: it fits. */
  violations: Violation[];
  /** Stops of the tour that would start at another hour: whom to tell. */
  moved: { visit: string; fromAt: number; toAt: number }[];
}

export interface RecommendOptions {
  /** 10 by default. */
  limit?: number;
  /** At most so many places in one tour; 3 by default. */
  perTeam?: number;
}

/**
 * The best places for a visit, new or already planned, in a plan that otherwise stays as it is: those that
 * fit first, cheapest first, then those that break least. Nothing is re-planned.
 *
 * @throws ProblemError when the visit cannot be read.
 */
export function recommend(
  plan: Plan,
  visit: Visit,
  { limit = 10, perTeam = 3 }: RecommendOptions = {},
): Recommendation[] {
  const others = plan.problem.visits.filter(({ id }) => id !== visit.id);
  const problem = { ...plan.problem, visits: [...others, visit] };
  const model = compile(problem);
  const saved = savingOf(model, plan, visit.id);
  const places = problem.teams.flatMap((_, team) => {
    const ranked = placesIn(model, plan, team, visit.id).sort(compare);
    return ranked.slice(0, perTeam);
  });
  return places
    .sort(compare)
    .slice(0, limit)
    .map((place) => ({
      ...place,
      extraMinutes: (place.extraMinutes * 60 - saved.seconds) / 60,
      extraKm: place.extraKm - saved.meters / 1000,
      extraCost: place.extraCost - saved.cost,
    }));
}

interface Price {
  seconds: number;
  meters: number;
  cost: number;
}

/** What the tour that holds the visit today gains by losing it. */
function savingOf(model: Model, plan: Plan, id: string): Price {
  const tour = plan.tours.find(({ stops }) => stops.some(({ visit }) => visit === id));
  const team = model.problem.teams.findIndex((other) => other.id === tour?.team);
  if (!tour || team === -1) return { seconds: 0, meters: 0, cost: 0 };
  const before = timeTour(model, team, numbersOf(model, tour));
  const after = priceOf(timeWithout(model, plan, team, id));
  return {
    seconds: before.driveSeconds - after.seconds,
    meters: before.meters - after.meters,
    cost: before.cost - after.cost,
  };
}

function placesIn(model: Model, plan: Plan, team: number, id: string): Recommendation[] {
  const { problem } = model;
  const base = timeWithout(model, plan, team, id);
  const order = base ? numbersOf(model, base) : [];
  const visit = problem.visits.length - 1;
  const price = priceOf(base);
  const known = base ? violationsOf(problem, base) : [];
  const starts = new Map(base?.stops.map((stop) => [stop.visit, stop.startAt]));
  return Array.from({ length: order.length + 1 }, (_, position) => {
    const tour = timeTour(model, team, order.toSpliced(position, 0, visit));
    return {
      team: tour.team,
      position,
      startAt: tour.stops[position]?.startAt ?? 0,
      extraMinutes: (tour.driveSeconds - price.seconds) / 60,
      extraKm: (tour.meters - price.meters) / 1000,
      extraCost: tour.cost - price.cost,
      violations: violationsOf(problem, tour).filter((violation) => !known.some((old) => isSame(old, violation))),
      moved: tour.stops.flatMap(({ visit: stop, startAt }) => {
        const fromAt = starts.get(stop);
        return fromAt === undefined || fromAt === startAt ? [] : [{ visit: stop, fromAt, toAt: startAt }];
      }),
    };
  });
}

/** The team's tour without the visit; none when nothing is left of it. */
function timeWithout(model: Model, plan: Plan, team: number, id: string): Tour | undefined {
  const tour = plan.tours.find((known) => known.team === model.problem.teams[team]?.id);
  const order = tour ? numbersOf(model, tour).filter((visit) => model.problem.visits[visit]?.id !== id) : [];
  return order.length > 0 ? timeTour(model, team, order) : undefined;
}

function numbersOf({ problem }: Model, tour: Tour): number[] {
  return tour.stops.map(({ visit }) => problem.visits.findIndex(({ id }) => id === visit));
}

function priceOf(tour: Tour | undefined): Price {
  return { seconds: tour?.driveSeconds ?? 0, meters: tour?.meters ?? 0, cost: tour?.cost ?? 0 };
}

function isSame(old: Violation, violation: Violation): boolean {
  return (
    old.cause === violation.cause && old.visit === violation.visit && (violation.seconds ?? 0) <= (old.seconds ?? 0)
  );
}

/** Fewest broken rules, then least time over, then cheapest. */
function compare(a: Recommendation, b: Recommendation): number {
  const over = ({ violations }: Recommendation) => violations.reduce((sum, { seconds = 0 }) => sum + seconds, 0);
  return a.violations.length - b.violations.length || over(a) - over(b) || a.extraCost - b.extraCost;
}

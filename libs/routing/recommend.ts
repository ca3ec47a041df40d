import { compile } from './model/compile.ts';
import type { Model } from './model/model.ts';
import type { Plan, Tour, Violation } from './plan-types.ts';
import { narrowTo } from './model/narrow.ts';
import type { Problem, Team, Visit } from './problem.ts';
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
  const visits = new Map(plan.problem.visits.map((known) => [known.id, known]));
  const bases = plan.problem.teams.map((team) => baseOf(plan, team, visits, visit));
  const saved = bases.find(({ saved: price }) => price !== undefined)?.saved;
  return bases
    .flatMap((base) => placesIn(base, visit).sort(compare).slice(0, perTeam))
    .sort(compare)
    .slice(0, limit)
    .map((place) => ({
      ...place,
      extraMinutes: place.extraMinutes - (saved?.seconds ?? 0) / 60,
      extraKm: place.extraKm - (saved?.meters ?? 0) / 1000,
      extraCost: place.extraCost - (saved?.cost ?? 0),
    }));
}

interface Price {
  seconds: number;
  meters: number;
  cost: number;
}

/** One team's tour without the visit. */
interface Base {
  /** The team, its stops, then the visit: what violations are read from. */
  problem: Problem;
  /** The same as numbers; the visit has the last. */
  model: Model;
  tour: Tour | undefined;
  price: Price;
  /** What the tour gains by losing the visit, when it holds it today. */
  saved: Price | undefined;
}

function baseOf(plan: Plan, team: Team, visits: ReadonlyMap<string, Visit>, visit: Visit): Base {
  const today = plan.tours.find((tour) => tour.team === team.id);
  const others = today?.stops.flatMap((stop) => (stop.visit === visit.id ? [] : (visits.get(stop.visit) ?? []))) ?? [];
  const stops = [...others, visit];
  const model = compile(narrowTo(plan.problem, team, stops));
  const tour = others.length > 0 ? timeTour(model, 0, [...others.keys()]) : undefined;
  const price = priceOf(tour);
  const before = priceOf(today);
  const holdsIt = today !== undefined && others.length < today.stops.length;
  const saved = {
    seconds: before.seconds - price.seconds,
    meters: before.meters - price.meters,
    cost: before.cost - price.cost,
  };
  return { problem: { visits: stops, teams: [team] }, model, tour, price, saved: holdsIt ? saved : undefined };
}

function placesIn({ problem, model, tour: base, price }: Base, visit: Visit): Recommendation[] {
  const order = [...(base?.stops.keys() ?? [])];
  const known = base ? violationsOf(problem, base) : [];
  const starts = new Map(base?.stops.map((stop) => [stop.visit, stop.startAt]));
  return Array.from({ length: order.length + 1 }, (_, position) => {
    const tour = timeTour(model, 0, order.toSpliced(position, 0, order.length));
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
        return stop === visit.id || fromAt === undefined || fromAt === startAt
          ? []
          : [{ visit: stop, fromAt, toAt: startAt }];
      }),
    };
  });
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

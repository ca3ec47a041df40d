import { compile } from './model/compile.ts';
import type { Model } from './model/model.ts';
import type { Plan, PlanOptions } from './plan-types.ts';
import type { Problem } from './problem.ts';
import { anneal } from './search/anneal.ts';
import { PlaceFinder } from './search/best-place.ts';
import { construct } from './search/construct.ts';
import { nearestVisits } from './search/neighbours.ts';
import { Tours } from './search/tours.ts';
import { timeTour } from './timetable.ts';
import { keepLocks } from './keep-locks.ts';
import { whyUnplanned } from './unplanned.ts';
import { violationsOf } from './violations.ts';

/**
 * Plans a day: first tours by regret insertion, then ruin and recreate until `budgetMs` is spent, `signal` is
 * aborted or nothing more is to be hoped. Locks are never broken; when not all fit, the lowest priority is
 * left out first; the price of the roads comes next. Same seed and same `iterations`: same plan.
 *
 * @throws ProblemError (French sentence) when the problem cannot be read as one.
 */
export function plan(problem: Problem, options: PlanOptions): Plan {
  const begun = options.now();
  const model = compile(problem);
  const tours = new Tours(model);
  const neighbours = nearestVisits(model);
  const absent = construct(tours, new PlaceFinder(tours, neighbours));
  const budgetMs = options.budgetMs - (options.now() - begun);
  const found = anneal(tours, absent, neighbours, { ...options, budgetMs });
  return toPlan(model, keepLocks(model, found.tours), found.iterations);
}

/** Hours, violations and prices of tours whose order is given, by team number. */
export function toPlan(model: Model, orders: readonly (readonly number[])[], iterations: number): Plan {
  const { problem } = model;
  const tours = orders.flatMap((visits, team) => (visits.length > 0 ? [timeTour(model, team, visits)] : []));
  const planned = new Set(orders.flat());
  const unplanned = problem.visits.flatMap(({ id }, visit) =>
    planned.has(visit) ? [] : [{ visit: id, words: whyUnplanned(model, visit, orders) }],
  );
  return {
    problem,
    tours,
    unplanned,
    violations: tours.flatMap((tour) => violationsOf(problem, tour)),
    cost: tours.reduce((sum, { cost }) => sum + cost, 0),
    iterations,
  };
}

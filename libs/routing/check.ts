import { compile } from './model/compile.ts';
import { toPlan } from './plan.ts';
import type { Plan } from './plan-types.ts';
import { ProblemError } from './problem-error.ts';
import type { Problem } from './problem.ts';

/** A tour made by hand: who goes where, in which order. */
export interface Order {
  team: string;
  visits: string[];
}

/**
 * Hours, prices and violations of a day arranged by hand; the order is kept, whatever it breaks. Visits in no
 * order are unplanned. @throws ProblemError when an order names what the problem does not have, or twice.
 */
export function check(problem: Problem, orders: readonly Order[]): Plan {
  const model = compile(problem);
  const teams = new Map(problem.teams.map(({ id }, at) => [id, at]));
  const visits = new Map(problem.visits.map(({ id }, at) => [id, at]));
  const tours: number[][] = problem.teams.map(() => []);
  const seen = new Set<string>();
  for (const order of orders) {
    const tour = tours[teams.get(order.team) ?? -1];
    if (!tour) throw new ProblemError(`Équipe inconnue : ${order.team}.`);
    for (const id of order.visits) {
      const visit = visits.get(id);
      if (visit === undefined) throw new ProblemError(`Visite inconnue : ${id}.`);
      if (seen.has(id)) throw new ProblemError(`La visite ${id} est placée deux fois.`);
      seen.add(id);
      tour.push(visit);
    }
  }
  return toPlan(model, tours, 0);
}

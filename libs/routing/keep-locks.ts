import type { Model } from './model/model.ts';
import { timeTour } from './timetable.ts';
import { violationsOf } from './violations.ts';

/**
 * A lock holds even when it breaks another rule: a visit locked to a team where the search found no room is
 * put where it breaks least. The coordinator sees the violations, and decides.
 */
export function keepLocks(model: Model, tours: readonly (readonly number[])[]): number[][] {
  const kept = tours.map((tour) => [...tour]);
  const planned = new Set(tours.flat());
  model.lockedTeam.forEach((team, visit) => {
    const tour = kept[team];
    if (tour && !planned.has(visit)) kept[team] = leastBroken(model, team, tour, visit);
  });
  return kept;
}

function leastBroken(model: Model, team: number, tour: readonly number[], visit: number): number[] {
  const frozen = tour.filter((other) => (model.lockedRank[other] ?? -1) >= 0).length;
  const orders = Array.from({ length: tour.length + 1 - frozen }, (_, at) => tour.toSpliced(frozen + at, 0, visit));
  const harm = (order: number[]) =>
    violationsOf(model.problem, timeTour(model, team, order)).reduce((sum, { seconds = 60 }) => sum + seconds, 0);
  return orders.reduce((best, order) => (harm(order) < harm(best) ? order : best), [...tour, visit]);
}

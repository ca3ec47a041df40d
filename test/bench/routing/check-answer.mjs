import { distanceBetween } from './read-instance.mjs';

const TOLERANCE = 1e-6;

/**
 * Re-checks an answer from the file alone: nothing of the planner is used but the order of the visits.
 * Answers the distance and the visits left out; throws on any broken rule.
 */
export function checkAnswer({ capacity, points }, round, teams, plan) {
  const byId = new Map(points.map((point) => [String(point.id), point]));
  const depot = points[0];
  const seen = new Set();
  let distance = 0;
  if (plan.tours.length > teams) throw new Error(`${plan.tours.length} tours for ${teams} teams`);
  for (const tour of plan.tours) {
    let here = depot;
    let clock = depot.ready;
    let load = 0;
    for (const { visit } of tour.stops) {
      const point = byId.get(visit);
      if (!point || point === depot) throw new Error(`unknown visit ${visit}`);
      if (seen.has(visit)) throw new Error(`visit ${visit} served twice`);
      seen.add(visit);
      const way = distanceBetween(here, point, round);
      distance += way;
      clock = Math.max(clock + way, point.ready);
      if (clock > point.due + TOLERANCE) throw new Error(`visit ${visit} late`);
      clock += point.service;
      load += point.demand;
      here = point;
    }
    const way = distanceBetween(here, depot, round);
    distance += way;
    if (clock + way > depot.due + TOLERANCE) throw new Error(`tour of ${tour.team} ends late`);
    if (load > capacity) throw new Error(`tour of ${tour.team} overloaded`);
  }
  const out = points.slice(1).filter(({ id }) => !seen.has(String(id)));
  const told = new Set(plan.unplanned.map(({ visit }) => visit));
  if (told.size !== out.length || out.some(({ id }) => !told.has(String(id)))) throw new Error('visits lost');
  return { distance, leftOut: out.length };
}

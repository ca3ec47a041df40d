import type { Model } from '../model/model.ts';

const MOST = 100;

/** By visit: the other visits, nearest first (mean of both ways, as the first team travels). */
export function nearestVisits(model: Model): Int32Array[] {
  const { visits, place, size } = model;
  const cost = model.roads[0]?.cost ?? new Float64Array(size * size);
  const apart = new Float64Array(visits);
  return Array.from({ length: visits }, (_, visit) => {
    const here = place[visit] ?? 0;
    for (let other = 0; other < visits; other += 1) {
      const there = place[other] ?? 0;
      apart[other] = (cost[here * size + there] ?? 0) + (cost[there * size + here] ?? 0);
    }
    const others = Int32Array.from({ length: visits }, (_, other) => other).filter((other) => other !== visit);
    others.sort((a, b) => (apart[a] ?? 0) - (apart[b] ?? 0) || a - b);
    return others.slice(0, MOST);
  });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'data');
export const BEST_KNOWN = JSON.parse(readFileSync(join(folder, 'best_known.json'), 'utf8'));

/** A Solomon or Gehring-Homberger file: fleet, capacity and points, of which the first is the depot. */
export function readInstance(name, customers = Infinity) {
  const lines = readFileSync(join(folder, `${name}.txt`), 'utf8').split(/\r?\n/);
  const rows = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const [fleet, capacity] = rows.find((row) => row.length === 2 && row.every(Number.isFinite));
  const points = rows
    .filter((row) => row.length === 7 && row.every(Number.isFinite))
    .slice(0, customers + 1)
    .map(([id, x, y, demand, ready, due, service]) => ({ id, x, y, demand, ready, due, service }));
  return { name, fleet, capacity, points };
}

/** DIMACS convention (T): every distance is cut to one decimal. */
export const cutToTenths = (distance) => Math.floor(distance * 10 + 1e-9) / 10;
/** Conventions D and F: distances as they are. */
export const asItIs = (distance) => distance;

export function distanceBetween(a, b, round) {
  return round(Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2));
}

/** The instance as the planner's problem: one unit of time is one second, one unit of road too. */
export function toProblem({ fleet, capacity, points }, round, teams = fleet) {
  const seconds = points.map((from) => points.map((to) => distanceBetween(from, to, round)));
  const [depot, ...customers] = points;
  return {
    matrices: { car: { seconds } },
    visits: customers.map(({ id, demand, ready, due, service }, at) => ({
      id: String(id),
      place: at + 1,
      serviceSeconds: service,
      windows: [{ from: ready, to: due }],
      deliveries: [demand],
    })),
    teams: Array.from({ length: teams }, (_, at) => ({
      id: `T${at + 1}`,
      start: 0,
      end: 0,
      shift: { from: depot.ready, to: depot.due },
      capacity: [capacity],
    })),
  };
}

import { ProblemError } from '../problem-error.ts';
import type { Team } from '../problem.ts';
import { DEFAULT_PROFILE } from '../problem.ts';
import type { Places } from './places.ts';

/**
 * Travel as one kind of team knows it: rows of `size` numbers, by origin; `…Into` are the same numbers by
 * destination, so that all ways into one place lie side by side in memory.
 */
export interface Road {
  seconds: Float64Array;
  secondsInto: Float64Array;
  cost: Float64Array;
  costInto: Float64Array;
  meters: Float64Array;
}

/** One road by team; teams that travel alike share it. */
export function readRoads(teams: readonly Team[], places: Places): Road[] {
  const known = new Map<string, Road>();
  return teams.map((team) => {
    const { profile = DEFAULT_PROFILE, speedFactor = 1, costs = {} } = team;
    const key = JSON.stringify([profile, speedFactor, costs.perHour, costs.perKm]);
    const road = known.get(key) ?? makeRoad(team, places);
    known.set(key, road);
    return road;
  });
}

function makeRoad(team: Team, places: Places): Road {
  const profile = team.profile ?? DEFAULT_PROFILE;
  const matrix = Object.hasOwn(places.matrices, profile) ? places.matrices[profile] : undefined;
  if (!matrix) throw new ProblemError(`Aucune matrice pour le profil « ${profile} » de l’équipe ${team.id}.`);
  const { speedFactor = 1, costs = {} } = team;
  if (!(speedFactor > 0)) throw new ProblemError(`La vitesse de l’équipe ${team.id} doit être positive.`);
  const size = places.count + 1;
  const seconds = flatten(matrix.seconds, size, (value) =>
    speedFactor === 1 ? value : Math.round(value / speedFactor),
  );
  const meters = flatten(matrix.meters ?? [], size, (value) => value);
  const cost = matrix.costs
    ? flatten(matrix.costs, size, (value) => value)
    : seconds.map((value, at) => price(value, meters[at] ?? 0, costs));
  return { seconds, secondsInto: transpose(seconds, size), cost, costInto: transpose(cost, size), meters };
}

function price(seconds: number, meters: number, { perHour, perKm = 0 }: { perHour?: number; perKm?: number }): number {
  return (perHour === undefined ? seconds : (seconds * perHour) / 3600) + (meters / 1000) * perKm;
}

function flatten(
  rows: readonly (readonly number[])[],
  size: number,
  change: (value: number) => number,
): Float64Array<ArrayBuffer> {
  const flat = new Float64Array(size * size);
  rows.forEach((row, from) => row.forEach((value, to) => (flat[from * size + to] = change(value))));
  return flat;
}

function transpose(flat: Float64Array, size: number): Float64Array {
  const turned = new Float64Array(size * size);
  for (let from = 0; from < size; from += 1)
    for (let to = 0; to < size; to += 1) turned[to * size + from] = flat[from * size + to] ?? 0;
  return turned;
}

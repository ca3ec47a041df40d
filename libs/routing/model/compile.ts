import { ProblemError } from '../problem-error.ts';
import type { Problem, Team, Visit } from '../problem.ts';
import type { Model } from './model.ts';
import { readPlaces } from './places.ts';
import { dropWeights } from './priorities.ts';
import { readRoads } from './roads.ts';
import { readLocks } from './read-locks.ts';
import { startWindows } from './windows.ts';

/** Turns a problem into numbers. @throws ProblemError when it cannot be one. */
export function compile(problem: Problem): Model {
  const { visits, teams } = problem;
  refuseDoubles('Deux visites portent', visits);
  refuseDoubles('Deux équipes portent', teams);
  for (const visit of visits) checkVisit(visit);
  const places = readPlaces(problem);
  const locks = readLocks(problem);
  const dimensions = loadDimensions(problem);
  const windows = [...visits.map(startWindows), ...teams.map(shiftOf), ...teams.map(shiftOf)];
  const nodes = windows.length;
  const deliveries = loads(
    visits.map((visit) => visit.deliveries),
    dimensions,
    0,
  );
  const pickups = loads(
    visits.map((visit) => visit.pickups),
    dimensions,
    0,
  );
  const placeOf = [
    ...visits.map(({ place }) => places.indexOf(place)),
    ...teams.map(({ start }) => places.indexOf(start)),
    ...teams.map(({ end }) => places.indexOf(end)),
  ];
  return {
    problem,
    visits: visits.length,
    teams: teams.length,
    nodes,
    size: places.count + 1,
    place: Int32Array.from(placeOf),
    open: Float64Array.from(windows, (list) => list[0]?.from ?? -Infinity),
    close: Float64Array.from(windows, (list) => list.at(-1)?.to ?? Infinity),
    isMulti: Uint8Array.from(windows, (list) => Number(list.length > 1)),
    windows,
    hasSetups: visits.some((visit) => (visit.setupSeconds ?? 0) > 0 || visit.setupSecondsByKind !== undefined),
    roads: readRoads(teams, places),
    ...careSeconds(visits, teams, nodes),
    dimensions,
    deliveries,
    pickups,
    capacity: loads(
      teams.map((team) => team.capacity),
      dimensions,
      Infinity,
    ),
    hasMixedLoads: deliveries.some((load) => load > 0) && pickups.some((load) => load > 0),
    allowed: Uint8Array.from(visits.flatMap((visit) => teams.map((team) => Number(mayServe(team, visit))))),
    twin: twinsOf(problem),
    fixedCost: Float64Array.from(teams, ({ costs }) => costs?.fixed ?? 0),
    maxVisits: Float64Array.from(teams, ({ maxVisits }) => maxVisits ?? Infinity),
    maxDrive: Float64Array.from(teams, ({ maxDriveSeconds }) => maxDriveSeconds ?? Infinity),
    maxMeters: Float64Array.from(teams, ({ maxMeters }) => maxMeters ?? Infinity),
    hasRoadLimits: teams.some((team) => team.maxDriveSeconds !== undefined || team.maxMeters !== undefined),
    weight: dropWeights(
      visits.map(({ priority }) => priority ?? 0),
      visits.map(({ lock }) => lock !== undefined),
    ),
    ...locks,
  };
}

/** Skills and equipment; a lock wins over both: someone decided it. */
export function mayServe(team: Team, visit: Visit): boolean {
  if (visit.lock) return visit.lock.team === team.id;
  return missing(visit.skills, team.skills).length === 0 && missing(visit.equipment, team.equipment).length === 0;
}

export function missing(wanted: readonly string[] = [], held: readonly string[] = []): string[] {
  return wanted.filter((item) => !held.includes(item));
}

function shiftOf({ id, shift }: Team): { from: number; to: number }[] {
  const { from, to } = shift ?? { from: 0, to: Infinity };
  if (!(from <= to)) throw new ProblemError(`Les horaires de l’équipe ${id} finissent avant de commencer.`);
  return [{ from, to }];
}

function careSeconds(
  visits: readonly Visit[],
  teams: readonly Team[],
  nodes: number,
): Pick<Model, 'service' | 'setup'> {
  const tables = (secondsOf: (visit: Visit, kind: string) => number) => {
    const byKind = new Map<string, Float64Array>();
    return teams.map(({ kind = '' }) => {
      const known = byKind.get(kind) ?? new Float64Array(nodes);
      if (!byKind.has(kind)) visits.forEach((visit, at) => (known[at] = secondsOf(visit, kind)));
      byKind.set(kind, known);
      return known;
    });
  };
  return {
    service: tables((visit, kind) => visit.serviceSecondsByKind?.[kind] ?? visit.serviceSeconds),
    setup: tables((visit, kind) => visit.setupSecondsByKind?.[kind] ?? visit.setupSeconds ?? 0),
  };
}

function loadDimensions({ visits, teams }: Problem): number {
  const lists = [
    ...visits.flatMap(({ deliveries, pickups }) => [deliveries, pickups]),
    ...teams.map(({ capacity }) => capacity),
  ];
  const sizes = new Set(lists.flatMap((list) => (list && list.length > 0 ? [list.length] : [])));
  if (sizes.size > 1)
    throw new ProblemError('Les capacités et les charges n’ont pas toutes le même nombre de dimensions.');
  return [...sizes][0] ?? 0;
}

function loads(lists: readonly (readonly number[] | undefined)[], dimensions: number, absent: number): Float64Array {
  return Float64Array.from(
    lists.flatMap((list) => Array.from({ length: dimensions }, (_, dimension) => list?.[dimension] ?? absent)),
  );
}

function twinsOf({ visits, teams }: Problem): Int32Array {
  const lockedTo = new Set(visits.flatMap(({ lock }) => (lock ? [lock.team] : [])));
  const first = new Map<string, number>();
  return Int32Array.from(teams, (team, at) => {
    const key = lockedTo.has(team.id) ? `#${team.id}` : JSON.stringify({ ...team, id: '' });
    if (!first.has(key)) first.set(key, at);
    return first.get(key) ?? at;
  });
}

function refuseDoubles(words: string, items: readonly { id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of items) {
    if (seen.has(id)) throw new ProblemError(`${words} le même identifiant : ${id}.`);
    seen.add(id);
  }
}

function checkVisit({ id, serviceSeconds, setupSeconds = 0, deliveries = [], pickups = [] }: Visit): void {
  const numbers = [serviceSeconds, setupSeconds, ...deliveries, ...pickups];
  if (!numbers.every((value) => Number.isFinite(value) && value >= 0))
    throw new ProblemError(`Les durées et les charges de la visite ${id} doivent être des nombres positifs ou nuls.`);
}

import { ProblemError } from '../problem-error.ts';
import type { GeoPoint, PlaceRef, Problem, TravelMatrix } from '../problem.ts';
import { DEFAULT_PROFILE } from '../problem.ts';
import { estimateMatrix } from '../travel.ts';

/** Every place by number, and the travel between them by profile. One more row, `nowhere`, is free to reach. */
export interface Places {
  indexOf: (place: PlaceRef | undefined) => number;
  count: number;
  matrices: Record<string, TravelMatrix>;
}

export function readPlaces(problem: Problem): Places {
  return problem.matrices ? placesOfMatrices(problem.matrices) : placesOfPoints(problem);
}

function placesOfMatrices(matrices: Record<string, TravelMatrix>): Places {
  const sizes = Object.values(matrices).map(({ seconds }) => seconds.length);
  const count = sizes[0] ?? 0;
  if (sizes.some((size) => size !== count)) throw new ProblemError('Les matrices n’ont pas toutes la même taille.');
  for (const [profile, matrix] of Object.entries(matrices)) checkMatrix(profile, matrix, count);
  const indexOf = (place: PlaceRef | undefined) => {
    if (place === undefined) return count;
    if (typeof place !== 'number') throw new ProblemError('Avec des matrices, un lieu est un numéro de ligne.');
    if (!Number.isInteger(place) || place < 0 || place >= count)
      throw new ProblemError(`Le lieu ${place} n’est pas une ligne des matrices (${count} lignes).`);
    return place;
  };
  return { indexOf, count, matrices };
}

function checkMatrix(profile: string, matrix: TravelMatrix, count: number): void {
  for (const table of [matrix.seconds, matrix.meters, matrix.costs]) {
    if (!table) continue;
    const isSquare = table.length === count && table.every((row) => row.length === count);
    if (!isSquare) throw new ProblemError(`La matrice « ${profile} » n’est pas carrée.`);
    if (!table.every((row) => row.every((value) => Number.isFinite(value) && value >= 0)))
      throw new ProblemError(`La matrice « ${profile} » doit ne contenir que des nombres positifs ou nuls.`);
  }
}

function placesOfPoints(problem: Problem): Places {
  const points: GeoPoint[] = [];
  const numbers = new Map<string, number>();
  const add = (place: PlaceRef | undefined) => {
    if (place === undefined) return;
    const point = asPoint(place);
    const key = `${point.lat},${point.lon}`;
    if (numbers.has(key)) return;
    numbers.set(key, points.length);
    points.push(point);
  };
  for (const { place } of problem.visits) add(place);
  for (const { start, end } of problem.teams) [start, end].forEach(add);
  const matrix = estimateMatrix(points, problem.travel);
  const profiles = new Set([DEFAULT_PROFILE, ...problem.teams.map(({ profile }) => profile ?? DEFAULT_PROFILE)]);
  const indexOf = (place: PlaceRef | undefined) => {
    if (place === undefined) return points.length;
    const point = asPoint(place);
    return numbers.get(`${point.lat},${point.lon}`) ?? points.length;
  };
  return { indexOf, count: points.length, matrices: Object.fromEntries([...profiles].map((name) => [name, matrix])) };
}

function asPoint(place: PlaceRef): GeoPoint {
  if (typeof place === 'number') throw new ProblemError('Sans matrices, un lieu est un point (latitude, longitude).');
  if (!Number.isFinite(place.lat) || !Number.isFinite(place.lon) || Math.abs(place.lat) > 90)
    throw new ProblemError('Un lieu a des coordonnées illisibles.');
  return place;
}

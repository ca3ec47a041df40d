import { ProblemError } from '../problem-error.ts';
import type { PlaceRef, Problem, Team, TravelMatrix, Visit } from '../problem.ts';
import { DEFAULT_PROFILE } from '../problem.ts';
import { startWindows } from './windows.ts';

/**
 * The problem of one tour alone, quick to compile: one team, its visits, the matrix rows they need. Locks
 * are left out but for their hours: they are read again from the whole problem.
 */
export function narrowTo(problem: Problem, team: Team, visits: readonly Visit[]): Problem {
  const free = visits.map((visit) => ({ ...visit, windows: startWindows(visit), lock: undefined }));
  const { matrices } = problem;
  if (!matrices) return { visits: free, teams: [team], travel: problem.travel };
  const profile = team.profile ?? DEFAULT_PROFILE;
  const matrix = Object.hasOwn(matrices, profile) ? matrices[profile] : undefined;
  const rows = [...new Set([team.start, team.end, ...visits.map(({ place }) => place)])].filter(
    (row) => typeof row === 'number',
  );
  if (!matrix || rows.some((row) => matrix.seconds[row] === undefined))
    throw new ProblemError('Un lieu n’est pas une ligne des matrices.');
  const renumber = (place: PlaceRef) => (typeof place === 'number' ? rows.indexOf(place) : place);
  return {
    visits: free.map((visit) => ({ ...visit, place: renumber(visit.place) })),
    teams: [
      {
        ...team,
        start: team.start === undefined ? undefined : renumber(team.start),
        end: team.end === undefined ? undefined : renumber(team.end),
      },
    ],
    matrices: { [profile]: pick(matrix, rows) },
  };
}

function pick(matrix: TravelMatrix, rows: readonly number[]): TravelMatrix {
  const cut = (table: readonly (readonly number[])[] | undefined) =>
    table && rows.map((from) => rows.map((to) => table[from]?.[to] ?? 0));
  return { seconds: cut(matrix.seconds) ?? [], meters: cut(matrix.meters), costs: cut(matrix.costs) };
}

import { missing } from './model/compile.ts';
import type { Model } from './model/model.ts';
import { timeTour } from './timetable.ts';
import { violationsOf } from './violations.ts';
import type { Problem, Visit } from './problem.ts';

/**
 * Why a visit is in no tour, in one French sentence: the first reason that holds for every team. `tours`: the visits of
 * each team in their order, since a day is full of something.
 */
export function whyUnplanned(model: Model, visit: number, tours: readonly (readonly number[])[]): string {
  const { problem } = model;
  const wanted = problem.visits[visit];
  if (!wanted) return '';
  if (problem.teams.length === 0) return 'Aucune équipe n’est disponible.';
  return missingEverywhere(problem, wanted) ?? whyAlone(model, visit, tours);
}

function missingEverywhere({ teams }: Problem, visit: Visit): string | undefined {
  const holds = (items: readonly string[] | undefined, of: 'skills' | 'equipment') =>
    teams.some((team) => missing(items, team[of]).length === 0);
  if (!holds(visit.skills, 'skills')) return `Aucune équipe n’a la compétence demandée : ${visit.skills?.join(', ')}.`;
  if (!holds(visit.equipment, 'equipment'))
    return `Aucune équipe n’a le matériel demandé : ${visit.equipment?.join(', ')}.`;
  return undefined;
}

/** Even alone in its tour? Then its own hours or place are the cause; else the day is full, unless a team has room left. */
function whyAlone(model: Model, visit: number, tours: readonly (readonly number[])[]): string {
  const alone = model.problem.teams.flatMap((_, team) => {
    if (model.allowed[visit * model.teams + team] === 0) return [];
    return [violationsOf(onlyOf(model, team, [visit]), timeTour(model, team, [visit]))];
  });
  if (alone.some((violations) => violations.length === 0))
    return hasRoom(model, visit, tours)
      ? 'Une équipe a encore la place de la faire.'
      : 'Plus de place dans la journée des équipes.';
  return alone.flat()[0]?.words ?? 'Aucune équipe ne réunit les compétences et le matériel demandés.';
}

/** Fits somewhere between what is planned, without breaking a rule. */
function hasRoom(model: Model, visit: number, tours: readonly (readonly number[])[]): boolean {
  return tours.some((tour, team) => {
    if (model.allowed[visit * model.teams + team] === 0) return false;
    const only = onlyOf(model, team, [...tour, visit]);
    return [...tour, visit].some(
      (_, rank) => violationsOf(only, timeTour(model, team, tour.toSpliced(rank, 0, visit))).length === 0,
    );
  });
}

/** One team and these visits: what its tour is read from, whatever the size of the day. */
function onlyOf({ problem }: Model, team: number, visits: readonly number[]): Problem {
  return {
    ...problem,
    teams: problem.teams.slice(team, team + 1),
    visits: visits.flatMap((at) => problem.visits[at] ?? []),
  };
}

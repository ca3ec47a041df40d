import { missing } from './model/compile.ts';
import { startWindows } from './model/windows.ts';
import type { Stop, Tour, Violation } from './plan-types.ts';
import type { Problem, Team, Visit } from './problem.ts';
import { durationWords, hourWords } from './words.ts';

const TOLERANCE = 1e-6;

/** Every rule a timed tour breaks, in words. */
export function violationsOf(problem: Problem, tour: Tour): Violation[] {
  const team = problem.teams.find(({ id }) => id === tour.team);
  if (!team) return [];
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const ofStops = tour.stops.flatMap((stop, rank) => {
    const visit = visits.get(stop.visit);
    return visit ? [...stopViolations(team, visit, stop), ...lockViolations(team, visit, rank, stop)] : [];
  });
  return [...ofStops, ...teamViolations(team, tour)];
}

function stopViolations(team: Team, visit: Visit, stop: Stop): Violation[] {
  const found: Violation[] = [];
  const of = (cause: Violation['cause'], words: string, seconds?: number) =>
    found.push({ cause, team: team.id, visit: visit.id, words, ...(seconds === undefined ? {} : { seconds }) });
  const windows = startWindows(visit);
  const isInside = windows.some(({ from, to }) => stop.startAt >= from - TOLERANCE && stop.startAt <= to + TOLERANCE);
  const last = windows.at(-1)?.to ?? Infinity;
  if (!isInside && visit.lock?.at === undefined) {
    const late = stop.startAt - last;
    of('delay', `Arrivée à ${hourWords(stop.startAt)}, ${durationWords(late)} après la fin du créneau.`, late);
  }
  const skills = missing(visit.skills, team.skills);
  if (skills.length > 0) of('skills', `L’équipe n’a pas la compétence demandée : ${skills.join(', ')}.`);
  const equipment = missing(visit.equipment, team.equipment);
  if (equipment.length > 0) of('equipment', `L’équipe n’a pas le matériel demandé : ${equipment.join(', ')}.`);
  return found;
}

function lockViolations(team: Team, { id, lock }: Visit, rank: number, stop: Stop): Violation[] {
  if (!lock) return [];
  const of = (words: string, seconds?: number): Violation[] => [
    { cause: 'lock', team: team.id, visit: id, words, ...(seconds === undefined ? {} : { seconds }) },
  ];
  if (lock.team !== team.id) return of('Cette visite est verrouillée sur une autre équipe.');
  if (lock.position !== undefined && lock.position !== rank)
    return of(`Cette visite est verrouillée au rang ${lock.position + 1}.`);
  if (lock.at !== undefined && Math.abs(stop.startAt - lock.at) > TOLERANCE) {
    const late = stop.startAt - lock.at;
    return of(`Heure verrouillée à ${hourWords(lock.at)} : arrivée possible à ${hourWords(stop.startAt)}.`, late);
  }
  return [];
}

function teamViolations(team: Team, tour: Tour): Violation[] {
  const found: Violation[] = [];
  const of = (cause: Violation['cause'], words: string, seconds?: number) =>
    found.push({ cause, team: team.id, words, ...(seconds === undefined ? {} : { seconds }) });
  const over = tour.finishAt - (team.shift?.to ?? Infinity);
  if (over > TOLERANCE) of('shift', `La tournée finit ${durationWords(over)} après l’heure de l’équipe.`, over);
  if (tour.stops.length > (team.maxVisits ?? Infinity)) of('max_tasks', `Plus de ${team.maxVisits} visites.`);
  const drive = tour.driveSeconds - (team.maxDriveSeconds ?? Infinity);
  if (drive > TOLERANCE) of('max_travel_time', `${durationWords(drive)} de route de trop.`, drive);
  if (tour.meters > (team.maxMeters ?? Infinity) + TOLERANCE) of('max_distance', 'Trop de kilomètres.');
  const loads = [tour.startLoad, ...tour.stops.map(({ load }) => load)];
  if (loads.some((load) => load.some((value, k) => value > (team.capacity?.[k] ?? Infinity) + TOLERANCE)))
    of('load', 'Le chargement dépasse la capacité de l’équipe.');
  return found;
}

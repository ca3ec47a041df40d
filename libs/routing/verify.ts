import type { Plan, Tour } from './plan-types.ts';
import type { PlaceRef, Problem, Team, Visit } from './problem.ts';
import { DEFAULT_PROFILE } from './problem.ts';
import { estimateLeg } from './travel.ts';

const TOLERANCE = 1e-6;

/**
 * Reads a plan again from the problem alone and says every fault found, in words for engineers; none: every
 * visit is served once or told as unplanned, every rule and every lock is kept, every figure adds up. It
 * shares no code with the planner but the estimate of a leg.
 */
export function verify(problem: Problem, plan: Plan): string[] {
  const faults = countVisits(problem, plan);
  for (const tour of plan.tours) {
    const team = problem.teams.find(({ id }) => id === tour.team);
    if (team) faults.push(...verifyTour(problem, team, tour));
    else faults.push(`unknown team ${tour.team}`);
  }
  for (const { id, lock } of problem.visits)
    if (lock && !plan.tours.some(({ team, stops }) => team === lock.team && stops.some(({ visit }) => visit === id)))
      faults.push(`${id} is not with the team it is locked to`);
  const total = plan.tours.reduce((sum, { cost }) => sum + cost, 0);
  if (Math.abs(total - plan.cost) > 1e-3) faults.push(`the cost is told ${plan.cost}, counted ${total}`);
  return faults;
}

function countVisits(problem: Problem, plan: Plan): string[] {
  const told = [
    ...plan.tours.flatMap(({ stops }) => stops.map(({ visit }) => visit)),
    ...plan.unplanned.map(({ visit }) => visit),
  ];
  const faults = problem.visits.flatMap(({ id }) => {
    const times = told.filter((other) => other === id).length;
    return times === 1 ? [] : [`${id} is told ${times} times`];
  });
  if (new Set(plan.tours.map(({ team }) => team)).size < plan.tours.length) faults.push('a team has two tours');
  return told.length === problem.visits.length ? faults : [...faults, 'visits are told that do not exist'];
}

function verifyTour(problem: Problem, team: Team, tour: Tour): string[] {
  const faults: string[] = [];
  const fault = (words: string) => faults.push(`${team.id}: ${words}`);
  const shift = team.shift ?? { from: 0, to: Infinity };
  let clock = tour.departAt;
  let here = team.start;
  let drive = 0;
  let meters = 0;
  if (clock < shift.from - TOLERANCE) fault('leaves before its shift');
  for (const [rank, stop] of tour.stops.entries()) {
    const visit = problem.visits.find(({ id }) => id === stop.visit);
    if (!visit) continue;
    const way = wayBetween(problem, team, here, visit.place);
    drive += way.seconds;
    meters += way.meters;
    clock += way.seconds;
    if (Math.abs(clock - stop.arriveAt) > TOLERANCE)
      fault(`arrives at ${visit.id} at ${stop.arriveAt}, counted ${clock}`);
    if (stop.startAt < clock - TOLERANCE) fault(`begins ${visit.id} before it is there`);
    clock = stop.startAt + careOf(team, visit, isSamePlace(here, visit.place));
    if (Math.abs(clock - stop.leaveAt) > TOLERANCE) fault(`leaves ${visit.id} at ${stop.leaveAt}, counted ${clock}`);
    faults.push(...verifyStop(team, visit, rank, stop.startAt));
    here = visit.place;
  }
  const home = wayBetween(problem, team, here, team.end);
  drive += home.seconds;
  meters += home.meters;
  clock += home.seconds;
  if (Math.abs(clock - tour.finishAt) > TOLERANCE) fault(`finishes at ${tour.finishAt}, counted ${clock}`);
  if (clock > shift.to + TOLERANCE) fault('finishes after its shift');
  if (Math.abs(drive - tour.driveSeconds) > TOLERANCE) fault('its time on the road does not add up');
  if (drive > (team.maxDriveSeconds ?? Infinity) + TOLERANCE) fault('drives too long');
  if (meters > (team.maxMeters ?? Infinity) + TOLERANCE) fault('drives too far');
  if (tour.stops.length > (team.maxVisits ?? Infinity)) fault('has too many visits');
  if (!isLoadKept(problem, team, tour)) fault('is overloaded');
  return faults;
}

function verifyStop(team: Team, visit: Visit, rank: number, startAt: number): string[] {
  const { lock, windows = [] } = visit;
  const near = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE;
  if (lock) {
    const isKept = lock.position === undefined || lock.position === rank;
    const isOnHour = lock.at === undefined || near(lock.at, startAt);
    if (!isKept) return [`${visit.id} is not at its locked rank`];
    if (!isOnHour) return [`${visit.id} is not at its locked hour`];
  }
  const lacks = (wanted: readonly string[] = [], held: readonly string[] = []) =>
    !wanted.every((item) => held.includes(item));
  if (!lock && (lacks(visit.skills, team.skills) || lacks(visit.equipment, team.equipment)))
    return [`${visit.id} is with a team that lacks a skill or a tool`];
  const isInside = windows.some(({ from, to }) => startAt >= from - TOLERANCE && startAt <= to + TOLERANCE);
  return isInside || windows.length === 0 || lock?.at !== undefined ? [] : [`${visit.id} begins outside its windows`];
}

function wayBetween(problem: Problem, team: Team, from?: PlaceRef, to?: PlaceRef): { seconds: number; meters: number } {
  if (from === undefined || to === undefined) return { seconds: 0, meters: 0 };
  const speed = team.speedFactor ?? 1;
  const scaled = (seconds: number) => (speed === 1 ? seconds : Math.round(seconds / speed));
  if (typeof from === 'number' && typeof to === 'number') {
    const matrix = problem.matrices?.[team.profile ?? DEFAULT_PROFILE];
    return { seconds: scaled(matrix?.seconds[from]?.[to] ?? NaN), meters: matrix?.meters?.[from]?.[to] ?? 0 };
  }
  if (typeof from === 'number' || typeof to === 'number') return { seconds: NaN, meters: NaN };
  const leg = estimateLeg(from, to, problem.travel);
  return { seconds: scaled(leg.seconds), meters: leg.meters };
}

function isSamePlace(a: PlaceRef | undefined, b: PlaceRef): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.lat === b.lat && a.lon === b.lon;
}

function careOf({ kind = '' }: Team, visit: Visit, isAlreadySetUp: boolean): number {
  const care = visit.serviceSecondsByKind?.[kind] ?? visit.serviceSeconds;
  return isAlreadySetUp ? care : care + (visit.setupSecondsByKind?.[kind] ?? visit.setupSeconds ?? 0);
}

function isLoadKept(problem: Problem, team: Team, tour: Tour): boolean {
  const visits = tour.stops.flatMap(({ visit }) => problem.visits.filter(({ id }) => id === visit));
  return (team.capacity ?? []).every((limit, k) => {
    let load = visits.reduce((sum, { deliveries }) => sum + (deliveries?.[k] ?? 0), 0);
    if (load > limit + TOLERANCE) return false;
    return visits.every(({ deliveries, pickups }) => {
      load += (pickups?.[k] ?? 0) - (deliveries?.[k] ?? 0);
      return load <= limit + TOLERANCE;
    });
  });
}

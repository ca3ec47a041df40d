import { EQUIPMENT_LABELS } from '#contracts/care';
import type { PriorityClass } from '#contracts/enums';
import type { GeoPoint, Order, Problem, Team, TimeWindow, Visit } from '#routing';
import type { TeamRow } from '../tables/team.entity.ts';
import { DayClock } from './day-clock.ts';
import { type DayState, type DayVisit, isPinned, isStarted, tourOf } from './day-state.ts';
import { equipmentFor } from './needs.ts';

/** Parking, stairs, the door: paid at each stop, two in one commune too. */
export const DOOR_MINUTES = 5;

const DAY_SECONDS = 24 * 3600;
const CLASS_PRIORITY: Record<PriorityClass, number> = { P0: 4, P1: 3, P2: 2, P3: 1, P4: 0 };
const DUE_THAT_DAY = 10;
const PAST_DUE = 20;

export const serviceSecondsOf = ({ minutes }: Pick<DayVisit, 'minutes'>): number => (minutes + DOOR_MINUTES) * 60;

/** What is left to plan of a day. What is begun is no longer in it: the team starts from there. */
export interface DayProblem {
  clock: DayClock;
  problem: Problem;
  /** The plan as it stands, begun stops left out. */
  orders: Order[];
  /** Number of begun stops, by team. */
  begun: ReadonlyMap<string, number>;
}

export function toProblem(state: DayState): DayProblem {
  const clock = new DayClock(state.date, state.timezone);
  const tours = new Map(state.teams.map(({ id }) => [id, tourOf(state.visits, id)]));
  const open = state.visits.filter((visit) => !isStarted(visit));
  const teams = state.teams.map((team) => toTeam(state, clock, team, tours.get(team.id) ?? []));
  const dayEnd = Math.max(DAY_SECONDS - 1, ...teams.map(({ shift }) => shift?.to ?? 0));
  return {
    clock,
    problem: { teams, visits: open.map((visit) => toVisit(state, clock, visit, dayEnd)) },
    orders: state.teams.map(({ id }) => ({
      team: id,
      visits: (tours.get(id) ?? []).filter((visit) => !isStarted(visit)).map(({ actId }) => actId),
    })),
    begun: new Map([...tours].map(([id, visits]) => [id, visits.filter(isStarted).length])),
  };
}

/** When the care of a begun stop ends, as far as is known. */
export function expectedEnd({ told, minutes }: Pick<DayVisit, 'told' | 'minutes'>, now: Date): Date {
  if (!told) return now;
  if (told.endedAt) return told.endedAt;
  const begins = told.arrivedAt ?? new Date(Math.max(told.startAt.getTime(), now.getTime()));
  const ends = begins.getTime() + serviceSecondsOf({ minutes }) * 1000;
  return new Date(Math.max(ends, now.getTime()));
}

function toTeam(state: DayState, clock: DayClock, row: TeamRow, tour: readonly DayVisit[]): Team {
  const last = tour.filter(isStarted).at(-1);
  const now = state.date === state.today ? clock.toSeconds(state.now) : -Infinity;
  const free = last ? clock.toSeconds(expectedEnd(last, state.now)) : row.shiftFrom * 60;
  const from = Math.max(free, now);
  return {
    id: row.id,
    start: (last && placeOf(last, state)) ?? { lat: row.startLat, lon: row.startLng },
    end: { lat: row.endLat, lon: row.endLng },
    shift: { from, to: Math.max(from, row.shiftTo * 60) },
    equipment: row.equipment.map((item) => EQUIPMENT_LABELS[item]),
  };
}

function toVisit(state: DayState, clock: DayClock, visit: DayVisit, dayEnd: number): Visit {
  const { placement } = visit;
  const isPromised = visit.told !== null && placement !== null && visit.told.day === state.date;
  return {
    id: visit.actId,
    place: placeOf(visit, state) ?? { lat: 0, lon: 0 },
    serviceSeconds: serviceSecondsOf(visit),
    windows: startWindowsOf(state, clock, visit, dayEnd),
    equipment: equipmentFor(visit.exams).map((item) => EQUIPMENT_LABELS[item]),
    priority: priorityOf(visit, clock, state.now),
    ...(placement &&
      (isPinned(visit, state.date)
        ? { lock: { team: placement.teamId, at: clock.toSeconds(placement.startsAt) } }
        : isPromised && { lock: { team: placement.teamId } })),
  };
}

/** No hour of a patient is known: what was promised, else the day until the act is due. */
export function startWindowsOf(state: DayState, clock: DayClock, visit: DayVisit, dayEnd: number): TimeWindow[] {
  const { told, dueAt, placement } = visit;
  if (told && placement && told.day === state.date)
    return [{ from: clock.toSeconds(told.fromAt), to: clock.toSeconds(told.toAt) }];
  const from = state.date === state.today ? clock.toSeconds(state.now) : 0;
  const due = clock.toSeconds(dueAt);
  const to = due > from && due < dayEnd ? due : dayEnd;
  return [{ from: Math.min(from, to), to }];
}

/** Past due first, then what is due that day, then by class. */
export function priorityOf(
  { class: value, dueAt }: Pick<DayVisit, 'class' | 'dueAt'>,
  clock: DayClock,
  now: Date,
): number {
  const due = clock.toSeconds(dueAt);
  const urgency = dueAt < now || due < 0 ? PAST_DUE : due < DAY_SECONDS ? DUE_THAT_DAY : 0;
  return urgency + CLASS_PRIORITY[value];
}

/** The centre of the commune; when it is not known, where a team starts, and the screen says so. */
export function placeOf({ commune }: DayVisit, { teams }: DayState): GeoPoint | undefined {
  if (commune) return { lat: commune.lat, lon: commune.lng };
  const [first] = teams;
  return first && { lat: first.startLat, lon: first.startLng };
}

import type { DayView, StopView, Target, TeamView } from './views.ts';
import { isFrozen } from './words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Pixels of a minute: half an hour holds a name, its hours and its town. */
const SCALE = 1.9;
const LINE_PX = 16;
const BORDERS_PX = 6;
const LEAST_BLOCK_PX = 20;
/** A drop this far after the end of the stop before is a wish of hour, not only of rank. */
const WISH_MIN = 30;
const STEP_MS = 5 * MINUTE;

/** The hours all lanes share. Times in milliseconds, heights in pixels. */
export interface Axis {
  from: number;
  to: number;
  height: number;
  hourHeight: number;
  hours: { at: string; top: number }[];
}

/** From the first hour anybody is on the road to the last; `null` without a team. */
export function axisOf(teams: readonly TeamView[]): Axis | null {
  if (teams.length === 0) return null;
  const starts = teams.flatMap((team) => [
    Date.parse(team.shiftFrom),
    ...team.stops.map(({ arriveAt, travelMin }) => Date.parse(arriveAt) - travelMin * MINUTE),
  ]);
  const ends = teams.flatMap(({ shiftTo, endsAt }) => [Date.parse(shiftTo), ...(endsAt ? [Date.parse(endsAt)] : [])]);
  const from = Math.floor(Math.min(...starts) / HOUR) * HOUR;
  const to = Math.ceil(Math.max(...ends) / HOUR) * HOUR;
  const count = Math.round((to - from) / HOUR) + 1;
  return {
    from,
    to,
    height: ((to - from) / MINUTE) * SCALE,
    hourHeight: 60 * SCALE,
    hours: Array.from({ length: count }, (_, index) => ({
      at: new Date(from + index * HOUR).toISOString(),
      top: index * 60 * SCALE,
    })),
  };
}

export const topOf = (axis: Axis, at: string | number): number =>
  ((new Date(at).getTime() - axis.from) / MINUTE) * SCALE;

/** Rounded to the second: a height is no exact time. */
export const timeAt = (axis: Axis, top: number): number => axis.from + Math.round((top / SCALE) * 60) * 1_000;

export interface Piece {
  kind: 'drive' | 'wait';
  top: number;
  height: number;
  minutes: number;
}
export interface Block {
  stop: StopView;
  rank: number;
  top: number;
  height: number;
  /** Whole lines of text it holds, four at most. */
  lines: number;
  promise: { top: number; height: number } | null;
}
export interface LaneShape {
  blocks: Block[];
  pieces: Piece[];
}

/** Where everything of one team is drawn. */
export function laneShape(axis: Axis, team: TeamView): LaneShape {
  const between = (kind: Piece['kind'], from: number, to: number): Piece => ({
    kind,
    top: topOf(axis, from),
    height: topOf(axis, to) - topOf(axis, from),
    minutes: Math.round((to - from) / MINUTE),
  });
  const pieces: Piece[] = [];
  let left = -Infinity;
  for (const stop of team.stops) {
    const arrive = Date.parse(stop.arriveAt);
    const start = Date.parse(stop.startAt);
    const departs = Math.max(left, arrive - stop.travelMin * MINUTE);
    if (arrive > departs) pieces.push(between('drive', departs, arrive));
    if (start - arrive >= MINUTE) pieces.push(between('wait', arrive, start));
    left = Date.parse(stop.endAt);
  }
  const home = team.endsAt ? Date.parse(team.endsAt) : -Infinity;
  if (home > left) pieces.push(between('drive', left, home));
  const blocks = team.stops.map((stop, index): Block => {
    const top = topOf(axis, stop.startAt);
    const height = Math.max(topOf(axis, stop.endAt) - top, LEAST_BLOCK_PX);
    const promise = stop.promised && {
      top: topOf(axis, stop.promised.from),
      height: topOf(axis, stop.promised.to) - topOf(axis, stop.promised.from),
    };
    const lines = Math.min(4, Math.max(1, Math.floor((height - BORDERS_PX) / LINE_PX)));
    return { stop, rank: index + 1, top, height, lines, promise };
  });
  return { blocks, pieces };
}

const middleOf = (stop: StopView) => (Date.parse(stop.startAt) + Date.parse(stop.endAt)) / 2;
const othersOf = (team: TeamView, actId: string) => team.stops.filter((stop) => stop.actId !== actId);
/** Nothing is put before a stop already begun. */
const firstFree = (stops: readonly StopView[]) => stops.filter(isFrozen).length;

/** What a drop at this time on this team asks for: a rank, and an hour when there is room before it. */
export function targetAt(team: TeamView, actId: string, time: number): Target {
  const others = othersOf(team, actId);
  const rank = others.filter((stop) => middleOf(stop) < time).length;
  const position = Math.max(rank, firstFree(others));
  const before = others[position - 1];
  const free = before ? Date.parse(before.endAt) : Date.parse(team.shiftFrom);
  const wished = Math.round(time / STEP_MS) * STEP_MS;
  return {
    teamId: team.id,
    position,
    ...(wished - free >= WISH_MIN * MINUTE && { startAt: new Date(wished).toISOString() }),
  };
}

/** Where a visit is in a day: its team and rank, or among the visits to place. */
export function placeOf(day: DayView, actId: string): Target | null {
  for (const team of day.teams) {
    const position = team.stops.findIndex((stop) => stop.actId === actId);
    if (position >= 0) return { teamId: team.id, position };
  }
  return day.unplanned.some((visit) => visit.actId === actId) ? { teamId: null } : null;
}

export type Direction = 'earlier' | 'later' | 'left' | 'right';

/** One step of the arrows from where the visit is, or was last asked to go; `null` at the edge. */
export function stepFrom(day: DayView, actId: string, from: Target, direction: Direction): Target | null {
  const at = day.teams.findIndex(({ id }) => id === from.teamId);
  if (direction === 'left' || direction === 'right') {
    const team = day.teams[at + (direction === 'right' ? 1 : -1)];
    if (!team) return at >= 0 && direction === 'left' ? { teamId: null } : null;
    const own = day.teams.flatMap(({ stops }) => stops).find((stop) => stop.actId === actId);
    const others = othersOf(team, actId);
    const rank = own ? others.filter((stop) => middleOf(stop) < middleOf(own)).length : others.length;
    return { teamId: team.id, position: Math.max(rank, firstFree(others)) };
  }
  const team = day.teams[at];
  if (!team || from.position === undefined) return null;
  const others = othersOf(team, actId);
  const position = from.position + (direction === 'later' ? 1 : -1);
  if (position < firstFree(others) || position > others.length) return null;
  return { teamId: team.id, position };
}

export const isSameTarget = (one: Target | null, other: Target | null): boolean =>
  one?.teamId === other?.teamId && one?.position === other?.position && one?.startAt === other?.startAt;

/** The stop that the arrows reach without moving anything. */
export function neighbourOf(day: DayView, actId: string, direction: Direction): string | null {
  const place = placeOf(day, actId);
  if (!place) return null;
  const columns = [day.unplanned.map((visit) => visit.actId), ...day.teams.map(idsOf)];
  const column = place.teamId === null ? 0 : day.teams.findIndex(({ id }) => id === place.teamId) + 1;
  const row = columns[column]?.indexOf(actId) ?? 0;
  if (direction === 'earlier') return columns[column]?.[row - 1] ?? null;
  if (direction === 'later') return columns[column]?.[row + 1] ?? null;
  const step = direction === 'right' ? 1 : -1;
  for (let next = column + step; next >= 0 && next < columns.length; next += step) {
    const ids = columns[next] ?? [];
    const found = ids[Math.min(row, ids.length - 1)];
    if (found) return found;
  }
  return null;
}

const idsOf = (team: TeamView) => team.stops.map((stop) => stop.actId);

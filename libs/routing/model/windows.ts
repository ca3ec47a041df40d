import { ProblemError } from '../problem-error.ts';
import type { TimeWindow, Visit } from '../problem.ts';

/** When care may begin, in order and apart: the lock's hour, else the windows, else any time. */
export function startWindows({ id, windows, lock }: Visit): TimeWindow[] {
  if (lock?.at !== undefined) return [{ from: lock.at, to: lock.at }];
  if (!windows || windows.length === 0) return [{ from: -Infinity, to: Infinity }];
  const merged: TimeWindow[] = [];
  for (const { from, to } of [...windows].sort((a, b) => a.from - b.from)) {
    if (!(from <= to)) throw new ProblemError(`Un créneau de la visite ${id} finit avant de commencer.`);
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** The first start at or after `from`, Infinity when it is too late. */
export function firstStart(windows: readonly TimeWindow[], from: number): number {
  for (const window of windows) if (from <= window.to) return Math.max(from, window.from);
  return Infinity;
}

/** The last start at or before `until`, −Infinity when it is too early. */
export function lastStart(windows: readonly TimeWindow[], until: number): number {
  for (const window of windows.toReversed()) if (until >= window.from) return Math.min(until, window.to);
  return -Infinity;
}

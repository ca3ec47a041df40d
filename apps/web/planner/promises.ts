import type { DayView, Span, StopView } from './views.ts';

const STEP_MS = 15 * 60_000;
const PROMISE_MS = 60 * 60_000;

/** What the patient is told: the start, down to the quarter of an hour, and one hour more. */
export function announcedFor(startAt: string): Span {
  const from = Math.floor(Date.parse(startAt) / STEP_MS) * STEP_MS;
  return { from: new Date(from).toISOString(), to: new Date(from + PROMISE_MS).toISOString() };
}

export interface PromiseChange {
  stop: StopView;
  teamName: string;
  before: Span | null;
  after: Span;
}

/** What publishing would announce: first promises, and those that would move. Stops already begun keep theirs. */
export function promiseChanges(day: DayView): { first: PromiseChange[]; moved: PromiseChange[]; kept: number } {
  const changes = day.teams.flatMap((team) =>
    team.stops
      .filter((stop) => stop.status === 'planned')
      .map((stop): PromiseChange => {
        const after = announcedFor(stop.startAt);
        return { stop, teamName: team.name, before: stop.promised, after };
      }),
  );
  const first = changes.filter(({ before }) => before === null);
  const moved = changes.filter(
    ({ before, after }) => before !== null && Date.parse(before.from) !== Date.parse(after.from),
  );
  return { first, moved, kept: changes.length - first.length - moved.length };
}

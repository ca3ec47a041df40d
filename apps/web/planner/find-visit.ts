import type { DayView, StopView, TeamView, ViolationView, VisitView } from './views.ts';

export interface FoundVisit {
  visit: VisitView;
  stop: StopView | null;
  team: TeamView | null;
}

/** One visit of the day, placed or not; `null` when it has left the day. */
export function findVisit(day: DayView | undefined, actId: string | null): FoundVisit | null {
  if (!day || !actId) return null;
  for (const team of day.teams) {
    const stop = team.stops.find((each) => each.actId === actId);
    if (stop) return { visit: stop, stop, team };
  }
  const visit = day.unplanned.find((each) => each.actId === actId);
  return visit ? { visit, stop: null, team: null } : null;
}

/** Whose stop a move would upset, when it is not the one that is moved. */
export const upset = (day: DayView, moved: string, { actId }: ViolationView): string | null =>
  actId === moved ? null : (findVisit(day, actId)?.visit.patientName ?? null);

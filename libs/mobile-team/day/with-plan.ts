import type { Plan } from '#routing';
import { isStarted } from './day-state.ts';
import { renumbered } from './rearrange.ts';
import { timeDay, type TimedDay } from './to-day-view.ts';

/** The day as the search has arranged it. A visit that came or went meanwhile is left as it is. */
export function withPlan(day: TimedDay, found: Pick<Plan, 'tours' | 'unplanned'>): TimedDay {
  const { state, clock } = day;
  const places = new Map(
    found.tours.flatMap(({ team, stops }) =>
      stops.map(({ visit, startAt }, rank) => [visit, { team, rank, startAt }] as const),
    ),
  );
  const leftOut = new Set(found.unplanned.map(({ visit }) => visit));
  const visits = state.visits.map((visit) => {
    const place = places.get(visit.actId);
    if (isStarted(visit)) return visit;
    if (!place) return leftOut.has(visit.actId) ? { ...visit, placement: null } : visit;
    return {
      ...visit,
      placement: {
        teamId: place.team,
        position: place.rank,
        startsAt:
          visit.placement?.locked || visit.told?.day === state.date
            ? (visit.placement?.startsAt ?? clock.toInstant(place.startAt))
            : clock.toInstant(place.startAt),
        locked: visit.placement?.locked ?? false,
      },
    };
  });
  return timeDay(renumbered({ ...state, visits }));
}

import type { RequestState } from '#contracts';
import type { Exam, NotDoneReason } from '#contracts/care';
import type { PriorityClass } from '#contracts/enums';
import type { TeamRow } from '../tables/team.entity.ts';
import type { TourRow } from '../tables/tour.entity.ts';
import type { TourStopRow } from '../tables/tour-stop.entity.ts';
import type { DraftedView } from './day.view.ts';

/** Where a visit stands in the plan of the day that is read. */
export interface Placement {
  teamId: string;
  position: number;
  startsAt: Date;
  locked: boolean;
}

export type ToldStop = Omit<TourStopRow, 'sealed'>;

/** One visit as the rows tell it, whatever the plan makes of it. */
export interface DayVisit {
  actId: string;
  requestId: string;
  patientId: string;
  reference: string;
  requestState: RequestState;
  class: PriorityClass;
  patientName: string;
  patientAge: number;
  commune: { name: string; lat: number; lng: number } | null;
  exams: Exam[];
  /** Time at the bedside. */
  minutes: number;
  dueAt: Date;
  /** Null: not planned that day. */
  placement: Placement | null;
  /** The living announced stop, whatever its day. */
  told: ToldStop | null;
  lastNotDone: { at: Date; reason: NotDoneReason } | null;
}

/** A day as the rows tell it. */
export interface DayState {
  date: string;
  today: string;
  now: Date;
  timezone: string;
  tour: TourRow | null;
  teams: TeamRow[];
  /** Names of the members, by team. */
  members: ReadonlyMap<string, string[]>;
  visits: DayVisit[];
  draftedElsewhere: DraftedView[];
}

export const isStarted = ({ told }: DayVisit): boolean => told !== null && told.status !== 'planned';

/** Announced for this day, and not changed by hand since. */
export const isAsTold = ({ told, placement }: DayVisit, date: string): boolean =>
  told !== null &&
  placement !== null &&
  told.day === date &&
  told.teamId === placement.teamId &&
  told.startAt.getTime() === placement.startsAt.getTime();

/** Its team and its hour are not the planner's to change. */
export const isPinned = (visit: DayVisit, date: string): boolean =>
  visit.placement !== null && (visit.placement.locked || isAsTold(visit, date));

/** The visits of one team in driving order: what is begun first, in the order it was begun, then the plan. */
export function tourOf(visits: readonly DayVisit[], teamId: string): DayVisit[] {
  const begunAt = ({ told }: DayVisit) =>
    (told?.enRouteAt ?? told?.arrivedAt ?? told?.endedAt ?? told?.startAt)?.getTime() ?? 0;
  return visits
    .filter(({ placement }) => placement?.teamId === teamId)
    .sort((a, b) => {
      if (isStarted(a) !== isStarted(b)) return isStarted(a) ? -1 : 1;
      if (isStarted(a)) return begunAt(a) - begunAt(b);
      return (a.placement?.position ?? 0) - (b.placement?.position ?? 0);
    });
}

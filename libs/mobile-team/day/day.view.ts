import type { Equipment, Exam, NotDoneReason, VisitStatus } from '#contracts/care';
import type { PriorityClass } from '#contracts/enums';

export class WindowView {
  /** ISO instants. */
  from: string;
  to: string;
}

/** Why the last attempt of a visit came to nothing. */
export class NotDoneView {
  at: string;
  reason: NotDoneReason;
  reasonLabel: string;
}

export class VisitView {
  actId: string;
  requestId: string;
  reference: string;
  class: PriorityClass;
  /** « Le Goff Jeanne » */
  patientName: string;
  patientAge: number;
  communeName: string | null;
  /** Centre of the commune; null when the commune is not known. */
  lat: number | null;
  lng: number | null;
  placeLabel: string;
  /** How well the place is known: never better than the commune. */
  placePrecision: 'commune' | 'unknown';
  exams: Exam[];
  /** At the door and at the bedside. */
  serviceMin: number;
  /** When it may start that day. */
  windows: WindowView[];
  dueAt: string;
  locked: boolean;
  status: VisitStatus;
  lastNotDone: NotDoneView | null;
}

export class StopView extends VisitView {
  position: number;
  arriveAt: string;
  startAt: string;
  endAt: string;
  /** From the stop before, or from the start. */
  travelMin: number;
  km: number;
  waitMin: number;
  /** What the requester was told; null before publication. */
  promised: WindowView | null;
}

export class TeamPlaceView {
  label: string;
  lat: number;
  lng: number;
}

export class TeamView {
  id: string;
  name: string;
  colour: number;
  members: string[];
  equipment: Equipment[];
  shiftFrom: string;
  shiftTo: string;
  start: TeamPlaceView;
  end: TeamPlaceView;
  /** When it leaves its start; null without a stop. */
  departAt: string | null;
  stops: StopView[];
  driveMin: number;
  km: number;
  /** Back at its end; null without a stop. */
  endsAt: string | null;
  overtimeMin: number;
}

export class ViolationView {
  actId: string | null;
  teamId: string | null;
  kind:
    | 'delay'
    | 'skills'
    | 'equipment'
    | 'load'
    | 'shift'
    | 'max_tasks'
    | 'max_travel_time'
    | 'max_distance'
    | 'lock'
    | 'promise'
    | 'late'
    | 'unplanned'
    | 'place';
  /** A French sentence. */
  text: string;
  seconds: number | null;
}

export class DayTotalsView {
  visits: number;
  driveMin: number;
  km: number;
}

/** An announced hour that is not kept. */
export class MovedPromiseView {
  actId: string;
  patientName: string;
  /** Start of the announced hour. */
  from: string;
  /** Start of the new one; null when the visit leaves the day. */
  to: string | null;
}

/** A visit that a draft of another day has taken off the list; nobody was told of it yet. */
export class DraftedView {
  actId: string;
  /** « Le Goff Jeanne » */
  patientName: string;
  class: PriorityClass;
  date: string;
  teamName: string;
}

export class DayView {
  date: string;
  version: number;
  /** What is drawn is what was announced. */
  published: boolean;
  publishedAt: string | null;
  /** Stops that differ from what was announced. */
  unpublishedChanges: number;
  /** A day that is over is read, no longer changed. */
  readOnly: boolean;
  teams: TeamView[];
  unplanned: VisitView[];
  /** Where the visits are that this list would have, were it not for the draft of another day. */
  draftedElsewhere: DraftedView[];
  totals: DayTotalsView;
  violations: ViolationView[];
  /** Announced hours that publication would move; in its own answer, those it has moved. */
  movedPromises: MovedPromiseView[];
  serverNow: string;
}

export class DisturbedView {
  actId: string;
  patientName: string;
  text: string;
}

export class MoveView {
  /** As it is after the move, made or only priced. */
  day: DayView;
  priceMin: number;
  priceKm: number;
  /** « + 9 min, 4 km, tout tient » */
  text: string;
  /** What the move newly breaks. */
  violations: ViolationView[];
  disturbed: DisturbedView[];
}

export class OptionView {
  teamId: string;
  teamName: string;
  position: number;
  startAt: string;
  priceMin: number;
  priceKm: number;
  violations: ViolationView[];
  text: string;
}

import type { Equipment, Exam, NotDoneReason, VisitStatus } from '#contracts/care';
import type { PriorityClass } from '#contracts/enums';

/** A moment of one day, from and to, as instants. */
export interface Span {
  from: string;
  to: string;
}
export interface PlaceView {
  label: string;
  lat: number;
  lng: number;
}

/** A visit ordered by a specialist, placed or not. */
export interface VisitView {
  actId: string;
  requestId: string;
  reference: string;
  class: PriorityClass;
  patientName: string;
  patientAge: number;
  communeName: string | null;
  /** Null when the commune is not known: no mark on the map. */
  lat: number | null;
  lng: number | null;
  placeLabel: string;
  placePrecision: 'commune' | 'unknown';
  exams: Exam[];
  serviceMin: number;
  /** When the patient can be seen that day. */
  windows: Span[];
  dueAt: string;
  locked: boolean;
  status: VisitStatus;
  /** Why the last attempt came to nothing. */
  lastNotDone: { at: string; reason: NotDoneReason; reasonLabel: string } | null;
}

export interface StopView extends VisitView {
  position: number;
  arriveAt: string;
  startAt: string;
  endAt: string;
  travelMin: number;
  km: number;
  waitMin: number;
  /** What the patient was told, once the day is published. */
  promised: Span | null;
}

export interface TeamView {
  id: string;
  name: string;
  colour: number;
  members: string[];
  equipment: Equipment[];
  shiftFrom: string;
  shiftTo: string;
  start: PlaceView;
  end: PlaceView;
  stops: StopView[];
  driveMin: number;
  km: number;
  /** Null without a stop. */
  departAt: string | null;
  endsAt: string | null;
  overtimeMin: number;
}

export interface ViolationView {
  actId: string | null;
  teamId: string | null;
  kind: string;
  text: string;
  seconds: number | null;
}

/** An announced hour that is not kept; no new one when the visit leaves the day. */
export interface MovedPromiseView {
  actId: string;
  patientName: string;
  from: string;
  to: string | null;
}

export interface DayView {
  date: string;
  version: number;
  published: boolean;
  publishedAt: string | null;
  /** Stops that differ from what was announced. */
  unpublishedChanges: number;
  /** A day that is over is read, no longer changed. */
  readOnly: boolean;
  teams: TeamView[];
  unplanned: VisitView[];
  totals: { visits: number; driveMin: number; km: number };
  violations: ViolationView[];
  /** Announced hours that publication would move; in its own answer, those it has moved. */
  movedPromises: MovedPromiseView[];
  serverNow: string;
}

export interface DisturbedView {
  actId: string;
  patientName: string;
  text: string;
}
export interface MoveView {
  day: DayView;
  priceMin: number;
  priceKm: number;
  text: string;
  violations: ViolationView[];
  disturbed: DisturbedView[];
}

export interface OptionView {
  teamId: string;
  teamName: string;
  position: number;
  startAt: string;
  priceMin: number;
  priceKm: number;
  violations: ViolationView[];
  text: string;
}

/** Where a visit would go; no team: back among the visits to place. */
export interface Target {
  teamId: string | null;
  position?: number;
  startAt?: string;
}

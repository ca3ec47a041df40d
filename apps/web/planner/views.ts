import type { Equipment, Exam, VisitStatus } from '#contracts/care';
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
  communeName: string;
  lat: number;
  lng: number;
  placeLabel: string;
  exams: Exam[];
  serviceMin: number;
  /** When the patient can be seen that day. */
  windows: Span[];
  dueAt: string;
  locked: boolean;
  status: VisitStatus;
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
  endsAt: string;
  overtimeMin: number;
}

export interface ViolationView {
  actId: string | null;
  teamId: string | null;
  kind: string;
  text: string;
  seconds: number | null;
}

export interface DayView {
  date: string;
  version: number;
  published: boolean;
  publishedAt: string | null;
  teams: TeamView[];
  unplanned: VisitView[];
  totals: { visits: number; driveMin: number; km: number };
  violations: ViolationView[];
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

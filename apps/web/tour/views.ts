import type { Exam, VisitStatus } from '#contracts/care';
import type { FindingState, PriorityClass, Sex, Specialty } from '#contracts/enums';

export interface MeasureDto {
  name: string;
  value: number;
  unit: string;
  at?: string;
}

export interface SheetDto {
  measures: MeasureDto[];
  findings: Record<string, FindingState>;
  note: string;
  examsDone: Exam[];
  examsMissing: { exam: Exam; reason: string }[];
  called15: boolean;
  calledOnCall: boolean;
}

export interface NurseStopView {
  actId: string;
  requestId: string;
  requestVersion: number;
  reference: string;
  reason: string;
  class: PriorityClass;
  classWord: string;
  /** « Mme Le Goff » */
  patientName: string;
  patientAge: number;
  sex: Sex;
  address: string;
  communeName: string | null;
  accessNotes: string;
  phone: string;
  contactName: string;
  contactPhone: string;
  lat: number | null;
  lng: number | null;
  exams: Exam[];
  examLabels: string[];
  kit: string[];
  question: string;
  instructions: string;
  arriveAt: string;
  startAt: string;
  endAt: string;
  travelMin: number;
  km: number;
  promised: { from: string; to: string };
  status: VisitStatus;
  enRouteAt: string | null;
  arrivedAt: string | null;
  endedAt: string | null;
  sheet: SheetDto | null;
  sheetSavedAt: string | null;
  sheetClosed: boolean;
  dueAt: string;
}

export interface TourPlace {
  label: string;
  lat: number;
  lng: number;
}

export interface TodayView {
  date: string;
  teamName: string | null;
  stops: NurseStopView[];
  start: TourPlace | null;
  end: TourPlace | null;
  onCall: { id: string; name: string; phone: string | null } | null;
  essPhone: string;
  specialty: Specialty;
  publishedAt: string | null;
  serverNow: string;
}

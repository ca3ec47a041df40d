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
  findings: Partial<Record<string, FindingState>>;
  note: string;
  examsDone: Exam[];
  examsMissing: { exam: Exam; reason: string }[];
  called15: boolean;
  calledOnCall: boolean;
}

export interface NurseStopView {
  actId: string;
  requestId: string;
  reference: string;
  class: PriorityClass | null;
  /** « Mme Le Goff » */
  patientName: string;
  patientAge: number | null;
  sex: Sex;
  address: string | null;
  communeName: string | null;
  accessNotes: string | null;
  phone: string | null;
  contactName: string | null;
  contactPhone: string | null;
  lat: number;
  lng: number;
  exams: Exam[];
  kit: string[];
  question: string;
  instructions: string;
  arriveAt: string;
  startAt: string;
  endAt: string;
  travelMin: number;
  promised: { from: string; to: string } | null;
  status: VisitStatus;
  sheet: SheetDto | null;
}

export interface TodayView {
  date: string;
  teamName: string | null;
  stops: NurseStopView[];
  onCall: { name: string; phone: string | null } | null;
  essPhone: string;
  specialty: Specialty;
  serverNow: string;
}

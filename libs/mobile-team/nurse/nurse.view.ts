import type { Exam, VisitStatus } from '#contracts/care';
import type { PriorityClass, Sex, Specialty } from '#contracts/enums';
import { TeamPlaceView, WindowView } from '../day/day.view.ts';
import { SheetDto } from './nurse.dto.ts';

export class NurseStopView {
  actId: string;
  requestId: string;
  requestVersion: number;
  reference: string;
  /** Of the request: its red flags are asked again at the bedside. */
  reason: string;
  class: PriorityClass;
  classWord: string;
  /** « Mme Le Goff », as she is called. */
  patientName: string;
  /** « Kermarrec Jeanne », birth name first, as every list of the team writes her. */
  civilName: string;
  /** YYYY-MM-DD */
  birthDate: string;
  patientAge: number;
  sex: Sex;
  address: string;
  communeName: string | null;
  accessNotes: string;
  phone: string;
  contactName: string;
  contactPhone: string;
  /** Centre of the commune. */
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
  promised: WindowView;
  status: VisitStatus;
  enRouteAt: string | null;
  arrivedAt: string | null;
  endedAt: string | null;
  sheet: SheetDto | null;
  /** ISO; the telephone keeps its own text when it is newer. */
  sheetSavedAt: string | null;
  /** The answer is signed: the sheet is read only. */
  sheetClosed: boolean;
  dueAt: string;
}

export class TourOnCallView {
  id: string;
  name: string;
  phone: string | null;
}

export class TodayView {
  date: string;
  /** Null when the person is in no team. */
  teamName: string | null;
  /** Empty while nothing is published. */
  stops: NurseStopView[];
  /** Where the day starts and ends. */
  start: TeamPlaceView | null;
  end: TeamPlaceView | null;
  onCall: TourOnCallView | null;
  essPhone: string;
  specialty: Specialty;
  publishedAt: string | null;
  serverNow: string;
}

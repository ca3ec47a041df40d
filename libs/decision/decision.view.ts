import type { ActKind, ActState, Exam, ExamDoer } from '#contracts/care';
import type { Modality } from '#contracts/enums';

export class AppointmentView {
  at: string;
  minutes: number;
  place: string;
  withName: string | null;
}

export class ActView {
  id: string;
  kind: ActKind;
  kindLabel: string;
  state: ActState;
  orderedBy: string;
  orderedAt: string;
  dueAt: string;
  endedAt: string | null;
  exams: Exam[];
  examLabels: string[];
  doer: ExamDoer | null;
  doerLabel: string | null;
  question: string;
  /** For the team alone: empty for the requester. */
  instructions: string;
  minutes: number | null;
  /** The specialist who should receive the patient, for the desk that books; null when any may. */
  wantedWithId: string | null;
  appointment: AppointmentView | null;
}

export class ModalityView {
  modality: Modality;
  label: string;
  /** 1 is the best. */
  rank: number;
  proposed: boolean;
  /** French, each with the datum that counts. */
  reasons: string[];
  /** « inconnu » until an agenda answers. */
  slots: string;
}

export class ColleagueView {
  id: string;
  name: string;
  onCall: boolean;
}

export class DecisionView {
  acts: ActView[];
  modalities: ModalityView[];
  colleagues: ColleagueView[];
  /** The viewer decides by delegation. */
  delegated: boolean;
}

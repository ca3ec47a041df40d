import type { ConsentMode, Doer, Outcome, ReceptionKind, ReportKind, WithoutEss } from '#contracts/care';
import type { NextAction, RequestState } from '#contracts';
import type { FindingState, Modality, PriorityClass, Sex } from '#contracts/enums';
import type { ClassStatus, OwnerKind } from '#requests';

export class ReportTaskView {
  who: Doer;
  whoLabel: string;
  what: string;
  when: string;
}

export class ReportBodyView {
  /** Advice, findings of a reading, text of a consultation. */
  answer: string;
  conclusions: string;
  tasks: ReportTaskView[];
  callBackWhen: string;
  call15When: string;
  incidents: string;
  informed: boolean;
  informedOn: string | null;
  consent: ConsentMode | null;
  consentLabel: string | null;
  consentOn: string | null;
  resource: string;
  contact: string;
  when: string;
}

export class ReportPatientView {
  displayName: string;
  birthDate: string;
  sex: Sex;
  ins: string;
}

export class ReportMeasureView {
  name: string;
  label: string;
  value: number;
  unit: string;
  at: string | null;
}

export class ReceptionView {
  kind: ReceptionKind;
  kindLabel: string;
  byName: string;
  at: string;
  toldTo: string | null;
}

export class ReportView {
  id: string;
  requestId: string;
  reference: string;
  kind: ReportKind;
  kindLabel: string;
  authorName: string;
  authorRpps: string | null;
  signedAt: string;
  visibleAt: string;
  patient: ReportPatientView;
  requesterName: string;
  organisationName: string;
  question: string;
  body: ReportBodyView;
  measures: ReportMeasureView[];
  receptions: ReceptionView[];
  /** The last answer of its request: the one whose reception closes it. */
  latest: boolean;
  /** The viewer may show that he received it. */
  canReceive: boolean;
}

export class OutcomeView {
  happened: Outcome;
  withoutEss: WithoutEss | null;
  toldBy: string;
  toldAt: string;
}

export class VisitFindingView {
  id: string;
  label: string;
  state: FindingState;
}

export class MissingExamView {
  exam: string;
  reason: string;
}

/** What the mobile team brought back. */
export class VisitSheetView {
  doneAt: string;
  nurseName: string;
  measures: ReportMeasureView[];
  findings: VisitFindingView[];
  note: string;
  examsDone: string[];
  examsMissing: MissingExamView[];
  called15: boolean;
  calledOnCall: boolean;
}

export class ReportsView {
  /** Of this request, newest first; at the desk the patient's earlier ones follow. */
  reports: ReportView[];
  outcome: OutcomeView | null;
  /** For who reads the exam; null outside the desk. */
  visit: VisitSheetView | null;
  serverNow: string;
}

export class WorkOwnerView {
  kind: OwnerKind;
  id: string;
  name: string;
}

export class WorkItemView {
  id: string;
  reference: string;
  version: number;
  state: RequestState;
  stateLabel: string;
  class: PriorityClass;
  classStatus: ClassStatus;
  patientName: string;
  patientAge: number;
  sex: Sex;
  communeName: string | null;
  reasonLabel: string;
  summary: string;
  modality: Modality | null;
  nextAction: NextAction;
  nextActionLabel: string;
  owner: WorkOwnerView;
  takenAt: string | null;
  receivedAt: string;
  dueAt: string;
  reactBy: string;
  plannedFrom: string | null;
  answeredAt: string | null;
  requesterName: string;
  organisationName: string;
  organisationPhone: string | null;
  /** Direct line of who asked. */
  requesterPhone: string | null;
  /** « Lu » by somebody whose reading does not close the request. */
  readBy: string | null;
  /** Last report, to read it aloud. */
  reportId: string | null;
}

export class SpecialistBoardView {
  toTake: WorkItemView[];
  mine: WorkItemView[];
  toRead: WorkItemView[];
  awaited: WorkItemView[];
  onCallName: string | null;
  onCallIsMe: boolean;
  serverNow: string;
}

export class WorklistView {
  items: WorkItemView[];
  serverNow: string;
}

/** What waits for somebody to act, not for a date to come. */
export class WorklistCountsView {
  /** Answers nobody has read: to call. */
  unread: number;
  /** Appointments to give. */
  appointments: number;
}

import { RequestAnswersDto } from '#intake';
import { NextView, OpenRequestView } from '#intake';
import type { EventType, Move, NextAction, RequestState } from '#contracts';
import type {
  Channel,
  Mobility,
  Modality,
  PatientPlace,
  PriorityClass,
  RequesterRole,
  Sex,
  TriageFlag,
  TriageMode,
} from '#contracts/enums';
import type { IdentityStatus, RelativeLink, SharingState } from '#contracts/patient';
import { OpenedExceptionView } from '#patients';
import type { ClassStatus } from '#requests';
import { OwnerView } from './queue.view.ts';

/** Of the circle: the patient agrees that one speaks with them. */
export class RelativeView {
  id: string;
  name: string;
  link: RelativeLink | null;
  phone: string;
}

export class PatientFileView {
  id: string;
  /** « Le Goff Jeanne » */
  displayName: string;
  birthName: string;
  usedName: string;
  givenNames: string;
  sex: Sex;
  birthDate: string;
  age: number;
  phone: string;
  insMatricule: string;
  identityStatus: IdentityStatus;
  contactName: string;
  contactPhone: string;
  place: PatientPlace | null;
  placeLabel: string;
  communeName: string | null;
  address: string;
  accessNotes: string;
  mobility: Mobility | null;
  mayTalkTo: RelativeView[];
  /** The same, one sentence for each: « sa fille, Armelle Kerdoncuff, 06 39 98 45 67 ». */
  mayTalkToLines: string[];
  /** The patient's last word on the sharing of his file. */
  sharing: SharingState;
}

export class AuthorView {
  id: string;
  displayName: string;
  roleLabel: string;
  phone: string | null;
  callbackPhone: string;
  organisationName: string;
  /** Who typed it for the caller. */
  takenBy: string | null;
}

export class ProtocolView {
  id: string;
  version: string;
  sha256: string;
  /** « Protocole de démonstration, non validé », or null once a clinician has signed. */
  band: string | null;
}

export class FiredRuleView {
  id: string;
  protocol: string;
  version: string;
  class: PriorityClass;
  reason: string;
  label: string;
  source: string;
  datum: string;
}

export class MissingItemView {
  id: string;
  label: string;
  question: string;
}

export class FlagView {
  flag: TriageFlag;
  detail: string;
  field: string | null;
}

export class EvaluationView {
  at: string;
  mode: TriageMode;
  class: PriorityClass;
  /** Organisation mode: who declared the class. */
  declaredBy: string | null;
  protocol: ProtocolView | null;
  rules: FiredRuleView[];
  missing: MissingItemView[];
  flags: FlagView[];
  wouldBecomeP0: string[];
  dueMinHours: number | null;
  dueMaxHours: number | null;
}

export class TimelineStepView {
  at: string;
  type: EventType;
  label: string;
  actor: string | null;
  detail: string | null;
}

export class ActionView {
  move: Move;
  label: string;
  reason: 'required' | 'none';
}

export class ReasonView {
  id: string;
  label: string;
}

export class RequestFileView {
  id: string;
  reference: string;
  version: number;
  state: RequestState;
  stateLabel: string;
  class: PriorityClass;
  classWord: string;
  classStatus: ClassStatus;
  declaredClass: PriorityClass;
  proposedClass: PriorityClass | null;
  channel: Channel;
  receivedAt: string;
  dueAt: string | null;
  reactBy: string | null;
  acknowledgedAt: string | null;
  closedAt: string | null;
  owner: OwnerView | null;
  nextAction: NextAction;
  nextActionLabel: string;
  next: NextView;
  patient: PatientFileView;
  author: AuthorView;
  treatingDoctorLabel: string;
  reason: ReasonView;
  summary: string;
  answers: RequestAnswersDto;
  emergencyAct: string | null;
  evaluation: EvaluationView | null;
  timeline: TimelineStepView[];
  actions: ActionView[];
  duplicates: OpenRequestView[];
  /** Set: read through this exceptional access alone. */
  exceptional: OpenedExceptionView | null;
  /** The viewer asked, or is a colleague of who asked: words, not P-numbers. */
  viewerIsRequester: boolean;
  modality: Modality | null;
  /** Announced start and end of the visit or appointment. */
  plannedFrom: string | null;
  plannedTo: string | null;
  takenAt: string | null;
  /** While in the future, the viewer may take back what he has just done. */
  undoUntil: string | null;
  requesterRole: RequesterRole | null;
  serverNow: string;
}

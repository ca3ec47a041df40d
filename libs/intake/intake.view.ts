import type { NextAction, RequestState } from '#contracts';
import type { Mobility, OrganisationKind, PatientPlace, PriorityClass, Sex } from '#contracts/enums';

export class OpenRequestView {
  id: string;
  reference: string;
  reasonLabel: string;
  receivedAt: string;
  stateLabel: string;
}

export class PatientHitView {
  id: string;
  birthName: string;
  givenNames: string;
  sex: Sex;
  birthDate: string;
  communeName: string | null;
  openRequests: OpenRequestView[];
}

export class PatientIdentityView {
  id: string;
  birthName: string;
  usedName: string;
  givenNames: string;
  sex: Sex;
  birthDate: string;
  birthPlaceInsee: string;
  phone: string;
  insMatricule: string;
  insOid: string;
  contactName: string;
  contactPhone: string;
  language: string;
  place: PatientPlace | null;
  communeInsee: string;
  communeName: string;
  address: string;
  accessNotes: string;
  mobility: Mobility | null;
}

export class OrganisationHitView {
  id: string;
  name: string;
  kind: OrganisationKind;
  communeName: string | null;
}

export class ProfessionalHitView {
  id: string;
  displayName: string;
  profession: string;
  rpps: string | null;
  phone: string | null;
  organisations: OrganisationHitView[];
}

export class DraftView {
  id: string;
  step: number;
  content: Record<string, unknown>;
  version: number;
  savedAt: string;
}

export class SavedDraftView {
  id: string;
  version: number;
  savedAt: string;
}

export class NextView {
  /** What happens next, in plain words. */
  label: string;
  /** Who does it. */
  owner: string;
  dueAt: string | null;
}

export class SentView {
  id: string;
  reference: string;
  emergency: boolean;
  state: RequestState;
  next: NextView;
  /** The cardiologue d’avis was told at once; only for an emergency. */
  onCallTold: boolean;
}

export class FollowUpItemView {
  id: string;
  reference: string;
  state: RequestState;
  stateLabel: string;
  /** Closed because the emergency was confided to the 15, not by an answer. */
  handedOver: boolean;
  class: PriorityClass | null;
  /** « Sous 7 jours »: requesters never read P-numbers. */
  classWord: string | null;
  nextAction: NextAction;
  patientName: string;
  patientAge: number;
  reasonLabel: string;
  authorName: string;
  organisationName: string;
  receivedAt: string;
  updatedAt: string;
  next: NextView;
}

export class FollowUpPageView {
  items: FollowUpItemView[];
  nextCursor: string | null;
}

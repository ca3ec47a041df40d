import type { Sex } from '#contracts/enums';
import type { RequestState } from '#contracts/transitions';
import type {
  CircleKind,
  ConsentKind,
  ConsentRecordMode,
  DocumentKind,
  DuplicateReason,
  ExceptionalReason,
  IdentityStatus,
  PatientChangeKind,
  RelativeLink,
  SharingState,
} from '#contracts/patient';

/** Who the patient is, in the traits that identify him. */
export interface Traits {
  birthName: string;
  givenNames: string;
  usedName: string;
  sex: Sex;
  /** YYYY-MM-DD */
  birthDate: string;
  birthPlaceInsee: string;
  birthPlaceName: string | null;
  insMatricule: string;
  insOid: string;
  phone: string;
  communeName: string | null;
}

export interface CircleMember {
  id: string;
  kind: CircleKind;
  name: string;
  link: RelativeLink | null;
  /** What the professional does for the patient. */
  role: string;
  phone: string;
  mayTalk: boolean;
  /** Within the period, and not ended. */
  live: boolean;
  startsOn: string;
  endsOn: string | null;
}

export interface ConsentEntry {
  id: string;
  kind: ConsentKind;
  mode: ConsentRecordMode;
  at: string;
  recordedAt: string;
  by: string | null;
  note: string | null;
}

export interface PatientRequest {
  id: string;
  reference: string;
  reasonLabel: string;
  state: RequestState;
  stateLabel: string;
  open: boolean;
  receivedAt: string;
  readable: boolean;
}

export interface PatientChange {
  id: string;
  kind: PatientChangeKind;
  at: string;
  by: string | null;
  /** Traits that changed, old and new. */
  lines: { field: string; before: string; after: string }[];
}

export interface PatientPage {
  id: string;
  version: number;
  erased: boolean;
  identity: Traits;
  status: IdentityStatus;
  statusWhy: string;
  document: { kind: DocumentKind; at: string; by: string | null } | null;
  insiAt: string | null;
  /** Why this reader may, by its kind. */
  reason: string;
  readOnly: boolean;
  exceptional: { id: string; expiresAt: string } | null;
  sharing: { state: SharingState; since: string | null; mode: ConsentRecordMode | null; teamDefault: boolean };
  circle: CircleMember[];
  consents: ConsentEntry[];
  requests: PatientRequest[];
  changes: PatientChange[];
  mergedFrom: { id: string; name: string; at: string }[];
}

export interface DuplicatePerson {
  id: string;
  version: number;
  birthName: string;
  givenNames: string;
  usedName: string;
  sex: Sex;
  birthDate: string;
  birthPlaceName: string | null;
  insMatricule: string;
  phone: string;
  communeName: string | null;
  status: IdentityStatus;
  requestCount: number;
  createdAt: string;
}

export interface DuplicatePair {
  why: DuplicateReason[];
  a: DuplicatePerson;
  b: DuplicatePerson;
}

export interface ExceptionalHit {
  id: string;
  birthName: string;
  givenNames: string;
  sex: Sex;
  birthDate: string;
  communeName: string | null;
  /** Opens to this reader already, without exception. */
  withinReach: boolean;
}

export interface OpenedAccess {
  id: string;
  patientId: string;
  patientName: string;
  reasonCode: ExceptionalReason;
  reasonLabel: string;
  openedAt: string;
  expiresAt: string;
}

import type { RequestState } from '#contracts';
import type { Sex } from '#contracts/enums';
import type {
  CircleKind,
  ConsentKind,
  ConsentRecordMode,
  DocumentKind,
  DuplicateReason,
  IdentityStatus,
  PatientChangeKind,
  RelativeLink,
  SharingState,
} from '#contracts/patient';
import type { AccessReasonKind } from '#patients';

export class TraitsView {
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

export class CheckedDocumentView {
  kind: DocumentKind;
  at: string;
  by: string | null;
}

export class SharingView {
  state: SharingState;
  since: string | null;
  mode: ConsentRecordMode | null;
  /** Once nothing is open, this team shares unless the patient objects. */
  teamDefault: boolean;
}

export class CirclePersonView {
  id: string;
  kind: CircleKind;
  name: string;
  link: RelativeLink | null;
  /** What the professional does for the patient. */
  role: string;
  phone: string;
  mayTalk: boolean;
  note: string;
  /** Within the period, and not ended. */
  live: boolean;
  startsOn: string;
  endsOn: string | null;
  endedAt: string | null;
}

export class ConsentView {
  id: string;
  kind: ConsentKind;
  mode: ConsentRecordMode;
  at: string;
  recordedAt: string;
  by: string | null;
  note: string;
}

export class PatientRequestView {
  id: string;
  reference: string;
  reasonLabel: string;
  state: RequestState;
  stateLabel: string;
  open: boolean;
  receivedAt: string;
  readable: boolean;
}

export class TraitChangeView {
  field: string;
  before: string;
  after: string;
}

export class PatientChangeView {
  id: string;
  kind: PatientChangeKind;
  at: string;
  by: string | null;
  /** Of the file that was merged, or taken apart. */
  name: string | null;
  lines: TraitChangeView[];
}

export class MergedFileView {
  id: string;
  name: string;
  at: string;
}

export class LiveExceptionView {
  id: string;
  expiresAt: string;
}

export class PatientPageView {
  id: string;
  version: number;
  erased: boolean;
  identity: TraitsView;
  status: IdentityStatus;
  statusWhy: string;
  document: CheckedDocumentView | null;
  insiAt: string | null;
  /** The national service of the INS: « non raccordé » as long as nobody implements its port. */
  insLookup: 'connected' | 'not-connected';
  /** Why this reader may. */
  reason: AccessReasonKind;
  readOnly: boolean;
  exceptional: LiveExceptionView | null;
  sharing: SharingView;
  circle: CirclePersonView[];
  consents: ConsentView[];
  requests: PatientRequestView[];
  changes: PatientChangeView[];
  mergedFrom: MergedFileView[];
}

export class DuplicatePersonView {
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

export class DuplicatePairView {
  why: DuplicateReason[];
  a: DuplicatePersonView;
  b: DuplicatePersonView;
}

import type { CircleKind, ConsentKind, ConsentRecordMode, SharingState } from '#contracts/patient';
import type { AccessListView } from './access-list.view.ts';

export class SpaceCircleView {
  kind: CircleKind;
  name: string;
  /** « Médecin généraliste », « Votre fille ». */
  role: string;
  startsOn: string;
  endsOn: string | null;
}

export class SpaceConsentView {
  kind: ConsentKind;
  mode: ConsentRecordMode;
  at: string;
}

/** What a patient reads of himself in one ESS. */
export class PatientSpaceView {
  ess: { slug: string; name: string; phone: string; timezone: string };
  patient: { displayName: string; birthDate: string };
  /** What the last choice says of sharing. */
  sharing: SharingState;
  circle: SpaceCircleView[];
  /** Newest first. */
  consents: SpaceConsentView[];
  access: AccessListView;
}

export class PatientInvitedView {
  expiresAt: string;
}

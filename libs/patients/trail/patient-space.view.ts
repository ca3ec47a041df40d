import type { AccessListView } from './access-list.view.ts';

export class SpaceCircleView {
  kind: 'professional' | 'relative';
  name: string;
  /** « Médecin généraliste », « Sa fille ». */
  role: string;
  startsOn: string;
  endsOn: string | null;
}

export class SpaceConsentView {
  kind: 'information' | 'consent' | 'opposition' | 'withdrawal';
  mode: 'oral' | 'ecrit' | 'proche' | 'electronique';
  at: string;
}

/** What a patient reads of himself in one ESS. */
export class PatientSpaceView {
  ess: { slug: string; name: string; phone: string; timezone: string };
  patient: { displayName: string; birthDate: string };
  /** What the last choice says of sharing. */
  sharing: 'consented' | 'opposed' | 'unknown';
  circle: SpaceCircleView[];
  /** Newest first. */
  consents: SpaceConsentView[];
  access: AccessListView;
}

export class PatientInvitedView {
  expiresAt: string;
}

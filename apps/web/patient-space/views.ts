export interface AccessLine {
  at: string;
  until: string;
  times: number;
  role: string;
  structure: string;
  purposes: string[];
  acts: string[];
  name: string | null;
}
export interface AccessListView {
  ess: { slug: string; name: string; phone: string; timezone: string };
  patient: { displayName: string; birthDate: string };
  namesShown: boolean;
  madeAt: string;
  from: string | null;
  lines: AccessLine[];
}
export interface PatientSpaceView {
  ess: AccessListView['ess'];
  patient: AccessListView['patient'];
  sharing: 'consented' | 'opposed' | 'unknown';
  circle: { kind: 'professional' | 'relative'; name: string; role: string; startsOn: string; endsOn: string | null }[];
  consents: {
    kind: 'information' | 'consent' | 'opposition' | 'withdrawal';
    mode: 'oral' | 'ecrit' | 'proche' | 'electronique';
    at: string;
  }[];
  access: AccessListView;
}

import type { CircleKind, ConsentKind, ConsentRecordMode, SharingState } from '#contracts/patient';

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
  sharing: SharingState;
  circle: { kind: CircleKind; name: string; role: string; startsOn: string; endsOn: string | null }[];
  consents: { kind: ConsentKind; mode: ConsentRecordMode; at: string }[];
  access: AccessListView;
}

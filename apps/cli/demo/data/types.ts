import type {
  MemberRole,
  OrganisationKind,
  PatientPlace,
  PriorityClass,
  RequesterRole,
  Sex,
  Specialty,
  TriageMode,
} from '#contracts/enums';
import type { Move } from '#contracts/moves';
import type { OpeningHours, PublicPage } from '#contracts/public-page';
import type { RequestAnswers } from '#forms';
import type { DemoCommune } from './communes.ts';

export interface DemoEss {
  slug: string;
  name: string;
  specialty: Specialty;
  triageMode: TriageMode;
  region: string;
  department: string;
  timeZone: string;
  /** Line of the desk. */
  phone: string;
  /** Line of the specialist on call, shown beside « Appeler le 15 ». */
  onCallPhone: string;
  /** Commune the team works from. */
  seat: DemoCommune;
  /** Decisions that its case-managers may take, by protocol. */
  delegatedMoves: Move[];
  hours: OpeningHours;
  page: PublicPage;
}

export interface DemoOrganisation {
  /** Stable key, unique over both teams. */
  key: string;
  essSlug: string;
  kind: OrganisationKind;
  name: string;
  commune: DemoCommune;
  address: string;
  phone: string;
}

export interface DemoPerson {
  /** Deterministic, and the key of the person. */
  email: string;
  essSlug: string;
  /** « Dr » or nothing. */
  title: string;
  firstName: string;
  lastName: string;
  rpps: string;
  phone: string;
  town: string;
  roles: MemberRole[];
  /** Of requesters. */
  requesterRole?: RequesterRole;
  organisationKey?: string;
  /** Of a delegate: the address of the requester he writes for. */
  delegateOf?: string;
  /** Of a locum and an intern: days from the opening to the last one. */
  forDays?: number;
  /** Of specialists. */
  subspecialty?: string;
  /** Of mobile nurses: « Équipe mobile A ». */
  team?: string;
  /** Readable and shared by every account of one kind: a demonstration hides nothing. */
  password: string;
}

export interface DemoPatient {
  /** Stable key. */
  key: string;
  birthName: string;
  usedName: string;
  givenNames: string;
  sex: Exclude<Sex, 'unknown'>;
  birthDate: string;
  phone: string;
  contactName: string;
  contactPhone: string;
  place: RequestAnswers['place'];
  insMatricule: string;
  insOid: string;
}

/** A clinical case, without identity nor date: moments are said from the sending. */
export interface Vignette {
  id: string;
  specialty: Specialty;
  /** Class that the protocol is expected to propose; the declared one in organisation mode. */
  expected: PriorityClass;
  /** How often it is met among the cases of its class. */
  weight: number;
  requesterRoles: readonly RequesterRole[];
  places: readonly PatientPlace[];
  sex?: 'F' | 'M';
  age: readonly [min: number, max: number];
  onset?: { days: number } | { hours: number };
  lastEpisode?: { days: number } | { hours: number };
  ecgDays?: number;
  /** Days before (positive) the sending at which the laboratory measured. */
  labDays?: number;
  /** Days from the sending to the surgery, the treatment or the discharge. */
  deadline?: { kind: 'surgery' | 'treatment' | 'discharge'; days: number };
  answers: VignetteAnswers;
}

export type VignetteAnswers = Pick<RequestAnswers, 'question'> & {
  reason: string;
  reasonOther?: string;
  /** Red flags present or unknown; the others are denied. */
  redFlags?: RequestAnswers['redFlags'];
  findings?: RequestAnswers['findings'];
  nyha?: number;
  /** « bp 138/76 mmHg »: name, value as typed, unit when there is one. */
  measures?: readonly string[];
  unmeasured?: readonly string[];
  ecg?: RequestAnswers['ecg']['status'];
  ecgComment?: string;
  history?: readonly { id: string; detail?: string; yearsAgo?: number }[];
  medications?: string;
  pregnancyWeeks?: number;
  wishedModality: NonNullable<RequestAnswers['wishedModality']>;
  declaredClass: PriorityClass;
};

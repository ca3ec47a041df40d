import type { MemberRole, RequesterRole, Specialty } from '#contracts/enums';
import type { OrganisationRef } from '#directory';

/**
 * `factor`: the password was right, the second factor is asked. `enrol`: it must be set up first.
 * `exercice`: Pro Santé Connect knows several places of practice, one must be chosen. `open`: all is done.
 */
export const SESSION_STAGES = ['factor', 'enrol', 'exercice', 'open'] as const;
export type SessionStage = (typeof SESSION_STAGES)[number];

export const SIGN_IN_METHODS = ['password', 'psc'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

export const PRINCIPAL_KINDS = ['professional', 'patient'] as const;
export type PrincipalKind = (typeof PRINCIPAL_KINDS)[number];

/** What a person is in one ESS. */
export interface Membership {
  tenantId: string;
  ess: { slug: string; name: string; specialty: Specialty };
  roles: MemberRole[];
  requesterRole: RequesterRole | null;
  organisations: OrganisationRef[];
  /** Of a delegate: the requester he writes for. */
  delegateOf: string | null;
}

/** A patient's own file in one ESS. */
export interface OwnFile {
  tenantId: string;
  ess: { slug: string; name: string };
  patientId: string;
}

/** Who is signed in. */
export interface Principal {
  kind: PrincipalKind;
  sessionId: string;
  accountId: string;
  /** Of a patient: the id of the account. */
  professionalId: string;
  displayName: string;
  email: string;
  stage: SessionStage;
  method: SignInMethod;
  /** When the second factor was last shown; null when a trusted device spared it. */
  factorAt: Date | null;
  deviceId: string | null;
  hasPassword: boolean;
  platformAdmin: boolean;
  /** None for a patient. */
  memberships: Membership[];
  /** None for a professional. */
  patients: OwnFile[];
}

import type { MemberRole, OrganisationKind, RequesterRole, Specialty } from '#contracts/enums';
import { permissionsOf } from '#contracts';
import type { FactorWay } from './factor-ways.ts';
import type { Principal, PrincipalKind, SessionStage, SignInMethod } from './principal.ts';
import { IDLE_LOCK_SECONDS } from './session-times.ts';

export class EssRefView {
  slug: string;
  name: string;
  specialty: Specialty;
}

export class OrganisationRefView {
  id: string;
  name: string;
  kind: OrganisationKind;
}

export class MembershipView {
  ess: EssRefView;
  roles: MemberRole[];
  requesterRole: RequesterRole | null;
  organisations: OrganisationRefView[];
  /** Works at « Demandes à traiter ». */
  desk: boolean;
}

export class OwnFileEssView {
  slug: string;
  name: string;
}

export class OwnFileView {
  ess: OwnFileEssView;
}

export class SessionView {
  kind: PrincipalKind;
  accountId: string;
  /** Of a patient: the id of the account. */
  professionalId: string;
  displayName: string;
  email: string;
  memberships: MembershipView[];
  patients: OwnFileView[];
  platformAdmin: boolean;
  method: SignInMethod;
  hasPassword: boolean;
  /** When the second factor was last shown. */
  factorAt: string | null;
  idleLockAfterSeconds: number;
  demonstration: boolean;
}

/** One place of practice, as Pro Santé Connect tells it. */
export class ExerciceView {
  index: number;
  label: string;
}

/** Where one is on the way in. */
export class SignInView {
  stage: SessionStage;
  /** Once the session is open. */
  session: SessionView | null;
  /** The ways this account can show its second factor, the best first. */
  factors: FactorWay[];
  mayTrustDevice: boolean;
  displayName: string | null;
  exercices: ExerciceView[];
}

export const toSessionView = (principal: Principal, demonstration: boolean): SessionView => ({
  kind: principal.kind,
  accountId: principal.accountId,
  professionalId: principal.professionalId,
  displayName: principal.displayName,
  email: principal.email,
  memberships: principal.memberships.map((membership) => ({
    ess: membership.ess,
    roles: membership.roles,
    requesterRole: membership.requesterRole,
    organisations: membership.organisations,
    desk: permissionsOf(membership.roles).has('request.triage'),
  })),
  patients: principal.patients.map(({ ess }) => ({ ess })),
  platformAdmin: principal.platformAdmin,
  method: principal.method,
  hasPassword: principal.hasPassword,
  factorAt: principal.factorAt?.toISOString() ?? null,
  idleLockAfterSeconds: IDLE_LOCK_SECONDS,
  demonstration,
});

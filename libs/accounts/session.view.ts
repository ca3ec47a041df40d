import type { MemberRole, OrganisationKind, RequesterRole, Specialty } from '#contracts/enums';
import { permissionsOf } from '#contracts';
import type { Principal } from './principal.ts';
import { IDLE_LOCK_SECONDS } from './sessions.service.ts';

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

export class SessionView {
  accountId: string;
  professionalId: string;
  displayName: string;
  email: string;
  memberships: MembershipView[];
  idleLockAfterSeconds: number;
  demonstration: boolean;
}

export const toSessionView = (principal: Principal, demonstration: boolean): SessionView => ({
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
  idleLockAfterSeconds: IDLE_LOCK_SECONDS,
  demonstration,
});

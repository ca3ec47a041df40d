import type { MemberRole, RequesterRole, Specialty } from '#contracts/enums';
import type { OrganisationRef } from '#directory';

/** What a person is in one ESS. */
export interface Membership {
  tenantId: string;
  ess: { slug: string; name: string; specialty: Specialty };
  roles: MemberRole[];
  requesterRole: RequesterRole | null;
  organisations: OrganisationRef[];
}

/** Who is signed in. */
export interface Principal {
  sessionId: string;
  accountId: string;
  professionalId: string;
  displayName: string;
  email: string;
  memberships: Membership[];
}

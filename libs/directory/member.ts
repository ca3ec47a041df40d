import type { Permission } from '#contracts';
import type { MemberRole, OrganisationKind, RequesterRole } from '#contracts/enums';
import type { Ctx } from '#platform';
import type { EssRow } from './ess.entity.ts';

export interface OrganisationRef {
  id: string;
  name: string;
  kind: OrganisationKind;
}

/** A signed-in person inside one ESS: what services receive. */
export interface Member {
  ess: EssRow;
  ctx: Ctx;
  professionalId: string;
  displayName: string;
  roles: MemberRole[];
  requesterRole: RequesterRole | null;
  organisations: OrganisationRef[];
  /** Of a delegate: the requester he writes for, who stays the author. */
  delegateOf: string | null;
  permissions: Set<Permission>;
}

export const isDesk = (member: Member): boolean => member.permissions.has('request.triage');

import { notFound, permissionsOf } from '#contracts';
import type { Directory, Member } from '#directory';
import type { Principal } from './principal.ts';

/** The signed-in person inside the ESS of the path. « Not found » and « not yours » look the same. */
export async function memberOf(directory: Directory, principal: Principal, slug: string | undefined): Promise<Member> {
  const membership = principal.memberships.find((candidate) => candidate.ess.slug === slug);
  if (!membership || !slug) throw notFound();
  return {
    ess: await directory.ess(slug),
    ctx: { tenantId: membership.tenantId, userId: principal.professionalId },
    professionalId: principal.professionalId,
    displayName: principal.displayName,
    roles: membership.roles,
    requesterRole: membership.requesterRole,
    organisations: membership.organisations,
    delegateOf: membership.delegateOf,
    permissions: permissionsOf(membership.roles),
  };
}

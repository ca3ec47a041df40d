import type { MemberRole } from '#contracts/enums';
import type { Principal } from './principal.ts';

const TRUSTING: readonly MemberRole[] = ['requester', 'delegate'];

/** The second factor may be spared for thirty days to who asks, never to who works at a desk, on the road or over others. */
export function mayTrust({ kind, platformAdmin, memberships }: Principal): boolean {
  const roles = memberships.flatMap((membership) => membership.roles);
  return (
    kind === 'professional' && !platformAdmin && roles.length > 0 && roles.every((role) => TRUSTING.includes(role))
  );
}

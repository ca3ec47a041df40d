import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Permission } from '#contracts';
import type { Member } from '#directory';
import type { Principal } from './principal.ts';

/** Every route declares one policy, or boot fails. */
export type Policy = { kind: 'public' } | { kind: 'signed-in' } | { kind: 'permission'; permission: Permission };

export const POLICY = 'guichet:policy';

/** Anyone, without a session: in one explicit list, checked by a test. */
export const Public = () => SetMetadata(POLICY, { kind: 'public' } satisfies Policy);
/** Any open session. */
export const SignedIn = () => SetMetadata(POLICY, { kind: 'signed-in' } satisfies Policy);
/** A member of the ESS of the path who holds this right; the row is checked by the service. */
export const Allow = (permission: Permission) =>
  SetMetadata(POLICY, { kind: 'permission', permission } satisfies Policy);

/** What the guard leaves on the request for the controllers. */
export interface Authenticated {
  principal?: Principal;
  member?: Member;
  sessionToken?: string;
}

export const CurrentMember = createParamDecorator((_: unknown, context: ExecutionContext): Member => {
  const { member } = context.switchToHttp().getRequest<Authenticated>();
  if (!member) throw new Error('a route without @Allow has no member');
  return member;
});

export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<Authenticated>();
  if (!principal) throw new Error('a public route has no principal');
  return principal;
});

import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Permission } from '#contracts';
import type { Member } from '#directory';
import type { Principal, SessionStage } from './principal.ts';

/** Every route declares one policy, or boot fails. */
export type Policy =
  | { kind: 'public' }
  | { kind: 'signed-in' }
  | { kind: 'stage'; stages: readonly SessionStage[] }
  | { kind: 'permission'; permission: Permission }
  | { kind: 'platform-admin' }
  | { kind: 'patient' };

export const POLICY = 'guichet:policy';
export const STEP_UP = 'guichet:step-up';

/** Anyone, without a session: in one explicit list, checked by a test. */
export const Public = () => SetMetadata(POLICY, { kind: 'public' } satisfies Policy);
/** Any open session. */
export const SignedIn = () => SetMetadata(POLICY, { kind: 'signed-in' } satisfies Policy);
/** A session on its way in: the routes of the second factor, and nothing of anybody's work. */
export const AtStage = (...stages: SessionStage[]) => SetMetadata(POLICY, { kind: 'stage', stages } satisfies Policy);
/** A member of the ESS of the path who holds this right; the row is checked by the service. */
export const Allow = (permission: Permission) =>
  SetMetadata(POLICY, { kind: 'permission', permission } satisfies Policy);
/** Who runs the platform: opens an ESS, sees no file. */
export const PlatformAdmin = () => SetMetadata(POLICY, { kind: 'platform-admin' } satisfies Policy);
/** A patient, about his own files: `CurrentPrincipal().patients`. */
export const PatientSelf = () => SetMetadata(POLICY, { kind: 'patient' } satisfies Policy);

/** Beside the policy: the second factor was shown less than five minutes ago, or `session.step-up-required`. */
export const StepUp = () => SetMetadata(STEP_UP, true);

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

import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError, notFound, permissionsOf } from '#contracts';
import { Directory } from '#directory';
import type { Member } from '#directory';
import { type Authenticated, type Policy, POLICY } from './policy.ts';
import type { Principal } from './principal.ts';
import { Sessions } from './sessions.service.ts';

interface HttpRequest extends Authenticated {
  cookies?: Record<string, string | undefined>;
  params: Record<string, string | undefined>;
}

export const SESSION_COOKIE = 'guichet_session';
/** Over https the cookie takes the `__Host-` name, that only this host can set. */
export const SECURE_SESSION_COOKIE = `__Host-${SESSION_COOKIE}`;

export const sessionTokenOf = (cookies: Record<string, string | undefined> | undefined): string | undefined =>
  cookies?.[SECURE_SESSION_COOKIE] ?? cookies?.[SESSION_COOKIE];

@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly directory: Directory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.get<Policy | undefined>(POLICY, context.getHandler());
    if (!policy) throw new Error(`route without a policy: ${context.getClass().name}.${context.getHandler().name}`);
    if (policy.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<HttpRequest>();
    request.sessionToken = sessionTokenOf(request.cookies);
    request.principal = await this.sessions.principal(request.sessionToken);
    if (policy.kind === 'signed-in') return true;
    request.member = await this.memberOf(request.principal, request.params.ess);
    if (!request.member.permissions.has(policy.permission)) {
      throw new DomainError(
        'access.forbidden',
        'Votre rôle n’ouvre pas cette action. Demandez à l’administration de votre ESS.',
      );
    }
    return true;
  }

  /** « Not found » and « not yours » look the same. */
  private async memberOf(principal: Principal, slug: string | undefined): Promise<Member> {
    const membership = principal.memberships.find((candidate) => candidate.ess.slug === slug);
    if (!membership || !slug) throw notFound();
    return {
      ess: await this.directory.ess(slug),
      ctx: { tenantId: membership.tenantId, userId: principal.professionalId },
      professionalId: principal.professionalId,
      displayName: principal.displayName,
      roles: membership.roles,
      requesterRole: membership.requesterRole,
      organisations: membership.organisations,
      permissions: permissionsOf(membership.roles),
    };
  }
}

import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '#contracts';
import { Directory } from '#directory';
import { Clock } from '#platform';
import { sessionTokenOf } from './cookies.ts';
import { memberOf } from './member-of.ts';
import { type Authenticated, type Policy, POLICY, STEP_UP } from './policy.ts';
import type { Principal, SessionStage } from './principal.ts';
import { Sessions } from './sessions.service.ts';
import { requireStepUp } from './step-up.ts';

interface HttpRequest extends Authenticated {
  cookies?: Record<string, string | undefined>;
  params: Record<string, string | undefined>;
}

const OPEN: readonly SessionStage[] = ['open'];

@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.get<Policy | undefined>(POLICY, context.getHandler());
    if (!policy) throw new Error(`route without a policy: ${context.getClass().name}.${context.getHandler().name}`);
    if (policy.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<HttpRequest>();
    request.sessionToken = sessionTokenOf(request.cookies);
    request.principal = await this.sessions.principal(request.sessionToken);
    requireStage(request.principal, policy.kind === 'stage' ? policy.stages : OPEN);
    await this.requirePolicy(policy, request, request.principal);
    if (this.reflector.get<boolean | undefined>(STEP_UP, context.getHandler())) {
      requireStepUp(request.principal, this.clock.now());
    }
    return true;
  }

  private async requirePolicy(policy: Policy, request: HttpRequest, principal: Principal): Promise<void> {
    if (policy.kind === 'platform-admin' && !principal.platformAdmin) {
      throw forbidden('Cette page est réservée à l’administration de la plateforme.');
    }
    if (policy.kind === 'patient' && principal.kind !== 'patient') {
      throw forbidden('Cet espace est celui des patients. Retrouvez vos dossiers dans votre ESS.');
    }
    if (policy.kind !== 'permission') return;
    request.member = await memberOf(this.directory, principal, request.params.ess);
    if (request.member.permissions.has(policy.permission)) return;
    throw forbidden('Votre rôle n’ouvre pas cette action. Demandez à l’administration de votre ESS.');
  }
}

const forbidden = (message: string) => new DomainError('access.forbidden', message);

function requireStage({ stage }: Principal, stages: readonly SessionStage[]): void {
  if (stages.includes(stage)) return;
  throw new DomainError(
    'session.factor-required',
    stage === 'enrol'
      ? 'Il reste une étape : installez votre second facteur pour ouvrir la session.'
      : 'Il reste une étape : terminez votre connexion pour ouvrir la session.',
  );
}

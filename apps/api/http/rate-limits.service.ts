import {
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Authenticated } from '#accounts';
import { DomainError } from '#contracts';
import { CONFIG, RateLimiter } from '#platform';
import type { Config } from '#platform';
import { addressKey, type RateRule, rulesOf } from './rate-rules.ts';

/** Says when to come back, to the second. */
export class TooManyRequests extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super(
      'too-many-requests',
      'Trop de demandes à la fois. Votre saisie est gardée\u00a0: recommencez dans un instant.',
    );
  }
}

const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? '*';

/** Addresses are counted before anything is read, accounts once the guard knows who asks. */
@Injectable()
export class RateLimits implements CanActivate, OnApplicationShutdown {
  private readonly limiter: RateLimiter;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.limiter = new RateLimiter(config.redisUrl);
  }

  countAddress(request: FastifyRequest): Promise<void> {
    return this.count(rulesOf(request.method, routeOf(request), 'address'), addressKey(request.ip));
  }

  /** Stands after the policy guard. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & Authenticated>();
    const account = request.principal?.accountId;
    if (account) await this.count(rulesOf(request.method, routeOf(request), 'account'), account);
    return true;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.limiter.close();
  }

  private async count(rules: readonly RateRule[], key: string): Promise<void> {
    const scale = this.config.rateLimitScale;
    const waits = await Promise.all(
      rules.map((rule) => this.limiter.take({ ...rule, points: rule.points * scale }, key)),
    );
    const longest = Math.max(0, ...waits.map((seconds) => seconds ?? 0));
    if (longest > 0) throw new TooManyRequests(longest);
  }
}

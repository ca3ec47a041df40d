import type { FastifyRequest } from 'fastify';
import { DomainError } from '#contracts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Same host as the page: the browser always sends Origin on a write from another site. */
export function sameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (!origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** CSRF: SameSite cookie, JSON only, and this. */
export function refuseForeignOrigin(request: FastifyRequest): void {
  if (SAFE.has(request.method)) return;
  if (!sameOrigin(request.headers.origin, request.headers.host)) {
    throw new DomainError('origin.refused', 'Cette action doit partir des pages du guichet.');
  }
}

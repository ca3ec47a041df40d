import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#contracts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What a browser says of a request that our own page, or the person, has made. */
const OWN_SITES = new Set(['same-origin', 'none']);

/** Same host as the page: the browser always sends Origin on a write from another site. */
export function sameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (!origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Neither the origin nor the browser's own word names another site. Programs that are no browser say nothing of either. */
export function fromOurPages(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return (site === undefined || OWN_SITES.has(String(site))) && sameOrigin(headers.origin, headers.host);
}

/** A link followed to us, whose answer only the person sees. */
const isNavigation = (headers: IncomingHttpHeaders): boolean =>
  headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';

/** By the route it was matched to: an address has more than one spelling (`/%61pi/…`, `http://host/api/…`). */
export const isApi = ({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): boolean =>
  routeOptions.url?.startsWith('/api/') ?? false;

/** CSRF: SameSite cookie, JSON only, and this. Another site may lead people here, never read or write in their name. */
export function refuseForeignOrigin(request: FastifyRequest): void {
  const { method, headers } = request;
  const allowed = SAFE.has(method)
    ? !isApi(request) || fromOurPages({ ...headers, origin: undefined }) || isNavigation(headers)
    : fromOurPages(headers);
  if (!allowed) throw new DomainError('origin.refused', 'Cette action doit partir des pages du guichet.');
}

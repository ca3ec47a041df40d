import type { SessionView } from '../api/views.ts';

/** Where a person arrives after signing in; null when several teams are open to him: he chooses. */
export function landingOf(session: SessionView, preferredEss: string | null): string | null {
  const own = session.memberships;
  const membership = own.find(({ ess }) => ess.slug === preferredEss) ?? (own.length === 1 ? own[0] : undefined);
  return membership ? homeOf(membership) : null;
}

export const homeOf = (membership: SessionView['memberships'][number]): string =>
  membership.desk ? `/${membership.ess.slug}/bureau` : `/${membership.ess.slug}/demandes`;

/** Only a path of this site may be a way back: never an address of another one. */
export const safeReturn = (path: string | null): string | null =>
  path && /^\/(?![/\\])/.test(path) && !path.startsWith('/connexion') ? path : null;

import type { SessionView } from '../api/views.ts';

/** Where a person arrives after signing in; null when several teams are open to him: he chooses. */
export function landingOf(session: SessionView, preferredEss: string | null): string | null {
  const own = session.memberships;
  const membership = own.find(({ ess }) => ess.slug === preferredEss) ?? (own.length === 1 ? own[0] : undefined);
  return membership ? homeOf(membership) : null;
}

export function homeOf({ desk, ess, roles }: SessionView['memberships'][number]): string {
  if (roles.includes('specialist') || roles.includes('medical_lead')) return `/${ess.slug}/avis`;
  if (desk) return `/${ess.slug}/bureau`;
  return roles.includes('mobile_nurse') ? `/${ess.slug}/tournee` : `/${ess.slug}/demandes`;
}

/** Only a path of this site may be a way back: never an address of another one. */
export const safeReturn = (path: string | null): string | null =>
  path && /^\/(?![/\\])/.test(path) && !path.startsWith('/connexion') ? path : null;

import type { SessionView } from '../api/views.ts';

/** Where a person arrives after signing in; null when several teams are open to him: he chooses. */
export function landingOf(session: SessionView, preferredEss: string | null): string | null {
  if (session.kind === 'patient') return '/mon-espace';
  const own = session.memberships;
  if (own.length === 0 && session.platformAdmin) return '/plateforme';
  const alone = own.length === 1 && !session.platformAdmin ? own[0] : undefined;
  const membership = own.find(({ ess }) => ess.slug === preferredEss) ?? alone;
  return membership ? homeOf(membership) : null;
}

export function homeOf({ desk, ess, roles }: SessionView['memberships'][number]): string {
  if (roles.some((role) => role === 'specialist' || role === 'locum' || role === 'medical_lead'))
    return `/${ess.slug}/avis`;
  if (desk) return `/${ess.slug}/bureau`;
  if (roles.includes('mobile_nurse')) return `/${ess.slug}/tournee`;
  if (roles.includes('requester') || roles.includes('delegate')) return `/${ess.slug}/demandes`;
  if (roles.includes('ess_admin')) return `/${ess.slug}/equipe`;
  return roles.includes('dpo') ? `/${ess.slug}/controle` : `/${ess.slug}/demandes`;
}

/** Only a path of this site may be a way back: never an address of another one. */
export const safeReturn = (path: string | null): string | null =>
  path && /^\/(?![/\\])/.test(path) && !path.startsWith('/connexion') ? path : null;

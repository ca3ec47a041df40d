import { lazy } from 'react';
import { Navigate, Outlet } from 'react-router';
import { useEss } from './ess-shell.tsx';

const NoScreenPage = lazy(async () => ({ default: (await import('./no-screen-page.tsx')).NoScreenPage }));

/** Pages of a team are for those who ask and those who answer; the nurse has her tour; who does neither is told so. */
export function RequireScreen() {
  const { slug, context } = useEss();
  const { permissions } = context.me;
  if (permissions.includes('request.follow') || permissions.includes('request.triage')) return <Outlet />;
  if (permissions.includes('tour.drive')) return <Navigate to={`/${slug}/tournee`} replace />;
  if (permissions.includes('audit.read')) return <Navigate to={`/${slug}/controle`} replace />;
  if (permissions.includes('people.manage')) return <Navigate to={`/${slug}/equipe`} replace />;
  return <NoScreenPage />;
}

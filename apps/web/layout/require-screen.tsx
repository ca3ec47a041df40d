import { lazy } from 'react';
import { Outlet } from 'react-router';
import { useEss } from './ess-shell.tsx';

const NoScreenPage = lazy(async () => ({ default: (await import('./no-screen-page.tsx')).NoScreenPage }));

/** Pages of a team are for those who ask and those who answer; who does neither is told so. */
export function RequireScreen() {
  const { permissions } = useEss().context.me;
  return permissions.includes('request.follow') || permissions.includes('request.triage') ? (
    <Outlet />
  ) : (
    <NoScreenPage />
  );
}

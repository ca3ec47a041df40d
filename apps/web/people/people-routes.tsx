import { Route, Routes } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { CertificatePage } from './certificate-page.tsx';
import { InvitePage } from './invite-page.tsx';
import { PeoplePage } from './people-page.tsx';
import { SettingsPage } from './settings-page.tsx';

/** Pages of who manages a team. */
export function PeopleRoutes() {
  const { context } = useEss();
  const permissions: readonly string[] = context.me.permissions;
  if (!permissions.includes('people.manage')) return <NotFoundPage />;
  return (
    <Routes>
      <Route index element={<PeoplePage />} />
      <Route path="personne/:id" element={<PeoplePage />} />
      <Route path="inviter" element={<InvitePage />} />
      <Route path="departs/:id" element={<CertificatePage />} />
      <Route path="reglages" element={<SettingsPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

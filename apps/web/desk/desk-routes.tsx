import { Navigate, Route, Routes } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { CallPage } from './call-page.tsx';
import { DeskPage } from './desk-page.tsx';

/** « Demandes à traiter », for those who work there; a requester is led to his own requests. */
export function DeskRoutes() {
  const { slug, context } = useEss();
  const { permissions } = context.me;
  if (!permissions.includes('request.triage')) return <Navigate to={`/${slug}/demandes`} replace />;
  return (
    <Routes>
      {permissions.includes('call.take') && <Route path="appel" element={<CallPage />} />}
      <Route path=":id?" element={<DeskPage />} />
    </Routes>
  );
}

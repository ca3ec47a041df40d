import { Navigate, Route, Routes } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { SpecialistPage } from './specialist-page.tsx';

/** « Avis », for those who sign answers; the others of the team are led to the desk. */
export function SpecialistRoutes() {
  const { slug, context } = useEss();
  if (!context.me.permissions.includes('report.sign')) return <Navigate to={`/${slug}/bureau`} replace />;
  return (
    <Routes>
      <Route path=":id?" element={<SpecialistPage />} />
    </Routes>
  );
}

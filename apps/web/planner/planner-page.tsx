import { Navigate } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';

/** « Tournées », for those who plan them. */
export function PlannerRoutes() {
  const { slug } = useEss();
  return <Navigate to={`/${slug}/bureau`} replace />;
}

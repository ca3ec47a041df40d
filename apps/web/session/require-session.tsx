import { Button } from '@mantine/core';
import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import { messageOf } from '../api/errors.ts';
import { EmptyState } from '../ui/sheet.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { IdleLock } from './idle-lock.tsx';
import { useSession } from './use-session.ts';

/** Everything inside asks for a person; who is not signed in comes back here after « Se connecter ». */
export function RequireSession() {
  const session = useSession();
  const { ess } = useParams();
  const location = useLocation();
  if (session.isPending) return <PageSkeleton />;
  if (session.isError) {
    return (
      <main id="contenu">
        <EmptyState title="Le service ne répond pas.">
          <p>{messageOf(session.error)}</p>
          <Button mt={12} loading={session.isFetching} onClick={() => void session.refetch()}>
            Réessayer
          </Button>
        </EmptyState>
      </main>
    );
  }
  if (!session.data) {
    const query = new URLSearchParams({ ...(ess && { ess }), suite: location.pathname });
    return <Navigate to={`/connexion?${query}`} replace />;
  }
  return (
    <IdleLock session={session.data}>
      <Outlet />
    </IdleLock>
  );
}

import { createContext, use } from 'react';
import { Link, Outlet, useParams } from 'react-router';
import { isApiError, messageOf } from '../api/errors.ts';
import { LiveProvider } from '../api/live.tsx';
import { useEssContext } from '../api/use-ess-context.ts';
import type { ContextView, SessionView } from '../api/views.ts';
import { useSession } from '../session/use-session.ts';
import { EmptyState, Notice } from '../ui/sheet.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { NotFoundPage } from './not-found-page.tsx';

export interface EssPlace {
  slug: string;
  context: ContextView;
  session: SessionView;
}
const EssPlaceContext = createContext<EssPlace | null>(null);

/** The team whose screen this is, what the person may do in it, and who he is. */
export function useEss(): EssPlace {
  const place = use(EssPlaceContext);
  if (!place) throw new Error('useEss is used outside of an ESS');
  return place;
}

/** Every page of one team: its context is loaded, its signals are heard. */
export function EssShell() {
  const { ess = '' } = useParams();
  const session = useSession();
  const context = useEssContext(ess);
  if (context.isPending || !session.data) return <PageSkeleton />;
  if (!context.data) {
    if (isApiError(context.error, 'network', 'unavailable', 'internal')) {
      return (
        <main id="contenu" style={{ padding: 24 }}>
          <Notice tone="watch" role="alert">
            {messageOf(context.error)}
          </Notice>
        </main>
      );
    }
    return <NotFoundPage />;
  }
  const ended = isApiError(context.error, 'not-found', 'access.forbidden');
  return (
    <EssPlaceContext value={{ slug: ess, context: context.data, session: session.data }}>
      <LiveProvider ess={ess}>
        {ended && <RightsEnded name={context.data.ess.name} />}
        {/* Out of sight and out of reach, but there: a right given back shows what was being written. */}
        <div hidden={ended}>
          <Outlet />
        </div>
      </LiveProvider>
    </EssPlaceContext>
  );
}

function RightsEnded({ name }: { name: string }) {
  return (
    <main id="contenu" style={{ padding: 24 }}>
      <EmptyState heading title={`${name} ne vous est plus ouverte.`}>
        <p>Vos droits viennent de changer. Ce que vous écriviez est gardé, et reparaît si l’accès vous est rendu.</p>
        <p>
          <Link to="/choisir">Mes équipes</Link>
        </p>
      </EmptyState>
    </main>
  );
}

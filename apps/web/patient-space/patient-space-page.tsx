import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate } from 'react-router';
import layout from '../layout/layout.module.css';
import { UserMenu } from '../layout/user-menu.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useSession } from '../session/use-session.ts';
import { useDensity } from '../theme/theme-provider.tsx';
import { AppHeader } from '../ui/app-header.tsx';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { Notice } from '../ui/sheet.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import styles from './patient-space.module.css';
import { spaceApi, spaceKeys } from './space-api.ts';
import { SpaceContent } from './space-content.tsx';

/** A patient's own page: who opened his file, who is in his circle, what he chose. */
export function PatientSpacePage() {
  usePageTitle('Mon espace');
  useDensity('comfortable');
  const { data: session } = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const teams = session?.patients.map(({ ess }) => ess) ?? [];
  const slug = chosen ?? teams[0]?.slug ?? '';
  const space = useQuery({
    enabled: slug !== '',
    queryKey: spaceKeys.space(slug),
    queryFn: () => spaceApi.space(slug),
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
  if (!session) return <PageSkeleton />;
  if (session.kind !== 'patient') return <Navigate to="/choisir" replace />;
  return (
    <>
      <AppHeader essName={space.data?.ess.name ?? 'Guichet ESS'} place="Mon espace" to="/mon-espace">
        <UserMenu name={space.data?.patient.displayName ?? ''} note={session.email} essSlug={null} several={false} />
      </AppHeader>
      <main id="contenu" className={layout.page}>
        {teams.length > 1 && (
          <div className={styles.teams} role="group" aria-label="Équipe">
            {teams.map((ess) => (
              <button key={ess.slug} type="button" aria-pressed={ess.slug === slug} onClick={() => setChosen(ess.slug)}>
                {ess.name}
              </button>
            ))}
          </div>
        )}
        <NotLoaded query={space} />
        {teams.length === 0 && (
          <Notice tone="neutral">
            Aucune équipe ne partage de dossier avec ce compte. Appelez l’équipe qui vous a invité.
          </Notice>
        )}
        {space.isPending && teams.length > 0 && <PageSkeleton />}
        {space.data && <SpaceContent space={space.data} />}
      </main>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { IconLink, IconListSearch, IconShieldSearch } from '@tabler/icons-react';
import { NavLink, Navigate, Route, Routes } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import layout from '../layout/layout.module.css';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { UserMenu } from '../layout/user-menu.tsx';
import { useDensity } from '../theme/theme-provider.tsx';
import { AppHeader } from '../ui/app-header.tsx';
import { ChainPage } from './chain-page.tsx';
import styles from './dpo.module.css';
import { oversightApi, oversightKeys } from './oversight-api.ts';
import { ReviewsPage } from './reviews-page.tsx';
import { TrailPage } from './trail-page.tsx';

const icon = { size: 18, stroke: 1.9, 'aria-hidden': true } as const;

/** « Contrôle »: accesses to review, for the DPO and the medical lead; the trail and its chain, for the DPO. */
export function DpoRoutes() {
  const { slug, context, session } = useEss();
  useDensity('comfortable');
  const { permissions } = context.me;
  const mayRead = permissions.includes('audit.read');
  const mayReview = permissions.includes('access.review');
  const reviews = useQuery({
    enabled: mayReview,
    queryKey: oversightKeys.reviews(slug),
    queryFn: oversightApi(slug).reviews,
  });
  if (!mayRead && !mayReview) return <NotFoundPage />;
  const waiting = reviews.data?.toReview ?? 0;
  return (
    <>
      <AppHeader essName={context.ess.name} place="Contrôle" to={`/${slug}/controle`} band={context.protocol?.band}>
        <UserMenu
          name={session.displayName}
          note={context.ess.name}
          essSlug={slug}
          several={session.memberships.length > 1}
        />
      </AppHeader>
      <nav className={styles.tabs} aria-label="Contrôle">
        <NavLink to={`/${slug}/controle`} end>
          <IconShieldSearch {...icon} />
          Accès à revoir
          {waiting > 0 && <span className={styles.count}>{waiting}</span>}
        </NavLink>
        {mayRead && (
          <>
            <NavLink to={`/${slug}/controle/journal`}>
              <IconListSearch {...icon} />
              Journal
            </NavLink>
            <NavLink to={`/${slug}/controle/chaine`}>
              <IconLink {...icon} />
              Chaîne<span className={styles.wide}> et conservation</span>
            </NavLink>
          </>
        )}
      </nav>
      <main id="contenu" className={layout.page}>
        <Routes>
          <Route index element={<ReviewsPage reviews={reviews} />} />
          {mayRead && <Route path="journal" element={<TrailPage />} />}
          {mayRead && <Route path="chaine" element={<ChainPage />} />}
          <Route path="*" element={<Navigate to={`/${slug}/controle`} replace />} />
        </Routes>
      </main>
    </>
  );
}

import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { UserMenu } from '../layout/user-menu.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useDensity } from '../theme/theme-provider.tsx';
import { AppHeader } from '../ui/app-header.tsx';
import styles from './people.module.css';

interface PeopleFrameProps {
  title: string;
  children: ReactNode;
}

/** The frame of who manages a team: its people, its settings, and nothing of a patient. */
export function PeopleFrame({ title, children }: PeopleFrameProps) {
  const { slug, context, session } = useEss();
  const permissions: readonly string[] = context.me.permissions;
  useDensity('comfortable');
  usePageTitle(`${title}, ${context.ess.name}`);
  const { pathname } = useLocation();
  const atSettings = pathname.endsWith('/reglages');
  const desk = permissions.includes('request.triage');
  return (
    <div className={styles.frame}>
      <AppHeader essName={context.ess.name} place="Administration" to={`/${slug}/equipe`}>
        <UserMenu
          name={session.displayName}
          note="Administration"
          essSlug={slug}
          several={session.memberships.length > 1}
        />
      </AppHeader>
      <nav className={styles.tabs} aria-label="Administration">
        <Link to={`/${slug}/equipe`} aria-current={atSettings ? undefined : 'page'}>
          Équipe
        </Link>
        <Link to={`/${slug}/equipe/reglages`} aria-current={atSettings ? 'page' : undefined}>
          Réglages
        </Link>
        {desk && <Link to={`/${slug}/bureau`}>Guichet</Link>}
      </nav>
      <main id="contenu" className={styles.page}>
        {children}
      </main>
    </div>
  );
}

/** Above the title of a page that was opened from the list. */
export function BackToTeam() {
  const { slug } = useEss();
  return (
    <Link className={styles.back} to={`/${slug}/equipe`}>
      <IconArrowLeft size={18} stroke={1.9} aria-hidden="true" />
      Équipe
    </Link>
  );
}

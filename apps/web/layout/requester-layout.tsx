import { IconPlus } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDensity } from '../theme/theme-provider.tsx';
import { AppHeader } from '../ui/app-header.tsx';
import { useEss } from './ess-shell.tsx';
import styles from './layout.module.css';
import { UserMenu } from './user-menu.tsx';
import { usePageTitle } from './use-page-title.ts';

interface RequesterLayoutProps {
  /** « Mes demandes », « Nouvelle demande ». */
  place: string;
  /** The one action of the header; the button « Nouvelle demande » when absent. */
  action?: ReactNode;
  children: ReactNode;
}

/** The frame of the requester's pages: header, band of the demonstration, comfortable sizes. */
export function RequesterLayout({ place, action, children }: RequesterLayoutProps) {
  const { slug, context, session } = useEss();
  useDensity('comfortable');
  usePageTitle(`${place}, ${context.ess.name}`);
  return (
    <>
      <AppHeader essName={context.ess.name} place={place} to={`/${slug}/demandes`} band={context.protocol?.band}>
        {action ?? (
          <Button
            component={Link}
            to={`/${slug}/demande`}
            variant="default"
            leftSection={<IconPlus size={20} stroke={1.9} />}
            className={styles.hideSmall}
          >
            Nouvelle demande
          </Button>
        )}
        <UserMenu
          name={session.displayName}
          note={context.me.organisations[0]?.name ?? context.ess.name}
          essSlug={slug}
          several={session.memberships.length > 1}
          permissions={context.me.permissions}
        />
      </AppHeader>
      {children}
    </>
  );
}

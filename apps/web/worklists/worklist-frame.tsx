import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { messageOf } from '../api/errors.ts';
import { DeskFrame } from '../desk/desk-frame.tsx';
import { HelpOverlay } from '../desk/help-overlay.tsx';
import { useDeskKeys } from '../desk/use-desk-keys.ts';
import { useQueue } from '../desk/use-queue.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { LiveBadge } from '../ui/live-badge.tsx';
import { EmptyState, Notice } from '../ui/sheet.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { useWorklist } from './use-worklists.ts';
import type { WorkItem, WorklistName } from './views.ts';
import styles from './worklists.module.css';

interface WorklistFrameProps {
  name: WorklistName;
  title: string;
  about: string;
  empty: ReactNode;
  children: (items: WorkItem[]) => ReactNode;
}

/** One worklist in the frame of the desk; who asks is led to his own requests. */
export function WorklistFrame(props: WorklistFrameProps) {
  const { slug, context } = useEss();
  if (!context.me.permissions.includes('request.triage')) return <Navigate to={`/${slug}/demandes`} replace />;
  return <OpenWorklist {...props} />;
}

function OpenWorklist({ name, title, about, empty, children }: WorklistFrameProps) {
  const { slug } = useEss();
  const [help, setHelp] = useState(false);
  const queue = useQueue(slug);
  const list = useWorklist(slug, name);
  usePageTitle(title);
  useDeskKeys((command) => {
    if (command.name !== 'help') return false;
    setHelp(true);
    return true;
  });
  return (
    <DeskFrame urgent={queue.counts.urgent} onHelp={() => setHelp(true)} scrolls>
      <main id="contenu" className={styles.page}>
        <div>
          <h1>{title}</h1>
          <p className="soft">{about}</p>
        </div>
        {list.isError && (
          <Notice tone="watch" role="alert">
            {messageOf(list.error)}
          </Notice>
        )}
        {list.isPending && <ListSkeleton rows={4} rowHeight={104} />}
        {list.data?.items.length === 0 && <EmptyState title="Rien à traiter ici.">{empty}</EmptyState>}
        {list.data && list.data.items.length > 0 && children(list.data.items)}
        <p className={styles.live}>
          <LiveBadge />
        </p>
      </main>
      <HelpOverlay opened={help} onClose={() => setHelp(false)} />
    </DeskFrame>
  );
}

/** Cards drawn at once: a long list stays quick to open. */
const SLICE = 40;

interface WorkGroupProps {
  title: string;
  items: WorkItem[];
  children: (item: WorkItem) => ReactNode;
}

/** A part of the list, with its count. */
export function WorkGroup({ title, items, children }: WorkGroupProps) {
  const [shown, setShown] = useState(SLICE);
  if (items.length === 0) return null;
  const left = items.length - shown;
  return (
    <section className={styles.group} aria-label={title}>
      <h2>
        {title}
        <span> · {items.length}</span>
      </h2>
      <ul>
        {items.slice(0, shown).map((item) => (
          <li key={item.id}>{children(item)}</li>
        ))}
      </ul>
      {left > 0 && (
        <Button variant="default" className={styles.more} onClick={() => setShown(shown + SLICE)}>
          Voir la suite ({left})
        </Button>
      )}
    </section>
  );
}

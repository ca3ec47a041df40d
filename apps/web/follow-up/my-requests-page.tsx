import { Button } from '@mantine/core';
import { IconInbox, IconPlus } from '@tabler/icons-react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { messageOf } from '../api/errors.ts';
import { useRequestList } from '../api/use-requests.ts';
import { useEss } from '../layout/ess-shell.tsx';
import layout from '../layout/layout.module.css';
import { RequesterLayout } from '../layout/requester-layout.tsx';
import { LiveBadge } from '../ui/live-badge.tsx';
import { EmptyState, Notice } from '../ui/sheet.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import styles from './follow-up.module.css';
import { RequestRow } from './request-row.tsx';

/** For those who ask; the desk is led to its own list, without a question that would be refused. */
export function MyRequestsPage() {
  const { slug, context } = useEss();
  if (!context.me.permissions.includes('request.follow')) return <Navigate to={`/${slug}/bureau`} replace />;
  return <MyRequests />;
}

/** « Mes demandes / Celles de mon cabinet », open ones first. */
function MyRequests() {
  const { slug, context } = useEss();
  const [query, setQuery] = useSearchParams();
  const scope = query.get('portee') === 'organisation' ? 'organisation' : 'mine';
  const status = query.get('etat') === 'closes' ? 'closed' : 'open';
  const list = useRequestList(slug, scope, status);

  const choose = (name: string, value: string | null) => {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    setQuery(next, { replace: true });
  };
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const colleagues =
    context.me.organisations[0]?.kind === 'cabinet' ? 'Celles de mon cabinet' : 'Celles de ma structure';

  return (
    <RequesterLayout place="Mes demandes" action={<></>}>
      <main id="contenu" className={layout.page} style={{ maxWidth: 860 }}>
        <div className={styles.listHead}>
          <h1>Mes demandes</h1>
          <Button component={Link} to={`/${slug}/demande`} leftSection={<IconPlus size={20} stroke={1.9} />}>
            Nouvelle demande
          </Button>
        </div>
        <div className={styles.filters}>
          <div className={styles.tabs} role="group" aria-label="Demandes de qui">
            <Tab on={scope === 'mine'} onClick={() => choose('portee', null)}>
              Mes demandes
            </Tab>
            <Tab on={scope === 'organisation'} onClick={() => choose('portee', 'organisation')}>
              {colleagues}
            </Tab>
          </div>
          <div className={styles.tabs} role="group" aria-label="État des demandes">
            <Tab on={status === 'open'} onClick={() => choose('etat', null)}>
              En cours
            </Tab>
            <Tab on={status === 'closed'} onClick={() => choose('etat', 'closes')}>
              Closes
            </Tab>
          </div>
        </div>
        {list.isError && (
          <Notice tone="watch" role="alert">
            {messageOf(list.error)}
          </Notice>
        )}
        {list.isPending && <ListSkeleton rows={4} rowHeight={104} />}
        {list.isSuccess && items.length === 0 && (
          <EmptyState
            title={status === 'open' ? 'Aucune demande en cours.' : 'Aucune demande close.'}
            icon={<IconInbox size={40} stroke={1.6} aria-hidden="true" />}
          >
            <p>Une demande prend deux minutes. Vous suivez ensuite chaque étape ici.</p>
          </EmptyState>
        )}
        <ul className={styles.list}>
          {items.map((item) => (
            <RequestRow key={item.id} item={item} slug={slug} showAuthor={scope === 'organisation'} />
          ))}
        </ul>
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} mt="md">
            Voir la suite
          </Button>
        )}
        <p style={{ marginTop: 24 }}>
          <LiveBadge />
        </p>
      </main>
    </RequesterLayout>
  );
}

function Tab({ on, onClick, children }: { on: boolean; onClick: () => void; children: string }) {
  return (
    <button type="button" className={styles.tab} aria-pressed={on} onClick={onClick}>
      {children}
    </button>
  );
}

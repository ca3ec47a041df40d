import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconListSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useEss } from '../layout/ess-shell.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { EmptyState } from '../ui/sheet.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import styles from './dpo.module.css';
import { oversightApi, oversightKeys } from './oversight-api.ts';
import { TrailFilters } from './trail-filters.tsx';
import { TrailTable } from './trail-table.tsx';
import type { TrailQuery } from './views.ts';

const NOTHING: TrailQuery = { from: '', to: '', actor: '', family: '', action: '', patient: null };

/** Who did what, to what, when and by which right. */
export function TrailPage() {
  const { slug, context } = useEss();
  usePageTitle(`Journal, ${context.ess.name}`);
  const [query, setQuery] = useState(NOTHING);
  const trail = useInfiniteQuery({
    queryKey: oversightKeys.trail(slug, query),
    queryFn: ({ pageParam }) => oversightApi(slug).trail(query, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // A look at the trail is a line of the trail: only a person asks for it.
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
  const lines = trail.data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <>
      <h1>Journal</h1>
      <p className={styles.lead}>Cette consultation est elle-même inscrite au journal.</p>
      <TrailFilters query={query} onChange={setQuery} onClear={() => setQuery(NOTHING)} />
      {trail.isPending && <ListSkeleton rows={6} rowHeight={56} />}
      <NotLoaded query={trail} />
      {trail.data && lines.length === 0 && (
        <EmptyState title="Aucune ligne." icon={<IconListSearch size={40} stroke={1.6} aria-hidden="true" />}>
          <p>Élargissez la période, ou effacez les filtres.</p>
        </EmptyState>
      )}
      {lines.length > 0 && <TrailTable lines={lines} zone={context.ess.timezone} />}
      {trail.hasNextPage && (
        <p className={styles.more}>
          <Button variant="default" loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
            Lignes plus anciennes
          </Button>
        </p>
      )}
    </>
  );
}

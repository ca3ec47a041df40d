import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api, call } from '../api/client.ts';
import { keys } from '../api/query-client.ts';
import type { QueueCounts, QueueItem, QueuePage } from './views.ts';

const PAGE_SIZE = 100;
const NONE: QueueCounts = { urgent: 0, today: 0, later: 0, late: 0, total: 0 };
type QueueData = InfiniteData<QueuePage>;

/** A request that moved between two pages is shown once, where it is now. */
function flatten(data: QueueData | undefined): QueueItem[] {
  const seen = new Map<string, QueueItem>();
  for (const page of data?.pages ?? []) for (const item of page.items) if (!seen.has(item.id)) seen.set(item.id, item);
  return [...seen.values()];
}

/** « Demandes à traiter », page after page; every signal of the desk fetches again what is loaded. */
export function useQueue(ess: string) {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: keys.deskQueue(ess),
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call(() =>
        api.GET('/api/e/{ess}/desk/queue', {
          params: { path: { ess }, query: { limit: PAGE_SIZE, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: 60_000,
  });
  const { data } = query;
  const items = useMemo(() => flatten(data), [data]);
  const last = data?.pages[0];
  const drift = useMemo(() => (last ? Date.now() - Date.parse(last.serverNow) : 0), [last]);

  const patch = useCallback(
    (id: string, change: Partial<QueueItem>) =>
      client.setQueryData<QueueData>(keys.deskQueue(ess), (before) =>
        before
          ? {
              ...before,
              pages: before.pages.map((page) => ({
                ...page,
                items: page.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
              })),
            }
          : before,
      ),
    [client, ess],
  );
  /** Back at the top after a long scroll: only the pages in sight are kept alive by the signals. */
  const keepPages = useCallback(
    (count: number) =>
      client.setQueryData<QueueData>(keys.deskQueue(ess), (before) =>
        before && before.pages.length > count
          ? { pages: before.pages.slice(0, count), pageParams: before.pageParams.slice(0, count) }
          : before,
      ),
    [client, ess],
  );
  return {
    query,
    items,
    counts: last?.counts ?? NONE,
    /** Milliseconds this screen's clock is ahead of the server's. */
    drift: Math.abs(drift) > 30_000 ? drift : 0,
    patch,
    keepPages,
    pageSize: PAGE_SIZE,
  };
}
export type DeskQueue = ReturnType<typeof useQueue>;

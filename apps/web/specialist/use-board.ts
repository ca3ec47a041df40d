import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, call } from '../api/client.ts';
import { keys } from '../api/query-client.ts';
import { listed } from './board-rows.ts';

/** The specialist's lists; every signal of the desk fetches them again. */
export function useBoard(ess: string) {
  const query = useQuery({
    queryKey: [...keys.desk(ess), 'specialist'],
    queryFn: () => call(() => api.GET('/api/e/{ess}/worklists/specialist', { params: { path: { ess } } })),
    refetchInterval: 60_000,
  });
  const { data } = query;
  const items = useMemo(() => listed(data), [data]);
  const drift = useMemo(() => (data ? Date.now() - Date.parse(data.serverNow) : 0), [data]);
  return { query, board: data, items, drift: Math.abs(drift) > 30_000 ? drift : 0 };
}
export type Board = ReturnType<typeof useBoard>;

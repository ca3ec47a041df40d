import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, call } from '../api/client.ts';
import { keys } from '../api/query-client.ts';
import type { Worklist, WorklistName } from './views.ts';

const fetchList = (ess: string, name: WorklistName): Promise<Worklist> => {
  const params = { path: { ess } };
  return name === 'unread'
    ? call(() => api.GET('/api/e/{ess}/worklists/unread', { params }))
    : call(() => api.GET('/api/e/{ess}/worklists/appointments', { params }));
};

/** What waits for somebody to act, not for a date to come. */
const toDo = (name: WorklistName, { items }: Worklist): number =>
  items.filter(({ nextAction }) => nextAction === (name === 'unread' ? 'chase_reception' : 'book')).length;

const countKey = (ess: string, name: WorklistName) => [...keys.ess(ess), 'worklist-count', name] as const;

/** One list, fetched again at each signal of the desk. */
export function useWorklist(ess: string, name: WorklistName) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: [...keys.desk(ess), 'worklist', name],
    queryFn: () => fetchList(ess, name),
    refetchInterval: 60_000,
  });
  const { data } = query;
  useEffect(() => {
    if (data) client.setQueryData(countKey(ess, name), toDo(name, data));
  }, [client, data, ess, name]);
  return query;
}

/** Each look at a list is a line of the audit: the count on the rail is asked every two minutes, not at each signal. */
export const useWorklistCount = (ess: string, name: WorklistName): number =>
  useQuery({
    queryKey: countKey(ess, name),
    queryFn: async () => toDo(name, await fetchList(ess, name)),
    staleTime: 60_000,
    refetchInterval: 120_000,
  }).data ?? 0;

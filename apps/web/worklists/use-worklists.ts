import { useQuery } from '@tanstack/react-query';
import { api, call } from '../api/client.ts';
import { keys } from '../api/query-client.ts';
import type { Worklist, WorklistCounts, WorklistName } from './views.ts';

const fetchList = (ess: string, name: WorklistName): Promise<Worklist> => {
  const params = { path: { ess } };
  return name === 'unread'
    ? call(() => api.GET('/api/e/{ess}/worklists/unread', { params }))
    : call(() => api.GET('/api/e/{ess}/worklists/appointments', { params }));
};

/** One list, fetched again at each signal of the desk. */
export const useWorklist = (ess: string, name: WorklistName) =>
  useQuery({
    queryKey: [...keys.desk(ess), 'worklist', name],
    queryFn: () => fetchList(ess, name),
    refetchInterval: 60_000,
  });

const NONE: WorklistCounts = { unread: 0, appointments: 0 };

/** What waits in each list, for the rail: numbers alone, at each signal of the desk. */
export const useWorklistCounts = (ess: string): WorklistCounts =>
  useQuery({
    queryKey: [...keys.desk(ess), 'worklist-counts'],
    queryFn: () => call(() => api.GET('/api/e/{ess}/worklists/counts', { params: { path: { ess } } })),
    refetchInterval: 120_000,
  }).data ?? NONE;

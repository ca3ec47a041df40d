import { useQuery } from '@tanstack/react-query';
import { api, call } from '../api/client.ts';
import { keys } from '../api/query-client.ts';

/** Acts so far, ways to answer with their reasons, colleagues. */
export const useDecision = (ess: string, id: string, enabled = true) =>
  useQuery({
    enabled,
    queryKey: [...keys.request(ess, id), 'care', 'decision'],
    queryFn: () => call(() => api.GET('/api/e/{ess}/requests/{id}/decision', { params: { path: { ess, id } } })),
  });

/** Answers already signed on this request, newest first. */
export const useReports = (ess: string, id: string, enabled = true) =>
  useQuery({
    enabled,
    queryKey: [...keys.request(ess, id), 'care', 'reports'],
    queryFn: () => call(() => api.GET('/api/e/{ess}/requests/{id}/reports', { params: { path: { ess, id } } })),
  });

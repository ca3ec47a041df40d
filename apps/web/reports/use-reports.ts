import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, call } from '../api/client.ts';
import { isApiError } from '../api/errors.ts';
import { keys } from '../api/query-client.ts';
import type { RequestView } from '../api/views.ts';
import type { OutcomeBody, ReceptionBody } from './views.ts';

/** A signed answer stays a few seconds with its author before anybody else reads it. */
const COMING_MS = 5_000;

const reportsKey = (ess: string, requestId: string) => [...keys.request(ess, requestId), 'care', 'reports'] as const;

/** Answers of a request, newest first; looked for again while the first one is on its way. */
export const useReports = (ess: string, requestId: string, { enabled = true, coming = false } = {}) =>
  useQuery({
    enabled,
    queryKey: reportsKey(ess, requestId),
    queryFn: () =>
      call(() => api.GET('/api/e/{ess}/requests/{id}/reports', { params: { path: { ess, id: requestId } } })),
    refetchInterval: ({ state }) => (coming && state.data?.reports.length === 0 ? COMING_MS : false),
  });

/** One answer as its reader files it. */
export const reportPdf = (ess: string, id: string): Promise<unknown> =>
  call(() => api.GET('/api/e/{ess}/reports/{id}/pdf', { params: { path: { ess, id } }, parseAs: 'blob' }));

/** What the server answers becomes the request shown; the proofs are fetched again. */
function useAfterwards(ess: string, requestId: string) {
  const client = useQueryClient();
  return useCallback(
    (request?: RequestView) => {
      if (request) client.setQueryData(keys.request(ess, requestId), request);
      else void client.invalidateQueries({ queryKey: keys.request(ess, requestId), exact: true });
      void client.invalidateQueries({ queryKey: reportsKey(ess, requestId) });
      void client.invalidateQueries({ queryKey: [...keys.requests(ess), 'list'] });
      void client.invalidateQueries({ queryKey: keys.desk(ess) });
    },
    [client, ess, requestId],
  );
}

/** A proof that the answer was received. */
export function useReception(ess: string, requestId: string) {
  const afterwards = useAfterwards(ess, requestId);
  return useMutation({
    mutationFn: ({ reportId, body }: { reportId: string; body: ReceptionBody }) =>
      call(() => api.POST('/api/e/{ess}/reports/{id}/receptions', { params: { path: { ess, id: reportId } }, body })),
    // The same proof by the same person is kept once: asking again is safe.
    retry: (count, error) => count < 3 && isApiError(error, 'network', 'unavailable'),
    retryDelay: 2_000,
    onSuccess: (request) => afterwards(request),
    onError: () => afterwards(),
  });
}

/** What happened afterwards. Two touches in a row are two acts, one after the other, each at the version it finds. */
export function useOutcome(ess: string, request: Pick<RequestView, 'id' | 'version'>) {
  const client = useQueryClient();
  const requestId = request.id;
  const afterwards = useAfterwards(ess, requestId);
  return useMutation({
    scope: { id: `outcome-${requestId}` },
    mutationFn: (told: Omit<OutcomeBody, 'version'>) => {
      const { version } = client.getQueryData<RequestView>(keys.request(ess, requestId)) ?? request;
      const params = { path: { ess, id: requestId } };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/outcome', { params, body: { version, ...told } }));
    },
    onSuccess: (request) => afterwards(request),
    onError: () => afterwards(),
  });
}

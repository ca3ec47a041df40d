import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, call } from './client.ts';
import { keys } from './query-client.ts';
import type { RequestView } from './views.ts';

export type RequestScope = 'mine' | 'organisation';
export type RequestStatus = 'open' | 'closed';

/** Requests of the person, or of his organisation, page after page. */
export const useRequestList = (ess: string, scope: RequestScope, status: RequestStatus) =>
  useInfiniteQuery({
    queryKey: keys.requestList(ess, scope, status),
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call(() =>
        api.GET('/api/e/{ess}/requests', {
          params: { path: { ess }, query: { scope, status, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const useRequest = (ess: string, id: string, enabled = true) =>
  useQuery({
    enabled,
    queryKey: keys.request(ess, id),
    queryFn: () => call(() => api.GET('/api/e/{ess}/requests/{id}', { params: { path: { ess, id } } })),
  });

/** Cancels with a reason; what the server answers becomes the request shown. */
export function useCancelRequest(ess: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { version: number; reason: string }) =>
      call<RequestView>(() => api.POST('/api/e/{ess}/requests/{id}/cancel', { params: { path: { ess, id } }, body })),
    onSuccess: (request) => {
      client.setQueryData(keys.request(ess, id), request);
      void client.invalidateQueries({ queryKey: keys.requests(ess) });
      void client.invalidateQueries({ queryKey: keys.desk(ess) });
    },
    onError: () => void client.invalidateQueries({ queryKey: keys.request(ess, id) }),
  });
}

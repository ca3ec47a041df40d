import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../api/client.ts';
import { keys } from '../api/query-client.ts';
import type { RequestView } from '../api/views.ts';

/** What who asked may add to his request. */
export type AddMove = 'give_info' | 'exam_back' | 'ask_again';

export function useAddToRequest(ess: string, id: string, move: AddMove) {
  const client = useQueryClient();
  const params = { path: { ess, id } };
  return useMutation({
    mutationFn: (body: { version: number; text: string }): Promise<RequestView> => {
      if (move === 'give_info') return call(() => api.POST('/api/e/{ess}/requests/{id}/info', { params, body }));
      if (move === 'exam_back') return call(() => api.POST('/api/e/{ess}/requests/{id}/exam-result', { params, body }));
      return call(() => api.POST('/api/e/{ess}/requests/{id}/ask-again', { params, body }));
    },
    onSuccess: (request) => {
      client.setQueryData(keys.request(ess, id), request);
      void client.invalidateQueries({ queryKey: keys.requests(ess) });
    },
    onError: () => void client.invalidateQueries({ queryKey: keys.request(ess, id) }),
  });
}

/** Acts ordered so far: which exam, which appointment, where and with whom. */
export const useActs = (ess: string, id: string, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: [...keys.request(ess, id), 'care', 'decision'],
    queryFn: () => call(() => api.GET('/api/e/{ess}/requests/{id}/decision', { params: { path: { ess, id } } })),
  });

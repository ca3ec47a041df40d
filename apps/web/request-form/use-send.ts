import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../api/client.ts';
import { isApiError } from '../api/errors.ts';
import { keys } from '../api/query-client.ts';
import type { SentView } from '../api/views.ts';
import type { RequestDraft } from './draft.ts';

const PATIENCE_MS = 1_200;
const TRIES = 6;

/**
 * Sends once, whatever happens: the key is the id of the draft, so that a double click, a retry or a reload gets the
 * answer of the first sending. While the first one is still under way, it waits and asks again.
 */
async function send(ess: string, draft: RequestDraft, duplicateSeen: boolean): Promise<SentView> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call(() =>
        api.POST('/api/e/{ess}/requests', {
          params: { path: { ess }, header: { 'Idempotency-Key': draft.id } },
          body: {
            answers: draft.answers,
            ...(draft.caller && { caller: draft.caller.input }),
            ...(duplicateSeen && { duplicateSeen }),
            ...(draft.emergencyAct && { emergencyAct: draft.emergencyAct }),
          },
        }),
      );
    } catch (error) {
      if (!isApiError(error, 'idempotency.in-progress') || tries >= TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    }
  }
}

export function useSend(ess: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, duplicateSeen }: { draft: RequestDraft; duplicateSeen: boolean }) =>
      send(ess, draft, duplicateSeen),
    // A lost answer is asked again by itself: the key makes it harmless.
    retry: (count, error) => count < 2 && isApiError(error, 'network', 'unavailable'),
    retryDelay: 1_500,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.requests(ess) });
      void client.invalidateQueries({ queryKey: keys.desk(ess) });
    },
  });
}

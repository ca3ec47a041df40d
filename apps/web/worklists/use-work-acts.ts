import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../api/client.ts';
import { isApiError, messageOf } from '../api/errors.ts';
import { keys } from '../api/query-client.ts';
import type { RequestView } from '../api/views.ts';
import { formatTime } from '../ui/format.ts';
import type { WorkItem } from './views.ts';

export interface Booking {
  at: string;
  minutes: number;
  place: string;
  withId: string;
}
type Order =
  | { act: 'claim' | 'release' | 'undo' }
  | { act: 'by_phone'; reportId: string; toldTo: string }
  | { act: 'book'; booking: Booking }
  | { act: 'missed'; reason: string };

function send(ess: string, id: string, version: number, order: Order): Promise<RequestView> {
  const params = { path: { ess, id } };
  switch (order.act) {
    case 'claim':
      return call(() => api.POST('/api/e/{ess}/requests/{id}/claim', { params, body: { version } }));
    case 'release':
      return call(() => api.POST('/api/e/{ess}/requests/{id}/release', { params, body: { version } }));
    case 'undo':
      return call(() => api.POST('/api/e/{ess}/requests/{id}/undo', { params, body: { version } }));
    case 'by_phone': {
      const body = { version, kind: 'by_phone' as const, toldTo: order.toldTo };
      const report = { path: { ess, id: order.reportId } };
      return call(() => api.POST('/api/e/{ess}/reports/{id}/receptions', { params: report, body }));
    }
    case 'book': {
      const body = { version, ...order.booking };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/appointment', { params, body }));
    }
    case 'missed': {
      const body = { version, reason: order.reason };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/appointment/missed', { params, body }));
    }
  }
}

/** One act on one line of a worklist; the list is fetched again whatever the answer, what was typed stays. */
export function useWorkAct(ess: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...order }: Order & { version: number }) => send(ess, id, version, order),
    retry: (count, error) => count < 2 && isApiError(error, 'network', 'unavailable'),
    retryDelay: 1_500,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.desk(ess) });
      void client.invalidateQueries({ queryKey: keys.request(ess, id) });
    },
  });
}

/** « Samira Haddad a modifié la demande à 10:04. Votre texte est gardé : comparez, puis enregistrez. » */
export function refusalWords(error: unknown, item: WorkItem, zone: string): string {
  const stale = isApiError(error, 'request.stale') ? error.conflict : undefined;
  if (!stale) return messageOf(error);
  return `${stale.by} a modifié la demande de ${item.patientName} à\u00a0${formatTime(stale.at, zone)}. Votre texte est gardé\u00a0: comparez, puis enregistrez.`;
}

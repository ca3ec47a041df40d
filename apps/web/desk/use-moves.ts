import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../api/client.ts';
import { isApiError } from '../api/errors.ts';
import { keys } from '../api/query-client.ts';
import type { PriorityClass } from '#contracts/enums';
import type { AnswerMode, RequestFile } from './views.ts';

interface Target {
  id: string;
  version: number;
  /** For the words said afterwards. */
  patientName: string;
}
export type MoveOrder = Target &
  (
    | { move: 'claim' | 'release' | 'acknowledge' }
    | { move: 'confirm' | 'raise' | 'lower'; class: PriorityClass; reason: string }
    | { move: 'cancel'; reason: string }
    | { move: 'close'; reason: string; toldTo: string; how: AnswerMode }
  );

function send(ess: string, order: MoveOrder): Promise<RequestFile> {
  const { id, version } = order;
  const params = { path: { ess, id } };
  switch (order.move) {
    case 'claim':
      return call(() => api.POST('/api/e/{ess}/requests/{id}/claim', { params, body: { version } }));
    case 'release':
      return call(() => api.POST('/api/e/{ess}/requests/{id}/release', { params, body: { version } }));
    case 'acknowledge':
      return call(() => api.POST('/api/e/{ess}/requests/{id}/acknowledge', { params, body: { version } }));
    case 'cancel':
      return call(() =>
        api.POST('/api/e/{ess}/requests/{id}/cancel', { params, body: { version, reason: order.reason } }),
      );
    case 'close': {
      const body = { version, reason: order.reason, toldTo: order.toldTo, how: order.how };
      return call(() => api.POST('/api/e/{ess}/requests/{id}/close', { params, body }));
    }
    default: {
      const body = { version, class: order.class, ...(order.reason && { reason: order.reason }) };
      return order.move === 'confirm'
        ? call(() => api.POST('/api/e/{ess}/requests/{id}/confirm', { params, body }))
        : call(() => api.POST('/api/e/{ess}/requests/{id}/reclass', { params, body }));
    }
  }
}

interface Mover {
  professionalId: string;
  displayName: string;
}

/** True when the request already is as the order wanted it. */
function isSatisfied(order: MoveOrder, fresh: RequestFile, me: Mover): boolean {
  if ('class' in order) return fresh.class === order.class && fresh.classStatus === 'confirmed';
  if (order.move === 'claim') return fresh.owner?.id === me.professionalId;
  if (order.move === 'release') return fresh.owner?.kind === 'desk';
  if (order.move === 'acknowledge') return fresh.acknowledgedAt !== null;
  return fresh.state === (order.move === 'cancel' ? 'cancelled' : 'closed');
}

/** A second try after an answer lost on the way finds its own deed: that is no conflict. */
async function sendOnce(ess: string, order: MoveOrder, me: Mover): Promise<RequestFile> {
  try {
    return await send(ess, order);
  } catch (error) {
    if (!isApiError(error, 'request.stale') || error.conflict?.by !== me.displayName) throw error;
    const params = { path: { ess, id: order.id } };
    const fresh = await call(() => api.GET('/api/e/{ess}/requests/{id}', { params }));
    if (!isSatisfied(order, fresh, me)) throw error;
    return fresh;
  }
}

interface MoveHandlers {
  onDone: (order: MoveOrder, request: RequestFile) => void;
  onRefused: (order: MoveOrder, error: unknown) => void;
}

/** Every move of the desk; what the server answers becomes the request shown, and a refusal brings the fresh one. */
export function useMoves(ess: string, me: Mover, { onDone, onRefused }: MoveHandlers) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: MoveOrder) => sendOnce(ess, order, me),
    // A cut of the network, or a restart of the server; the version guards against doing it twice.
    retry: (count, error) => count < 2 && isApiError(error, 'network', 'unavailable'),
    retryDelay: 1_500,
    onSuccess: (request, order) => {
      client.setQueryData(keys.request(ess, order.id), request);
      void client.invalidateQueries({ queryKey: keys.desk(ess) });
      onDone(order, request);
    },
    onError: (error, order) => {
      void client.invalidateQueries({ queryKey: keys.request(ess, order.id) });
      void client.invalidateQueries({ queryKey: keys.desk(ess) });
      onRefused(order, error);
    },
  });
}

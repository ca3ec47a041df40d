import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../api/client.ts';
import { isApiError } from '../api/errors.ts';
import { keys } from '../api/query-client.ts';
import type { RequestFile } from '../desk/views.ts';
import type { Order } from './orders.ts';
import { sendOrder } from './send-order.ts';

interface Mover {
  professionalId: string;
  displayName: string;
}

const STATES_AFTER: Partial<Record<Order['move'], readonly RequestFile['state'][]>> = {
  cancel: ['cancelled'],
  advise: ['reported'],
  sign_reading: ['reported'],
  report_appointment: ['reported'],
  decline: ['reported'],
  redirect: ['reported'],
  admit: ['reported'],
  hand_over: ['closed'],
  order_visit: ['decided'],
  order_exam: ['decided'],
  order_consultation: ['decided'],
  order_teleconsultation: ['decided'],
  ask_info: ['waiting_requester'],
  book: ['scheduled'],
  receive: ['closed', 'declined', 'redirected'],
};

/** True when the request already is as the order wanted it. */
function isSatisfied(order: Order, fresh: RequestFile, me: Mover): boolean {
  if (fresh.version !== order.version + 1) return false;
  if ('class' in order) return fresh.class === order.class && fresh.classStatus === 'confirmed';
  if (order.move === 'claim') return fresh.owner?.id === me.professionalId;
  if (order.move === 'release') return fresh.owner?.kind === 'desk';
  if (order.move === 'acknowledge') return fresh.acknowledgedAt !== null;
  if (order.move === 'pass') return fresh.owner?.id === order.toId;
  return STATES_AFTER[order.move]?.includes(fresh.state) ?? false;
}

/** A second try after an answer lost on the way finds its own deed: that is no conflict. */
async function sendOnce(ess: string, order: Order, me: Mover): Promise<RequestFile> {
  try {
    return await sendOrder(ess, order);
  } catch (error) {
    if (!isApiError(error, 'request.stale') || error.conflict?.by !== me.displayName) throw error;
    const params = { path: { ess, id: order.id } };
    const fresh = await call(() => api.GET('/api/e/{ess}/requests/{id}', { params }));
    if (!isSatisfied(order, fresh, me)) throw error;
    return fresh;
  }
}

interface OrderHandlers {
  onDone: (order: Order, request: RequestFile) => void;
  onRefused: (order: Order, error: unknown) => void;
}

/** Every act on a request; what the server answers becomes the request shown, and a refusal brings the fresh one. */
export function useOrders(ess: string, me: Mover, { onDone, onRefused }: OrderHandlers) {
  const client = useQueryClient();
  const refresh = (id: string) => {
    void client.invalidateQueries({ queryKey: keys.desk(ess) });
    void client.invalidateQueries({ queryKey: [...keys.request(ess, id), 'care'] });
  };
  return useMutation({
    mutationFn: (order: Order) => sendOnce(ess, order, me),
    // A cut of the network, or a restart of the server; the version guards against doing it twice.
    retry: (count, error) => count < 2 && isApiError(error, 'network', 'unavailable'),
    retryDelay: 1_500,
    onSuccess: (request, order) => {
      client.setQueryData(keys.request(ess, order.id), request);
      refresh(order.id);
      onDone(order, request);
    },
    onError: (error, order) => {
      void client.invalidateQueries({ queryKey: keys.request(ess, order.id) });
      refresh(order.id);
      onRefused(order, error);
    },
  });
}

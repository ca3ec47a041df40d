import { useCallback, useEffect, useRef } from 'react';
import { api, call } from '../api/client.ts';
import { messageOf } from '../api/errors.ts';
import type { RequestFile } from '../desk/views.ts';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { doneWords, secondsToUndo } from './done-words.ts';
import { lastAct } from './last-act.ts';
import type { Order } from './orders.ts';

interface Undo {
  /** Sends the undo; answers once the request is as before. */
  undo: (request: RequestFile) => Promise<unknown>;
  /** The request is as before: give back what was typed, show it again. */
  onUndone: (request: RequestFile) => void;
}

/** « Visite demandée. Rien n’est encore parti. Annuler »: ten seconds after each act that can be taken back. */
export function useUndo(ess: string, { undo, onUndone }: Undo) {
  const toast = useUndoToast();
  const latest = useRef({ undo, onUndone });
  useEffect(() => {
    latest.current = { undo, onUndone };
  });
  const offer = useCallback(
    (request: RequestFile, message: string, seconds: number) => {
      const takeBack = () => {
        lastAct.forget();
        latest.current
          .undo(request)
          .then(() => {
            toast({ message: `${request.patient.displayName}\u00a0: annulé, comme avant.`, seconds: 4 });
            latest.current.onUndone(request);
          })
          .catch((error: unknown) => toast({ message: messageOf(error), seconds: 8 }));
      };
      toast({ message, seconds: seconds > 0 ? seconds : 5, ...(seconds > 0 && { onUndo: takeBack }) });
    },
    [toast],
  );

  // A reload does not take the undo away: the server still says until when.
  useEffect(() => {
    const last = lastAct.read(ess);
    if (!last) return;
    let left = false;
    call(() => api.GET('/api/e/{ess}/requests/{id}', { params: { path: { ess, id: last.id } } }))
      .then((request) => {
        const seconds = secondsToUndo(request);
        if (!left && seconds > 0)
          offer(request, `${request.patient.displayName}\u00a0: votre dernier acte peut encore être annulé.`, seconds);
      })
      .catch(() => lastAct.forget());
    return () => {
      left = true;
    };
  }, [ess, offer]);

  return useCallback(
    (order: Order, request: RequestFile) => {
      const seconds = secondsToUndo(request);
      if (seconds > 0) lastAct.keep(ess, request.id);
      offer(request, doneWords(order, seconds > 0), seconds);
    },
    [ess, offer],
  );
}

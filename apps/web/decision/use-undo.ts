import { useCallback, useEffect, useRef } from 'react';
import { messageOf } from '../api/errors.ts';
import type { RequestFile } from '../desk/views.ts';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { doneWords, secondsToUndo } from './done-words.ts';
import type { Order } from './orders.ts';

interface Undo {
  /** Sends the undo; answers once the request is as before. */
  undo: (request: RequestFile) => Promise<unknown>;
  /** The request is as before: give back what was typed, show it again. */
  onUndone: (request: RequestFile) => void;
}

/** « Visite demandée. Rien n’est encore parti. Annuler »: ten seconds after each act that can be taken back. */
export function useUndo({ undo, onUndone }: Undo) {
  const toast = useUndoToast();
  const latest = useRef({ undo, onUndone });
  useEffect(() => {
    latest.current = { undo, onUndone };
  });
  return useCallback(
    (order: Order, request: RequestFile) => {
      const seconds = secondsToUndo(request);
      const takeBack = () => {
        latest.current
          .undo(request)
          .then(() => {
            toast({ message: `${order.patientName}\u00a0: annulé, comme avant.`, seconds: 4 });
            latest.current.onUndone(request);
          })
          .catch((error: unknown) => toast({ message: messageOf(error), seconds: 8 }));
      };
      toast({
        message: doneWords(order, seconds > 0),
        seconds: seconds > 0 ? seconds : 5,
        ...(seconds > 0 && { onUndo: takeBack }),
      });
    },
    [toast],
  );
}

import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { BusSignal } from '#contracts/events';
import { keys } from './query-client.ts';
import { sessionGate } from './session-gate.ts';

export type LiveState = 'connecting' | 'live' | 'lost';

const LiveContext = createContext<LiveState>('connecting');

/** « En direct » or not, for the foot of a screen. */
export const useLiveState = (): LiveState => use(LiveContext);

/**
 * Fetches again what is shown. An answer on its way may have been read before the change: a query that has no data yet
 * is asked once more when it lands, or its screen would stay as it was before the signal.
 */
function refresh(client: QueryClient, queryKey: QueryKey): void {
  const onTheirWay = client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching', predicate: hasNoData });
  void client.invalidateQueries({ queryKey });
  for (const { queryKey: first, promise } of onTheirWay) {
    const again = () => void client.invalidateQueries({ queryKey: first, exact: true });
    promise?.then(again, again);
  }
}

const hasNoData = ({ state }: { state: { data: unknown } }): boolean => state.data === undefined;

/** What the person may do has changed: who he is, where he works, then all that is shown. What he types stays. */
function askRightsAgain(client: QueryClient, ess: string): void {
  void client.invalidateQueries({ queryKey: keys.session });
  refresh(client, keys.ess(ess));
}

/**
 * Listens to the server while a screen of one ESS is open: a signal says what changed, the screens fetch it themselves.
 * After a cut everything shown is fetched again, since signals of that time are lost.
 */
export function useLiveSignals(ess: string): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');

  useEffect(() => {
    let left = false;
    let close = () => {};
    const listen = async () => {
      // After the first drawing: no page waits for the socket.
      const { io } = await import('socket.io-client');
      if (left) return;
      const socket = io({ path: '/socket.io', transports: ['websocket'], query: { ess }, reconnectionDelayMax: 5_000 });
      let leaveGate = () => {};
      close = () => {
        leaveGate();
        socket.close();
      };
      let connectedBefore = false;
      socket.on('connect', () => {
        setState('live');
        // What changed between the first fetch and now was not heard; after a cut, everything may have changed.
        const unheard = connectedBefore ? [keys.ess(ess)] : [keys.requests(ess), keys.desk(ess), keys.mobile(ess)];
        for (const queryKey of unheard) refresh(client, queryKey);
        connectedBefore = true;
      });
      socket.on('disconnect', () => setState('lost'));
      socket.on('connect_error', () => setState('lost'));
      socket.on('change', (signal: BusSignal) => {
        if (signal.tenant !== ess) return;
        if (signal.room === 'desk') refresh(client, keys.desk(ess));
        if (signal.kind === 'patient.changed') {
          refresh(client, keys.patients(ess));
          refresh(client, keys.duplicates(ess));
          // A page of one of his requests may open no more, or say more.
          refresh(client, keys.requests(ess));
        }
        refresh(client, [...keys.requests(ess), 'list']);
        refresh(client, keys.request(ess, signal.id));
        if (/^(visit\.|request\.(decided|cancelled|undone)$)/.test(signal.kind)) refresh(client, keys.mobile(ess));
      });
      socket.on('rights', () => askRightsAgain(client, ess));
      socket.on('session', () => sessionGate.close('expired'));
      // Cut with its session, it waits for the next one; it is heard again when the person is back.
      leaveGate = sessionGate.subscribe(() => {
        if (sessionGate.get() === 'open' && !socket.active) socket.connect();
      });
    };
    listen().catch(() => setState('lost'));
    return () => {
      left = true;
      close();
    };
  }, [client, ess]);
  return state;
}

export function LiveProvider({ ess, children }: { ess: string; children: ReactNode }) {
  return <LiveContext value={useLiveSignals(ess)}>{children}</LiveContext>;
}

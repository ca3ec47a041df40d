import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, call } from '../api/client.ts';
import { keys } from '../api/query-client.ts';
import type { RequestFile } from '../desk/views.ts';
import { formatTime, NBSP } from '../ui/format.ts';
import { departures } from './board-rows.ts';
import type { Departed } from './board-rows.ts';
import type { BoardView } from './views.ts';

const SHOWN_MS = 30_000;

/** Who has a request now, from the list of the desk: no file is opened for it. */
async function ownersOf(ess: string): Promise<Map<string, { kind: string; name: string }>> {
  const params = { path: { ess }, query: { limit: 100 } };
  const page = await call(() => api.GET('/api/e/{ess}/desk/queue', { params }));
  return new Map(page.items.map(({ id, owner }) => [id, owner]));
}

/** « Pris par Dr … à 18:42 »: what left « À prendre » by another's hand is said for a while, never gone in silence. */
export function useDepartures(ess: string, board: BoardView | undefined) {
  const client = useQueryClient();
  const before = useRef<BoardView | undefined>(undefined);
  const [departed, setDeparted] = useState<Departed[]>([]);

  useEffect(() => {
    if (!board) return;
    const isOwnDeed = (id: string) => {
      const file = client.getQueryData<RequestFile>(keys.request(ess, id));
      return file?.undoUntil !== undefined && file.undoUntil !== null;
    };
    const left = departures(before.current, board).filter(({ id }) => !isOwnDeed(id));
    before.current = board;
    if (left.length === 0) return;
    const at = formatTime(board.serverNow);
    const ids = new Set(left.map(({ id }) => id));
    void ownersOf(ess)
      .catch(() => new Map<string, { kind: string; name: string }>())
      .then((owners) => {
        const said = left.map((item) => {
          const owner = owners.get(item.id);
          const who = owner?.kind === 'user' ? `Pris par ${owner.name}` : 'Traitée par l’équipe';
          return { item, words: `${who} à${NBSP}${at}` };
        });
        setDeparted((others) => [...others.filter(({ item }) => !ids.has(item.id)), ...said]);
      });
    setTimeout(() => setDeparted((all) => all.filter(({ item }) => !ids.has(item.id))), SHOWN_MS);
  }, [board, client, ess]);

  const here = new Set(board?.toTake.map(({ id }) => id));
  return departed.filter(({ item }) => !here.has(item.id));
}

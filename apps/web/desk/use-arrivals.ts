import { useEffect, useRef, useState } from 'react';
import { PRIORITY_DESK_WORDS } from '#contracts/enums';
import { nameAndAge } from '../ui/format.ts';
import { urgentArrivals } from './queue-rows.ts';
import type { DeskQueue } from './use-queue.ts';

const FADE_MS = 1_400;

/** New urgent requests: marked once for the eye, said once for who does not see them. */
export function useArrivals({ items, query }: DeskQueue) {
  const known = useRef<ReadonlySet<string> | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<{ text: string; vital: boolean }>({ text: '', vital: false });
  const { isSuccess } = query;

  useEffect(() => {
    if (!isSuccess) return;
    const arrivals = urgentArrivals(known.current, items);
    known.current = new Set([...(known.current ?? []), ...items.map((item) => item.id)]);
    if (arrivals.length === 0) return;
    setFresh(new Set(arrivals.map((item) => item.id)));
    setSaid({
      vital: arrivals.some((item) => item.emergency),
      text: arrivals
        .map(
          (item) =>
            `Nouvelle demande, ${PRIORITY_DESK_WORDS[item.class].toLowerCase()}\u00a0: ${nameAndAge(item.patientName, item.patientAge)}.`,
        )
        .join(' '),
    });
    const timer = setTimeout(() => setFresh(new Set()), FADE_MS);
    return () => clearTimeout(timer);
  }, [items, isSuccess]);
  return { fresh, said };
}

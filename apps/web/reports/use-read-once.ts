import { useEffect, useRef } from 'react';
import { sessionGate } from '../api/session-gate.ts';

/** What is on the screen for this long has been seen by somebody. */
const SHOWN_MS = 2_000;

const isSeen = () => document.visibilityState === 'visible' && sessionGate.get() === 'open';

/** Says once that a text was on the screen: two seconds in a row, page in front, session open. */
export function useReadOnce(key: string | null, onRead: () => void) {
  const said = useRef(new Set<string>());
  const tell = useRef(onRead);
  useEffect(() => {
    tell.current = onRead;
  });
  useEffect(() => {
    if (!key || said.current.has(key)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (!isSeen()) return;
      timer = setTimeout(() => {
        if (!isSeen() || said.current.has(key)) return;
        said.current.add(key);
        tell.current();
      }, SHOWN_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    const unsubscribe = sessionGate.subscribe(look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      unsubscribe();
    };
  }, [key]);
}

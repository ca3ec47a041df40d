import { useCallback, useEffect, useRef, useState } from 'react';
import { deviceStore } from '../session/device-store.ts';

interface Kept<T> {
  value: T;
  /** When this device last kept it; null before, and where it cannot. */
  savedAt: string | null;
  change: (value: T) => void;
  /** Accepted by the server: the device keeps nothing of it. */
  forget: () => void;
}

/** What is being written, kept on this device until the server has accepted it: no reload takes it away. */
export function useKept<T>(key: string, empty: T, isKept: (value: unknown) => value is T): Kept<T> {
  const [value, setValue] = useState(empty);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const typed = useRef(false);
  const start = useRef(empty);

  useEffect(() => {
    let left = false;
    void deviceStore.read(key).then((stored) => {
      if (!left && !typed.current && isKept(stored)) setValue(stored);
    });
    return () => {
      left = true;
    };
    // The guard is a plain function of its argument: a new one each time says nothing new.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);

  const change = useCallback(
    (next: T) => {
      typed.current = true;
      setValue(next);
      void deviceStore.write(key, next).then((kept) => setSavedAt(kept ? new Date().toISOString() : null));
    },
    [key],
  );
  const forget = useCallback(() => {
    setValue(start.current);
    setSavedAt(null);
    void deviceStore.remove(key);
  }, [key]);
  return { value, savedAt, change, forget };
}

const isText = (value: unknown): value is string => typeof value === 'string';

export const useKeptText = (key: string): Kept<string> => useKept(key, '', isText);

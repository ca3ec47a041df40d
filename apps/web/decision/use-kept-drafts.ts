import { useCallback, useEffect, useRef, useState } from 'react';
import { deviceStore } from '../session/device-store.ts';

const isRecord = (value: unknown): value is Record<string, object> => typeof value === 'object' && value !== null;

interface Kind<T> {
  empty: T;
  /** Nothing worth keeping, not even which form is open. */
  isEmpty: (draft: T) => boolean;
}

/** What is chosen and typed on each request, kept on this device until it is saved: no reload takes it away. */
export function useKeptDrafts<T extends object>(key: string, { empty, isEmpty }: Kind<T>) {
  const [drafts, setDrafts] = useState<Record<string, Partial<T>>>({});
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const loaded = useRef(false);

  useEffect(() => {
    let left = false;
    void deviceStore.read(key).then((stored) => {
      if (left) return;
      if (isRecord(stored)) setDrafts((typed) => ({ ...(stored as Record<string, Partial<T>>), ...typed }));
      loaded.current = true;
    });
    return () => {
      left = true;
    };
  }, [key]);

  useEffect(() => {
    if (!loaded.current) return;
    let pending = true;
    const save = () => {
      pending = false;
      if (Object.keys(drafts).length === 0) return void deviceStore.remove(key);
      void deviceStore.write(key, drafts).then((kept) => kept && setSavedAt(new Date().toISOString()));
    };
    const timer = setTimeout(save, 250);
    const now = () => pending && save();
    window.addEventListener('pagehide', now);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', now);
    };
  }, [drafts, key]);

  const draftOf = useCallback(
    (id: string | undefined): T => ({ ...empty, ...(id ? drafts[id] : undefined) }),
    [drafts, empty],
  );
  const change = useCallback(
    (id: string, part: Partial<T>) => {
      setDrafts(({ [id]: before, ...others }) => {
        const next: T = { ...empty, ...before, ...part };
        return isEmpty(next) ? others : { ...others, [id]: next };
      });
    },
    [empty, isEmpty],
  );
  const drop = useCallback((id: string) => setDrafts(({ [id]: _saved, ...others }) => others), []);
  return { draftOf, change, drop, savedAt };
}

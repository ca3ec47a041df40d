import { useCallback, useEffect, useRef, useState } from 'react';
import { deviceStore } from '../session/device-store.ts';
import { EMPTY_DRAFT, isEmptyDraft } from './decision.ts';
import type { DecisionDraft } from './decision.ts';

type Drafts = Record<string, DecisionDraft>;

const isDrafts = (value: unknown): value is Drafts => typeof value === 'object' && value !== null;

/** What is chosen and typed on each request, kept on this device until it is saved: no reload takes it away. */
export function useDecisionDrafts(owner: string) {
  const [drafts, setDrafts] = useState<Drafts>({});
  const key = `${owner}:decisions`;
  const loaded = useRef(false);

  useEffect(() => {
    let left = false;
    void deviceStore.read(key).then((stored) => {
      if (left) return;
      if (isDrafts(stored)) setDrafts((typed) => ({ ...stored, ...typed }));
      loaded.current = true;
    });
    return () => {
      left = true;
    };
  }, [key]);

  useEffect(() => {
    if (!loaded.current) return;
    const timer = setTimeout(() => {
      void (Object.keys(drafts).length > 0 ? deviceStore.write(key, drafts) : deviceStore.remove(key));
    }, 300);
    return () => clearTimeout(timer);
  }, [drafts, key]);

  const draftOf = useCallback(
    (id: string | undefined): DecisionDraft => ({ ...EMPTY_DRAFT, ...(id ? drafts[id] : undefined) }),
    [drafts],
  );
  const change = useCallback((id: string, part: Partial<DecisionDraft>) => {
    setDrafts(({ [id]: before, ...others }) => {
      const next = { ...EMPTY_DRAFT, ...before, ...part };
      return isEmptyDraft(next) && next.form === 'none' ? others : { ...others, [id]: next };
    });
  }, []);
  const drop = useCallback((id: string) => setDrafts(({ [id]: _saved, ...others }) => others), []);
  return { draftOf, change, drop };
}
export type DecisionDrafts = ReturnType<typeof useDecisionDrafts>;

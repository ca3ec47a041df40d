import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../api/errors.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { peopleApi, peopleKeys, type PeopleApi } from './people-api.ts';

/** One act at a time on a person: busy, refused with its words, or done and said. */
export function usePersonAct() {
  const { slug } = useEss();
  const client = useQueryClient();
  const toast = useUndoToast();
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const act = async (name: string, ask: (api: PeopleApi) => Promise<unknown>, said: string): Promise<boolean> => {
    setBusy(name);
    setError(null);
    try {
      await ask(peopleApi(slug));
      toast({ message: said });
      return true;
    } catch (thrown) {
      setError(messageOf(thrown));
      return false;
    } finally {
      setBusy(null);
      void client.invalidateQueries({ queryKey: peopleKeys.all(slug) });
    }
  };
  return { busy, error, act };
}

import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useRequest } from '../api/use-requests.ts';
import type { DeskCommand } from './keyboard.ts';
import { neighbour } from './queue-rows.ts';

/** Held J does not open every file on the way: each opened file is a line of the audit. */
const SETTLE_MS = 140;

interface FileListUse {
  ess: string;
  /** What J and K go through, in the order drawn. */
  items: readonly { id: string }[];
  /** The file of the address. */
  id: string | undefined;
  go: (id: string) => void;
}

/** A list of files and the one opened beside it: what every desk shares, keys of the list and of the help included. */
export function useFileList({ ess, items, id, go }: FileListUse) {
  const [help, setHelp] = useState(false);
  const [settledId] = useDebouncedValue(id, SETTLE_MS, { leading: true });
  const query = useRequest(ess, settledId ?? '', settledId !== undefined);
  const request = query.data?.id === id ? query.data : undefined;

  const lastIndex = useRef(0);
  const index = items.findIndex((item) => item.id === id);
  useEffect(() => {
    if (index >= 0) lastIndex.current = index;
  }, [index]);

  /** Answers whether the command was one of the list; nothing is heard under the help. */
  const run = (command: DeskCommand): boolean => {
    if (command.name === 'help') setHelp(true);
    else if (command.name === 'next' || command.name === 'previous') {
      const to = neighbour(items, id, command.name === 'next' ? 1 : -1, lastIndex.current);
      if (to && to.id !== id) go(to.id);
    } else return false;
    return true;
  };
  return { query, request, help, setHelp, run };
}

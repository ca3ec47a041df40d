import { createStore, delMany, get, keys, set } from 'idb-keyval';

/** What this device keeps for a person: drafts only, until they are sent or the person signs out. */
const store = () => createStore('guichet', 'brouillons');
let opened: ReturnType<typeof store> | undefined;
const use = () => (opened ??= store());

/** A device without storage (private window, full disk) loses this comfort, never the page. */
async function quietly<T>(act: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await act();
  } catch {
    return otherwise;
  }
}

export const deviceStore = {
  read: (key: string): Promise<unknown> => quietly(() => get<unknown>(key, use()), undefined),
  write: (key: string, value: unknown): Promise<boolean> =>
    quietly(async () => {
      await set(key, value, use());
      return true;
    }, false),
  remove: (key: string): Promise<void> => quietly(() => delMany([key], use()), undefined),
  clear: (): Promise<void> =>
    quietly(async () => {
      await delMany(await keys(use()), use());
    }, undefined),
};

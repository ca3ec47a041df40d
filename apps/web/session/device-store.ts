import { createStore, delMany, get, keys, set, update } from 'idb-keyval';

/** What this device keeps for a person: what he is writing, until it is sent or he signs out. */
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
  /** False when this device keeps nothing. */
  write: (key: string, value: unknown): Promise<boolean> =>
    quietly(async () => {
      await set(key, value, use());
      return true;
    }, false),
  /** Reads and writes in one act: another tab cannot come between. */
  update: (key: string, make: (before: unknown) => unknown): Promise<boolean> =>
    quietly(async () => {
      await update<unknown>(key, make, use());
      return true;
    }, false),
  keys: (): Promise<string[]> => quietly(async () => (await keys(use())).map(String), []),
  remove: (key: string): Promise<void> => quietly(() => delMany([key], use()), undefined),
  /** Everything, but what `kept` names. */
  clear: (kept: readonly string[] = []): Promise<void> =>
    quietly(async () => {
      const known = await keys(use());
      await delMany(
        known.filter((key) => !kept.includes(String(key))),
        use(),
      );
    }, undefined),
};

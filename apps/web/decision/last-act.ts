import { UNDO_SECONDS } from '#contracts/moves';

const KEY = 'guichet-dernier-acte';

/** The last act of this tab, by its ids alone: after a reload within the seconds of the undo, it is offered again. */
export interface LastAct {
  ess: string;
  id: string;
  at: number;
}

const isLastAct = (value: unknown): value is LastAct =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'ess') === 'string' &&
  typeof Reflect.get(value, 'id') === 'string' &&
  typeof Reflect.get(value, 'at') === 'number';

/** What was kept, when it may still be taken back in this ESS. */
export function readLastAct(kept: string | null, ess: string, now: number): LastAct | null {
  try {
    const value: unknown = JSON.parse(kept ?? 'null');
    if (!isLastAct(value) || value.ess !== ess) return null;
    return now - value.at < UNDO_SECONDS * 1000 ? value : null;
  } catch {
    return null;
  }
}

export const lastAct = {
  keep(ess: string, id: string): void {
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ ess, id, at: Date.now() }));
    } catch {
      // Without storage the undo is offered until a reload.
    }
  },
  forget(): void {
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // Nothing was kept.
    }
  },
  read(ess: string): LastAct | null {
    try {
      return readLastAct(sessionStorage.getItem(KEY), ess, Date.now());
    } catch {
      return null;
    }
  },
};

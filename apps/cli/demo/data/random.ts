/** Chance that always falls the same way: a seed gives one sequence, on any machine and any day. */
export interface Chance {
  /** From 0 included to 1 excluded. */
  next(): number;
  /** A whole number, both ends included. */
  between(min: number, max: number): number;
  /** True `share` of the times, from 0 to 1. */
  happens(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One item, as often as its weight. */
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): T;
}

/** FNV-1a, 32 bits: a text becomes a number. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value ^= character.codePointAt(0) ?? 0;
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/** Mulberry32 (T. Ettinger): 32 bits of state, ample for a demonstration, never for a secret. */
export function chanceOf(seed: string): Chance {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const weighted = <T>(list: readonly T[], weightOf: (item: T) => number): T => {
    const total = list.reduce((sum, item) => sum + weightOf(item), 0);
    let left = next() * total;
    for (const item of list) {
      left -= weightOf(item);
      if (left < 0) return item;
    }
    const last = list[list.length - 1];
    if (last === undefined) throw new Error('nothing to pick from');
    return last;
  };
  return {
    next,
    between: (min, max) => min + Math.floor(next() * (max - min + 1)),
    happens: (share) => next() < share,
    pick: (list) => weighted(list, () => 1),
    weighted,
  };
}

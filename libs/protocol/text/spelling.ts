import { FILLERS, ORDINARY } from './fillers.data.ts';
import type { WordPlace } from './pattern.ts';

/** Shorter words of the lexicon have too many neighbours to be guessed from a misspelling. */
const SHORTEST = 6;
const SHORTEST_TYPED = 5;
const LONG = 9;

/** Damerau–Levenshtein distance (adjacent swaps count once), or `bound + 1` as soon as it is passed. */
export function boundedDistance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1);
      if (isSwap) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > bound) return bound + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? bound + 1;
}

const allowed = (length: number): number => (length >= LONG ? 2 : 1);

/** Finds the word of the lexicon that a misspelt word stands for. */
export class Speller {
  private readonly literals = new Set<string>();
  private readonly byLetter = new Map<string, { word: string; isStem: boolean }[]>();
  private readonly stems: string[] = [];

  constructor(places: readonly WordPlace[]) {
    const stems = new Set(places.flatMap((place) => [...place.stems]));
    for (const place of places) for (const literal of place.literals) this.literals.add(literal);
    this.stems.push(...stems);
    for (const word of this.literals) this.index(word, false);
    for (const word of stems) this.index(word, true);
  }

  /** The key to compare with patterns: the word itself when the lexicon or the language knows it. */
  correct(key: string): string {
    if (key.length < SHORTEST_TYPED || FILLERS.has(key) || ORDINARY.has(key) || this.isKnown(key)) return key;
    let best = key;
    let bestDistance = 3;
    for (const { word, isStem } of this.byLetter.get(key.charAt(0)) ?? []) {
      const bound = Math.min(allowed(word.length), bestDistance - 1);
      if (bound < 1) break;
      const distance = boundedDistance(isStem ? key.slice(0, word.length) : key, word, bound);
      if (distance > bound) continue;
      best = isStem ? word + key.slice(word.length) : word;
      bestDistance = distance;
    }
    return best;
  }

  private isKnown(key: string): boolean {
    const isExact = (stem: string): boolean => stem.length >= SHORTEST || key.length - stem.length <= 3;
    return this.literals.has(key) || this.stems.some((stem) => key.startsWith(stem) && isExact(stem));
  }

  private index(word: string, isStem: boolean): void {
    if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return;
    const letter = word.charAt(0);
    this.byLetter.set(letter, [...(this.byLetter.get(letter) ?? []), { word, isStem }]);
  }
}

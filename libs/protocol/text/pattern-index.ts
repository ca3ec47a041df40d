import type { Line, Place } from './pattern.ts';

/** A pattern (parts in any order) and what it stands for. */
export interface Owned<T> {
  owner: T;
  parts: Line[];
}

/** Patterns by the first place of their first part, so that a sentence meets only those it can begin. */
export class PatternIndex<T> {
  private readonly byWord = new Map<number, Owned<T>[]>();
  private readonly byConcept = new Map<number, Owned<T>[]>();

  add(owner: T, parts: Line[]): void {
    const first: Place | undefined = parts[0]?.[0];
    if (!first) return;
    const entry = { owner, parts };
    if (first.word !== undefined) push(this.byWord, first.word, entry);
    for (const concept of first.concepts) push(this.byConcept, concept, entry);
  }

  startingWithWord(word: number): readonly Owned<T>[] {
    return this.byWord.get(word) ?? [];
  }

  startingWithConcept(concept: number): readonly Owned<T>[] {
    return this.byConcept.get(concept) ?? [];
  }
}

function push<T>(map: Map<number, Owned<T>[]>, key: number, entry: Owned<T>): void {
  const known = map.get(key);
  if (known) known.push(entry);
  else map.set(key, [entry]);
}

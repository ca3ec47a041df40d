import { FILLERS } from './fillers.data.ts';
import { PatternIndex, type Owned } from './pattern-index.ts';
import { PatternTable, type Line, type Place } from './pattern.ts';
import { Speller } from './spelling.ts';
import type { Token } from './tokens.ts';

/** Tokens `from` to `to` (excluded) of a sentence. */
export interface Span {
  from: number;
  to: number;
}

const MOST_FILLERS = 3;
/** One sentence never says the same thing more often; keeps repeated words from costing their square. */
const MOST_SPANS = 16;
const NONE: readonly number[] = [];
const NO_SPANS: readonly Span[] = [];
const MOST_REMEMBERED = 20_000;

/** One sentence ready to be searched. */
export class Scene {
  readonly tokens: readonly Token[];
  /** Word places met by each token. */
  readonly met: readonly ReadonlySet<number>[];
  /** Spans of each concept, by index. */
  private readonly concepts: (readonly Span[])[] = [];
  private readonly starts: (readonly number[])[] = [];
  private readonly recorded: number[] = [];

  /** Positions where each word place is met. */
  private readonly positions = new Map<number, number[]>();

  constructor(tokens: readonly Token[], met: readonly ReadonlySet<number>[]) {
    this.tokens = tokens;
    this.met = met;
    for (const [at, places] of met.entries())
      for (const place of places) {
        const known = this.positions.get(place);
        if (known) known.push(at);
        else this.positions.set(place, [at]);
      }
  }

  /** Word places met somewhere in the sentence. */
  words(): Iterable<number> {
    return this.positions.keys();
  }

  /** Concepts found in the sentence. */
  found(): Iterable<number> {
    return this.recorded;
  }

  /** Positions where a line may begin. */
  startsOf(place: Place): readonly number[] {
    const words = place.word === undefined ? NONE : (this.positions.get(place.word) ?? NONE);
    let starts = words;
    for (const concept of place.concepts) {
      const found = this.starts[concept] ?? NONE;
      if (found.length === 0) continue;
      starts = starts.length === 0 ? found : [...new Set([...starts, ...found])].sort((a, b) => a - b);
    }
    return starts;
  }

  record(concept: number, spans: readonly Span[]): void {
    this.concepts[concept] = spans;
    this.recorded.push(concept);
    this.starts[concept] = [...new Set(spans.map((span) => span.from))].sort((a, b) => a - b);
  }

  spans(concept: number): readonly Span[] {
    return this.concepts[concept] ?? NO_SPANS;
  }
}

/** Compiled concepts and the words of every pattern. Built once, shared by every text. */
export class Matcher {
  readonly table = new PatternTable();
  private readonly index = new PatternIndex<number>();
  private count = 0;
  private speller: Speller | undefined;
  private readonly remembered = new Map<string, ReadonlySet<number>>();

  constructor(concepts: Record<string, string[]>) {
    for (const [name, patterns] of Object.entries(concepts)) {
      for (const pattern of patterns)
        for (const parts of this.table.compile(pattern)) this.index.add(this.count, parts);
      this.table.concepts.set(name, this.count);
      this.count += 1;
    }
  }

  conceptIndex(name: string): number {
    const index = this.table.concepts.get(name);
    if (index === undefined) throw new Error(`concept inconnu\u00a0: ${name}`);
    return index;
  }

  scene(tokens: readonly Token[]): Scene {
    const scene = new Scene(
      tokens,
      tokens.map((token) => this.placesOf(token.key)),
    );
    this.findConcepts(scene);
    return scene;
  }

  /** Concepts in their order: a concept only uses those above it. */
  private findConcepts(scene: Scene): void {
    const waiting: Owned<number>[][] = [];
    const expect = (found: readonly Owned<number>[]): void => {
      for (const entry of found) (waiting[entry.owner] ??= []).push(entry);
    };
    for (const word of scene.words()) expect(this.index.startingWithWord(word));
    for (let concept = 0; concept < this.count; concept += 1) {
      const candidates = waiting[concept];
      if (!candidates) continue;
      const spans = candidates.flatMap(({ parts }) => findParts(parts, scene));
      if (spans.length === 0) continue;
      scene.record(concept, spans);
      expect(this.index.startingWithConcept(concept));
    }
  }

  private placesOf(key: string): ReadonlySet<number> {
    const known = this.remembered.get(key);
    if (known) return known;
    this.speller ??= new Speller(this.table.places);
    const word = this.speller.correct(key);
    const met = new Set<number>();
    for (const [index, place] of this.table.places.entries())
      if (place.literals.has(word) || place.stems.some((stem) => word.startsWith(stem))) met.add(index);
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, met);
    return met;
  }
}

const SINGLE_ENDS: readonly (readonly number[])[] = Array.from({ length: 512 }, (_, end) => [end]);

/** Ends of a place standing exactly at `at`. */
function endsAt(place: Place, scene: Scene, at: number): readonly number[] {
  const isWord = place.word !== undefined && scene.met[at]?.has(place.word);
  const single = isWord ? (SINGLE_ENDS[at + 1] ?? [at + 1]) : NONE;
  if (place.concepts.length === 0) return single;
  let ends = single;
  for (const concept of place.concepts)
    for (const span of scene.spans(concept))
      if (span.from === at) ends = ends.length === 0 ? [span.to] : [...ends, span.to];
  return ends;
}

/**
 * The end of the rest of a line, or undefined. The next place stands at once, after small words, or after as many words
 * as its gap allows; a semicolon is never crossed.
 */
function follow(line: Line, index: number, scene: Scene, from: number): number | undefined {
  const place = line[index];
  if (!place) return from;
  let fillers = 0;
  let gap = 0;
  for (let at = from; at < scene.tokens.length; at += 1) {
    const token = scene.tokens[at];
    if (!token || token.stop > 2) break;
    for (const end of endsAt(place, scene, at)) {
      const done = follow(line, index + 1, scene, end);
      if (done !== undefined) return done;
    }
    if (fillers < MOST_FILLERS && FILLERS.has(token.key)) fillers += 1;
    else if (gap < place.gap) gap += 1;
    else break;
  }
  return place.isOptional ? follow(line, index + 1, scene, from) : undefined;
}

/** Every span of a line in a sentence, one for each start. */
export function findLine(line: Line, scene: Scene): readonly Span[] {
  const [first] = line;
  const starts = first ? scene.startsOf(first) : NONE;
  if (!first || starts.length === 0) return NO_SPANS;
  let spans: Span[] | undefined;
  for (const from of starts) {
    for (const end of endsAt(first, scene, from)) {
      const to = follow(line, 1, scene, end);
      if (to === undefined) continue;
      (spans ??= []).push({ from, to });
      break;
    }
    if (spans && spans.length >= MOST_SPANS) break;
  }
  return spans ?? NO_SPANS;
}

/** Spans of the first part, when every other part is somewhere in the sentence. */
function findParts(parts: Line[], scene: Scene): readonly Span[] {
  const spans = parts[0] ? findLine(parts[0], scene) : NO_SPANS;
  if (spans.length === 0 || parts.length === 1) return spans;
  return parts.every((line, index) => index === 0 || findLine(line, scene).length > 0) ? spans : NO_SPANS;
}

/** One place of a pattern: a word among several, or a concept; `gap` words may stand before it. */
export interface Place {
  /** Index in the table of word places. */
  word: number | undefined;
  /** Indexes of concepts. */
  concepts: readonly number[];
  gap: number;
  isOptional: boolean;
}

/** Words that follow one another. */
export type Line = Place[];

export interface WordPlace {
  literals: ReadonlySet<string>;
  stems: readonly string[];
}

/** Reads patterns; equal word places are shared so that each word of a text is compared once. */
export class PatternTable {
  readonly places: WordPlace[] = [];
  readonly concepts = new Map<string, number>();
  private readonly known = new Map<string, number>();

  /** Every way to write a pattern, as parts that may come in any order. @throws Error on a concept not defined above. */
  compile(pattern: string): Line[][] {
    return expand(pattern).map((plain) => plain.split(' & ').map((part) => this.line(part.trim())));
  }

  private line(part: string): Line {
    const line: Line = [];
    let gap = 0;
    for (const word of part.split(/\s+/)) {
      const tilde = /^~(\d*)$/.exec(word);
      if (tilde) gap = tilde[1] === '' ? 4 : Number(tilde[1]);
      else {
        line.push(this.place(word, gap));
        gap = 0;
      }
    }
    return line;
  }

  private place(written: string, gap: number): Place {
    const isOptional = written.length > 1 && written.endsWith('?');
    const word = isOptional ? written.slice(0, -1) : written;
    const options = word.split('|');
    const plain = options.filter((option) => !option.startsWith('@'));
    const concepts = options
      .filter((option) => option.startsWith('@'))
      .map((option) => this.conceptRef(option.slice(1)));
    return { word: plain.length > 0 ? this.wordRef(plain.join('|')) : undefined, concepts, gap, isOptional };
  }

  private conceptRef(name: string): number {
    const concept = this.concepts.get(name);
    if (concept === undefined) throw new Error(`concept inconnu\u00a0: ${name}`);
    return concept;
  }

  private wordRef(word: string): number {
    const found = this.known.get(word);
    if (found !== undefined) return found;
    const options = word.split('|');
    const stems = options
      .filter((option) => option.length > 1 && option.endsWith('*'))
      .map((option) => option.slice(0, -1));
    const literals = new Set(options.filter((option) => option.length === 1 || !option.endsWith('*')));
    this.known.set(word, this.places.push({ literals, stems }) - 1);
    return this.places.length - 1;
  }
}

/** `a|b_c d` stands for `a d` and for `b c d`: a line only holds single words. */
function expand(pattern: string): string[] {
  const words = pattern.split(' ');
  const isPhrase = (option: string): boolean => option.includes('_') && !option.startsWith('@');
  const at = words.findIndex((word) => word.split('|').some(isPhrase));
  const word = words[at];
  if (word === undefined) return [pattern];
  const options = word.split('|');
  const single = options.filter((option) => !isPhrase(option)).join('|');
  const ways = [
    ...(single === '' ? [] : [single]),
    ...options.filter(isPhrase).map((option) => option.replaceAll('_', ' ')),
  ];
  return ways.flatMap((way) => expand(words.with(at, way).join(' ')));
}

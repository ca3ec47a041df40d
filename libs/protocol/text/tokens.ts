import { fold, wordKey } from './fold.ts';

/** A word, a number or a sign of the text; `key` is how the lexicon writes it. */
export interface Token {
  key: string;
  start: number;
  end: number;
  /** Strongest stop between the token before and this one: 0 none, 1 comma or bracket, 2 colon or dash, 3 semicolon. */
  stop: number;
}

export interface Sentence {
  tokens: Token[];
  start: number;
  end: number;
  /** Ends with a colon: a header for the lines that follow. */
  isHeader: boolean;
  /** Begins a line. */
  isLine: boolean;
  /** Line that starts with a bullet. */
  isBullet: boolean;
  /** A blank line stands before. */
  afterBlank: boolean;
}

const LEXEME =
  /((?:[a-z]\.){2,}[a-z]?)|(\d+(?:er|ere|eme|e|nd|nde)(?![a-z0-9]))|(\d+(?:[.,]\d+)?)|([a-zœæµ][a-z0-9œæ]*)|([?%+<>≥≤=/°])|(\n)|([.!;:,()[\]"«»•*]|-(?=\s)|-$)|([^\S\n]+|.)/gsu;

const STOPS: Record<string, number> = { ',': 1, '(': 1, ')': 1, '[': 1, ']': 1, ':': 2, '-': 2, '•': 2, ';': 3 };
/** A sentence without a stop is cut here: nobody writes one so long, and the work grows with its square. */
const MOST_TOKENS = 150;

class Cutter {
  readonly sentences: Sentence[] = [];
  private tokens: Token[] = [];
  private stop = 0;
  private isLine = true;
  private isBullet = false;
  private blank = 0;
  private lastSign = '';

  word(key: string, start: number, end: number): void {
    this.tokens.push({ key, start, end, stop: this.tokens.length === 0 ? 0 : this.stop });
    this.stop = 0;
    this.lastSign = '';
    if (this.tokens.length >= MOST_TOKENS) this.close();
  }

  sign(sign: string): void {
    if (this.tokens.length === 0 && (sign === '-' || sign === '•' || sign === '*')) this.isBullet = true;
    this.stop = Math.max(this.stop, STOPS[sign] ?? 0);
    this.lastSign = sign;
    if (sign === '.' || sign === '!') this.close();
  }

  line(continues: boolean): void {
    if (this.tokens.length === 0) this.blank += 1;
    if (continues) return;
    this.close();
    this.isLine = true;
  }

  close(): void {
    const first = this.tokens[0];
    const last = this.tokens.at(-1);
    if (!first || !last) return;
    const { isLine, isBullet, tokens } = this;
    const isHeader = this.lastSign === ':';
    const afterBlank = this.blank > 1;
    this.sentences.push({ tokens, start: first.start, end: last.end, isHeader, isLine, isBullet, afterBlank });
    this.tokens = [];
    this.stop = 0;
    this.isLine = false;
    this.isBullet = false;
    this.blank = 0;
    this.lastSign = '';
  }
}

/** A line that was wrapped goes on with a small letter and no stop before. */
function isWrapped(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  return at - lineStart > 55 && /[a-zà-ÿ,]/.test(before) && /[a-zà-ÿ]/.test(after);
}

/** Cuts a text into sentences of tokens. Line breaks end a sentence unless the line was wrapped. */
export function cutSentences(text: string): Sentence[] {
  const folded = fold(text);
  const cutter = new Cutter();
  LEXEME.lastIndex = 0;
  for (let match = LEXEME.exec(folded); match; match = LEXEME.exec(folded)) {
    const [lexeme, dotted, ordinal, number, word, symbol, newline, sign] = match;
    const end = match.index + lexeme.length;
    if (dotted !== undefined) cutter.word(dotted.replaceAll('.', ''), match.index, end);
    else if (ordinal !== undefined) cutter.word(ordinal, match.index, end);
    else if (number !== undefined) cutter.word(number.replace('.', ','), match.index, end);
    else if (word !== undefined) cutter.word(wordKey(word), match.index, end);
    else if (symbol !== undefined) {
      cutter.word(symbol, match.index, end);
      if (symbol === '?') cutter.close();
    } else if (newline !== undefined) cutter.line(isWrapped(text, match.index));
    else if (sign !== undefined) cutter.sign(sign);
  }
  cutter.close();
  return cutter.sentences;
}

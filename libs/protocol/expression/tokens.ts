import { ExpressionError, type Operator } from './expression.ts';

export type Token =
  | { kind: 'id'; text: string; at: number }
  | { kind: 'number'; value: number; text: string; at: number }
  | { kind: 'operator'; operator: Operator; text: string; at: number }
  | { kind: '(' | ')' | 'and' | 'or' | 'not' | 'end'; text: string; at: number };

const TOKEN = /([a-z][a-z0-9_]*)|(-?\d+(?:\.\d+)?)|(>=|<=|>|<)|([()])/y;
const SPACE = /\s+/y;

/** Line and column, both from 1, of an offset. */
export function positionOf(source: string, at: number): { line: number; column: number } {
  const before = source.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n') };
}

export function fail(source: string, at: number, message: string): never {
  const { line, column } = positionOf(source, at);
  throw new ExpressionError(`ligne ${line}, colonne ${column}\u00a0: ${message}`, line, column);
}

function wordToken(text: string, at: number): Token {
  if (text === 'and' || text === 'or' || text === 'not') return { kind: text, text, at };
  return { kind: 'id', text, at };
}

function operatorToken(text: string, at: number): Token {
  const operator: Operator = text === '>=' || text === '<=' || text === '>' ? text : '<';
  return { kind: 'operator', operator, text, at };
}

/** Cuts a condition into tokens; the last one is always `end`. */
export function tokenise(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(source)?.[0].length ?? 0;
    if (at >= source.length) return [...tokens, { kind: 'end', text: '', at: source.length }];
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match) return fail(source, at, `caractère inattendu «\u00a0${source.charAt(at)}\u00a0»`);
    const [text, word, number, operator] = match;
    if (word !== undefined) tokens.push(wordToken(text, at));
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(text), text, at });
    else if (operator !== undefined) tokens.push(operatorToken(text, at));
    else tokens.push({ kind: text === '(' ? '(' : ')', text, at });
    at += text.length;
  }
}

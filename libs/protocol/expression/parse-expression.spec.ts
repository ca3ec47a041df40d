import { describe, expect, test } from '@jest/globals';
import { holds } from '../engine/holds.ts';
import { ExpressionError } from './expression.ts';
import { parseExpression } from './parse-expression.ts';

const world = (present: string[], values: Record<string, number> = {}) => ({
  present: new Set(present),
  values: new Map(Object.entries(values).map(([name, value]) => [name, [{ value, unit: '' }]])),
});
const isTrue = (source: string, present: string[], values?: Record<string, number>): boolean =>
  holds(parseExpression(source), world(present, values));

describe('The rules language', () => {
  test('binds not before and, and before or', () => {
    expect(isTrue('a or b and c', ['a'])).toBe(true);
    expect(isTrue('a and b or c', ['c'])).toBe(true);
    expect(isTrue('(a or b) and c', ['a'])).toBe(false);
    expect(isTrue('not a and b', ['b'])).toBe(true);
    expect(isTrue('not (a and b)', ['a'])).toBe(true);
    expect(isTrue('not not a', ['a'])).toBe(true);
  });

  test('takes an absent measure for a false comparison', () => {
    expect(isTrue('hr>150', [])).toBe(false);
    expect(isTrue('not hr>150', [])).toBe(true);
  });

  test.each([
    ['x>=10', 10, true],
    ['x>=10', 9.99, false],
    ['x>10', 10, false],
    ['x<=10', 10, true],
    ['x<10', 10, false],
    ['x>-2', -1, true],
    ['x>=6.5', 6.5, true],
  ])('%s with %d is %s', (source, value, expected) => {
    expect(isTrue(source, [], { x: value })).toBe(expected);
  });

  test('goes over line breaks', () => {
    expect(isTrue('a\n  and\tb', ['a', 'b'])).toBe(true);
  });
});

describe('A condition that cannot be read says where', () => {
  test.each([
    ['', 1, 1],
    ['a and', 1, 6],
    ['a b', 1, 3],
    ['(a or b', 1, 8],
    ['a or )', 1, 6],
    ['spo2 < x', 1, 8],
    ['a and\n  or b', 2, 3],
    ['a\n  and é', 2, 7],
    ['a == 3', 1, 3],
    ['A', 1, 1],
    ['a && b', 1, 3],
    ['not', 1, 4],
    ['3 < a', 1, 1],
  ])('%j at line %d column %d', (source, line, column) => {
    expect(() => parseExpression(source)).toThrow(ExpressionError);
    try {
      parseExpression(source);
    } catch (error) {
      expect(error).toMatchObject({ line, column });
      expect(String(error)).toContain(`ligne ${line}, colonne ${column}`);
    }
  });

  test('and a hostile depth is refused, not followed', () => {
    expect(() => parseExpression('('.repeat(5000) + 'a' + ')'.repeat(5000))).toThrow('imbriquée');
    expect(() => parseExpression('not '.repeat(5000) + 'a')).toThrow('imbriquée');
  });
});

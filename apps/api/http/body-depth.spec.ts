import { describe, expect, test } from '@jest/globals';
import { exampleAnswers } from '#forms';
import { deeperThan } from './body-depth.ts';

const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

describe('how deep a body may be', () => {
  test('a whole request is far from the limit', () => {
    expect(deeperThan({ answers: exampleAnswers() }, 5)).toBe(false);
  });

  test('levels are counted, whatever they are made of', () => {
    expect([deeperThan('text', 0), deeperThan(null, 0), deeperThan({}, 0)]).toEqual([false, false, true]);
    expect([deeperThan(nested(32), 32), deeperThan(nested(33), 32)]).toEqual([false, true]);
    expect(deeperThan({ a: [{ b: [] }] }, 3)).toBe(true);
  });

  test('twenty thousand levels are measured without falling', () => {
    expect(deeperThan(nested(20_000), 32)).toBe(true);
    expect(deeperThan(JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`), 32)).toBe(true);
  });
});

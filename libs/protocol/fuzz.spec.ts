import { describe, expect, test } from '@jest/globals';
import { fuzz } from './testing/fuzz.ts';

describe('Random requests', () => {
  test('3,000 of them: none throws, all are explained, every quote is in its text', () => {
    fuzz(200, 1);
    expect(() => fuzz(3_000, 1_000)).not.toThrow();
  });
});

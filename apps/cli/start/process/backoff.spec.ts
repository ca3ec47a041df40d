import { describe, expect, test } from '@jest/globals';
import { backoffMs } from './backoff.ts';

describe('the wait before a restart', () => {
  test('is short the first time, doubles, and never passes thirty seconds', () => {
    expect([1, 2, 3, 4].map(backoffMs)).toEqual([200, 400, 800, 1600]);
    expect(backoffMs(9)).toBe(30_000);
    expect(backoffMs(5_000)).toBe(30_000);
  });
});

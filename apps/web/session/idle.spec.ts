import { expect, test } from '@jest/globals';
import { isIdle } from './idle.ts';

const HALF_HOUR = 1800;

test('a session locks after thirty minutes without a sign of life, not before', () => {
  const last = Date.parse('2026-11-23T09:00:00Z');
  expect(isIdle(last, last + 1_799_999, HALF_HOUR)).toBe(false);
  expect(isIdle(last, last + 1_800_000, HALF_HOUR)).toBe(true);
});

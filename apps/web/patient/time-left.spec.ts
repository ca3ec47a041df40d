import { describe, expect, test } from '@jest/globals';
import { nextTick, timeLeft } from './time-left.ts';

const END = '2026-11-23T11:00:00.000Z';
const before = (seconds: number) => Date.parse(END) - seconds * 1000;
const words = (text: string | null) => text?.replaceAll('\u00a0', ' ');

describe('the time left of an exceptional access', () => {
  test('is told in minutes, then in seconds, then is over', () => {
    expect(words(timeLeft(END, before(3600)))).toBe('60 min');
    expect(words(timeLeft(END, before(3541)))).toBe('60 min');
    expect(words(timeLeft(END, before(60)))).toBe('1 min');
    expect(words(timeLeft(END, before(59)))).toBe('59 s');
    expect(timeLeft(END, before(0))).toBeNull();
    expect(timeLeft(END, before(-5))).toBeNull();
  });

  test('is never looked at later than it changes', () => {
    for (const seconds of [3600, 3541, 121, 61, 60, 30, 1]) {
      const now = before(seconds);
      const wait = nextTick(END, now);
      expect(wait).toBeGreaterThan(0);
      if (seconds > 60) expect(now + wait).toBeLessThanOrEqual(before(60) + 1);
      else expect(wait).toBe(1_000);
    }
  });
});

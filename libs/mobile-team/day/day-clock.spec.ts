import { describe, expect, test } from '@jest/globals';
import { DayClock } from './day-clock.ts';

describe('seconds of a local day', () => {
  test.each([
    ['an ordinary day', '2026-11-23', '2026-11-23T08:30:00.000Z'],
    ['the day that has 23 hours', '2026-03-29', '2026-03-29T07:30:00.000Z'],
    ['the day that has 25 hours', '2026-10-25', '2026-10-25T08:30:00.000Z'],
  ])('half past nine of %s is the same second, and comes back', (_, date, iso) => {
    const clock = new DayClock(date, 'Europe/Paris');
    expect(clock.toSeconds(new Date(iso))).toBe(9.5 * 3600);
    expect(clock.toIso(9.5 * 3600)).toBe(iso);
  });
});

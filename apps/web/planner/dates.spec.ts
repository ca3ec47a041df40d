import { describe, expect, test } from '@jest/globals';
import { dayAfter, dayWords, readDay, todayIn } from './dates.ts';

describe('the days of the planner', () => {
  test('today is the day of the team, not of the device', () => {
    expect(todayIn('Europe/Paris', new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24');
    expect(todayIn('America/Cayenne', new Date('2026-11-23T02:30:00Z'))).toBe('2026-11-22');
  });

  test('the next day crosses months, years and the nights when the hour changes', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28');
    expect(dayAfter('2026-10-25', 1)).toBe('2026-10-26');
    expect(dayAfter('2026-03-29', 1)).toBe('2026-03-30');
  });

  test('an address that carries no real date is not believed', () => {
    expect(readDay('2026-11-23')).toBe('2026-11-23');
    for (const text of [null, '', '2026-02-30', '2026-13-01', '23/11/2026', '2026-11-23T00:00']) {
      expect(readDay(text)).toBeNull();
    }
  });

  test('a day is said with its weekday, unbroken', () => {
    expect(dayWords('2026-11-23')).toBe('lun.\u00a023\u00a0nov.\u00a02026');
  });
});

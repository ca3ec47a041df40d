import { describe, expect, test } from '@jest/globals';
import { dayAfter, dayWords, instantOf, readDay, todayIn } from './dates.ts';

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

  test('an hour of the team is an instant, on the days when the hour changes too', () => {
    expect(instantOf('2026-11-24', '10:20', 'Europe/Paris')).toBe('2026-11-24T09:20:00.000Z');
    expect(instantOf('2026-07-01', '10:20', 'Europe/Paris')).toBe('2026-07-01T08:20:00.000Z');
    expect(instantOf('2026-10-25', '09:00', 'Europe/Paris')).toBe('2026-10-25T08:00:00.000Z');
    expect(instantOf('2026-03-29', '09:00', 'Europe/Paris')).toBe('2026-03-29T07:00:00.000Z');
    for (const text of ['', '25:00', '9:00', '10:60']) expect(instantOf('2026-11-24', text, 'Europe/Paris')).toBeNull();
  });
});

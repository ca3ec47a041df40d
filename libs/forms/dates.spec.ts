import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/lot.ts';
import { ageAt, dayAt, daysBetween, isDay, isDayOrInstant, isFuture } from './dates.ts';

describe('a day of the calendar', () => {
  test.each(['2026-11-21', '2024-02-29', '1900-01-01'])('%s exists', (day) => expect(isDay(day)).toBe(true));
  test.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-1-1', '21/11/2026', '', '2026-11-21T00:00:00Z'])(
    '%s does not',
    (day) => expect(isDay(day)).toBe(false),
  );
  test('an instant needs its offset', () => {
    expect(isDayOrInstant('2026-11-21T08:30:00Z')).toBe(true);
    expect(isDayOrInstant('2026-11-21T08:30+01:00')).toBe(true);
    expect(isDayOrInstant('2026-11-21T08:30')).toBe(false);
    expect(isDayOrInstant('2026-02-30T08:30:00Z')).toBe(false);
    expect(isDayOrInstant('2026-11-21T25:30:00Z')).toBe(false);
  });
});

describe('the future', () => {
  test('at one in the morning in Paris, today is not tomorrow', () => {
    const now = new Date('2026-11-20T23:30:00Z');
    expect(dayAt(now, 'Europe/Paris')).toBe('2026-11-21');
    expect(isFuture('2026-11-21', now, 'Europe/Paris')).toBe(false);
    expect(isFuture('2026-11-22', now, 'Europe/Paris')).toBe(true);
    expect(isFuture('2026-11-21', now, 'America/Martinique')).toBe(true);
  });
  test('the nights of the change of hour count as any other', () => {
    expect(dayAt(new Date('2026-03-28T23:30:00Z'), 'Europe/Paris')).toBe('2026-03-29');
    expect(dayAt(new Date('2026-10-25T22:30:00Z'), 'Europe/Paris')).toBe('2026-10-25');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
  test('an instant one hour ahead is in the future, a few seconds are forgiven', () => {
    const now = new Date('2026-11-21T08:00:00Z');
    expect(isFuture('2026-11-21T09:00:00Z', now, 'Europe/Paris')).toBe(true);
    expect(isFuture('2026-11-21T08:00:30Z', now, 'Europe/Paris')).toBe(false);
  });
});

describe('an age', () => {
  test.each([
    ['1945-03-14', '2026-03-13', 80, 80, 'years'],
    ['1945-03-14', '2026-03-14', 81, 81, 'years'],
    ['2024-02-29', '2026-02-28', 1, 23, 'months'],
    ['2024-02-29', '2026-03-01', 2, 2, 'years'],
    ['2026-11-01', '2026-11-21', 0, 20, 'days'],
    ['2026-10-21', '2026-11-21', 0, 1, 'months'],
    ['2025-12-31', '2026-11-21', 0, 10, 'months'],
  ])('born on %s, on %s: %d years, said %d %s', (birth, day, years, value, unit) => {
    expect(ageAt(birth, day)).toEqual({ years, value, unit });
  });
  test('never goes down as days pass', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const text = (date: Date) => date.toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, fc.nat(20000), (birth, later) => {
        const first = new Date(birth.getTime() + later * 86_400_000);
        const next = new Date(first.getTime() + 86_400_000);
        expect(ageAt(text(birth), text(next)).years).toBeGreaterThanOrEqual(ageAt(text(birth), text(first)).years);
      }),
    );
  });
});

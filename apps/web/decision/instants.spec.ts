import { describe, expect, test } from '@jest/globals';
import { addDays, civilDay, endOfDay, instantOf } from './instants.ts';

describe('days of the team', () => {
  test('a day and an hour are those of the team, in winter and in summer', () => {
    expect(instantOf('2026-11-23', '14:30', 'Europe/Paris')).toBe('2026-11-23T13:30:00.000Z');
    expect(instantOf('2026-07-14', '14:30', 'Europe/Paris')).toBe('2026-07-14T12:30:00.000Z');
    expect(instantOf('2026-07-14', '14:30', 'Indian/Reunion')).toBe('2026-07-14T10:30:00.000Z');
  });

  test('the day the clock changes is read with its new offset', () => {
    expect(instantOf('2026-03-29', '18:00', 'Europe/Paris')).toBe('2026-03-29T16:00:00.000Z');
    expect(endOfDay('2026-10-25', 'Europe/Paris')).toBe('2026-10-25T17:00:00.000Z');
  });

  test('what is no day or no hour is nothing', () => {
    expect(instantOf('23/11/2026', '14:30', 'Europe/Paris')).toBeNull();
    expect(instantOf('2026-11-23', '', 'Europe/Paris')).toBeNull();
    expect(instantOf('2026-13-40', '10:00', 'Europe/Paris')).toBeNull();
  });

  test('days are counted across months; the evening in Paris is still today', () => {
    expect(addDays('2026-11-28', 7)).toBe('2026-12-05');
    expect(civilDay(new Date('2026-11-23T22:30:00Z'), 'Europe/Paris')).toBe('2026-11-23');
    expect(civilDay(new Date('2026-11-23T23:30:00Z'), 'Europe/Paris')).toBe('2026-11-24');
  });
});

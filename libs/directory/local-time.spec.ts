import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/lot.ts';
import { addDays, instantOf, localTime } from './local-time.ts';

const ZONES = ['Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'Pacific/Noumea', 'America/Miquelon'];
const FIRST = Date.parse('2024-01-01T00:00:00Z');
const LAST = Date.parse('2029-12-31T23:59:00Z');

const zones = fc.constantFrom(...ZONES);
const minutesOfTime = fc.integer({ min: FIRST / 60_000, max: LAST / 60_000 });

const at = (local: { date: string; minutes: number }) =>
  `${local.date} ${String(Math.floor(local.minutes / 60)).padStart(2, '0')}:${String(local.minutes % 60).padStart(2, '0')}`;

describe('local time', () => {
  test('any instant read on the wall and set again is the same, or the first of the doubled hour', () => {
    fc.assert(
      fc.property(minutesOfTime, zones, (minute, zone) => {
        const instant = new Date(minute * 60_000);
        const wall = localTime(instant, zone);
        const back = instantOf(wall.date, wall.minutes, zone);
        expect(localTime(back, zone)).toEqual(wall);
        expect([0, 3_600_000]).toContain(instant.getTime() - back.getTime());
      }),
      { numRuns: 500 },
    );
  });

  test('the wall agrees with the calendar: weekday, and the day after midnight', () => {
    fc.assert(
      fc.property(minutesOfTime, zones, (minute, zone) => {
        const { date, weekday, minutes } = localTime(new Date(minute * 60_000), zone);
        expect(new Date(`${date}T00:00:00Z`).getUTCDay() || 7).toBe(weekday);
        expect(minutes >= 0 && minutes < 1440).toBe(true);
        expect(localTime(instantOf(addDays(date, 1), 0, zone), zone).date).toBe(addDays(date, 1));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['2026-03-29', '2026-03-29T01:30:00.000Z'],
    ['2027-03-28', '2027-03-28T01:30:00.000Z'],
  ])('02:30 of the spring night %s does not exist in Paris: as long after the jump, 03:30', (date, instant) => {
    const found = instantOf(date, 150, 'Europe/Paris');
    expect(found.toISOString()).toBe(instant);
    expect(at(localTime(found, 'Europe/Paris'))).toBe(`${date} 03:30`);
  });

  test.each([
    ['2026-10-25', '2026-10-25T00:30:00.000Z'],
    ['2027-10-31', '2027-10-31T00:30:00.000Z'],
  ])('02:30 of the autumn night %s comes twice in Paris: the first is meant', (date, instant) => {
    expect(instantOf(date, 150, 'Europe/Paris').toISOString()).toBe(instant);
    const second = new Date(Date.parse(instant) + 3_600_000);
    expect(at(localTime(second, 'Europe/Paris'))).toBe(`${date} 02:30`);
  });

  test('midnight belongs to the day that begins', () => {
    const midnight = instantOf('2026-11-24', 0, 'Europe/Paris');
    expect(midnight.toISOString()).toBe('2026-11-23T23:00:00.000Z');
    expect(localTime(midnight, 'Europe/Paris')).toEqual({ date: '2026-11-24', minutes: 0, weekday: 2 });
    expect(at(localTime(new Date(midnight.getTime() - 1), 'Europe/Paris'))).toBe('2026-11-23 23:59');
  });

  test('the same instant is another day overseas', () => {
    const instant = new Date('2026-11-23T21:30:00Z');
    expect(at(localTime(instant, 'Indian/Reunion'))).toBe('2026-11-24 01:30');
    expect(at(localTime(instant, 'America/Martinique'))).toBe('2026-11-23 17:30');
  });

  test('days are added over months, years and leap days', () => {
    expect([addDays('2027-12-31', 1), addDays('2028-02-28', 1), addDays('2026-03-01', -1)]).toEqual([
      '2028-01-01',
      '2028-02-29',
      '2026-02-28',
    ]);
  });
});

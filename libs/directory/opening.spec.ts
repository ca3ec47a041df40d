import { describe, expect, test } from '@jest/globals';
import type { OpeningHours } from '#contracts/public-page';
import { fc } from '../../test/support/lot.ts';
import { instantOf } from './local-time.ts';
import { afterOpenMinutes, isOpenAt, lastOpenMinute, nextOpening, type Desk } from './opening.ts';

const WEEK: OpeningHours = {
  weekly: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opens: '08:30', closes: '12:30' },
    { weekday, opens: '13:30', closes: '18:00' },
  ]),
  closedDates: ['2026-12-24'],
};
const NIGHTS: OpeningHours = {
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '06:00' })),
  closedDates: [],
};
const NEVER: OpeningHours = { weekly: [], closedDates: [] };

const paris: Desk = { hours: WEEK, timezone: 'Europe/Paris' };
const local = (text: string, timezone = 'Europe/Paris'): Date => {
  const [date = '', time = ''] = text.split(' ');
  return instantOf(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), timezone);
};

describe('opening hours', () => {
  test.each([
    ['2026-11-23 08:29', false],
    ['2026-11-23 08:30', true],
    ['2026-11-23 12:29', true],
    ['2026-11-23 12:30', false],
    ['2026-11-23 13:30', true],
    ['2026-11-23 18:00', false],
    ['2026-11-23 00:00', false],
    ['2026-11-22 10:00', false],
    ['2026-11-11 10:00', false],
    ['2026-12-24 10:00', false],
    ['2026-05-25 10:00', false],
  ])('at %s the desk is open: %s (open from the first minute, closed at the last)', (text, open) => {
    expect(isOpenAt(paris, local(text))).toBe(open);
  });

  test.each([
    ['2026-11-23 10:00', '2026-11-23 10:00'],
    ['2026-11-23 12:45', '2026-11-23 13:30'],
    ['2026-11-20 18:00', '2026-11-23 08:30'],
    // A closed Thursday, Christmas, then a weekend.
    ['2026-12-23 19:00', '2026-12-28 08:30'],
    // 31 December in the evening, New Year's Day a Friday.
    ['2026-12-31 23:59', '2027-01-04 08:30'],
  ])('after %s the desk opens next at %s', (from, opens) => {
    expect(nextOpening(paris, local(from))).toEqual(local(opens));
  });

  test.each([
    ['2026-11-23 10:00', '2026-11-23 10:00'],
    ['2026-11-23 13:00', '2026-11-23 12:29'],
    ['2026-11-23 07:00', '2026-11-20 17:59'],
    ['2026-12-27 12:00', '2026-12-23 17:59'],
  ])('the last open minute before %s is %s', (instant, last) => {
    expect(lastOpenMinute(paris, local(instant), local('2026-11-01 00:00'))).toEqual(local(last));
  });

  test('the last open minute is never before the floor', () => {
    const floor = local('2026-11-22 15:00');
    expect(lastOpenMinute(paris, local('2026-11-23 07:00'), floor)).toEqual(floor);
  });

  test('four open hours from 17:00 on a Friday end on Monday at 11:30', () => {
    expect(afterOpenMinutes(paris, local('2026-11-20 17:00'), 240)).toEqual(local('2026-11-23 11:30'));
  });

  test('a desk that never opens counts real minutes, opens never, and keeps dates as they are', () => {
    const desk = { hours: NEVER, timezone: 'Europe/Paris' };
    const now = local('2026-11-23 10:00');
    expect(isOpenAt(desk, now)).toBe(false);
    expect(nextOpening(desk, now)).toBeNull();
    expect(afterOpenMinutes(desk, now, 60)).toEqual(local('2026-11-23 11:00'));
    expect(lastOpenMinute(desk, now, local('2026-11-01 00:00'))).toEqual(now);
  });

  test.each([
    ['2026-03-29', 5],
    ['2027-03-28', 5],
    ['2026-10-25', 7],
    ['2027-10-31', 7],
    ['2026-11-24', 6],
  ])('the night desk of %s in Paris is open %d real hours between midnight and six', (date, hours) => {
    const desk = { hours: NIGHTS, timezone: 'Europe/Paris' };
    const midnight = local(`${date} 00:00`);
    expect(isOpenAt(desk, new Date(midnight.getTime() - 1))).toBe(false);
    expect(isOpenAt(desk, midnight)).toBe(true);
    const end = afterOpenMinutes(desk, midnight, hours * 60);
    expect(end).toEqual(local(`${date} 06:00`));
    expect(end.getTime() - midnight.getTime()).toBe(hours * 3_600_000);
  });

  test.each([
    ['Indian/Reunion', '2026-11-23T04:30:00.000Z'],
    ['America/Martinique', '2026-11-23T12:30:00.000Z'],
    ['Europe/Paris', '2026-11-23T07:30:00.000Z'],
  ])('a desk of %s opens at its own 08:30', (timezone, opens) => {
    const desk = { hours: WEEK, timezone };
    expect(nextOpening(desk, new Date('2026-11-22T12:00:00Z'))?.toISOString()).toBe(opens);
    expect(isOpenAt(desk, new Date(Date.parse(opens) - 60_000))).toBe(false);
  });

  test('a holiday begins at midnight of the desk, not of Paris', () => {
    const desk = { hours: NIGHTS, timezone: 'Indian/Reunion' };
    expect(isOpenAt(desk, new Date('2026-12-24T20:30:00Z'))).toBe(false);
    expect(isOpenAt({ ...desk, timezone: 'America/Martinique' }, new Date('2026-12-25T03:59:00Z'))).toBe(false);
    expect(isOpenAt({ ...desk, timezone: 'America/Martinique' }, new Date('2026-12-24T09:00:00Z'))).toBe(true);
  });

  const instants = fc.integer({ min: Date.parse('2026-01-01') / 60_000, max: Date.parse('2027-12-01') / 60_000 });
  const desks = fc.record({
    hours: fc.constantFrom(WEEK, NIGHTS),
    timezone: fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Martinique'),
  });

  test('the next opening is open, not before, and nothing is open in between', () => {
    fc.assert(
      fc.property(instants, desks, (minute, desk) => {
        const from = new Date(minute * 60_000);
        const next = nextOpening(desk, from)!;
        expect(isOpenAt(desk, next)).toBe(true);
        expect(next >= from).toBe(true);
        if (next > from) for (const before of between(from, next)) expect(isOpenAt(desk, before)).toBe(false);
      }),
    );
  });

  test('the last open minute is open and not after, and nothing is open in between', () => {
    fc.assert(
      fc.property(instants, desks, (minute, desk) => {
        const to = new Date(minute * 60_000);
        const last = lastOpenMinute(desk, to, new Date(0));
        expect(isOpenAt(desk, last)).toBe(true);
        expect(last <= to).toBe(true);
        const after = new Date(last.getTime() + 60_000);
        if (after < to) for (const later of between(after, to)) expect(isOpenAt(desk, later)).toBe(false);
      }),
    );
  });

  test('open minutes counted ten by ten give the same instant', () => {
    fc.assert(
      fc.property(instants, desks, fc.integer({ min: 1, max: 60 }), (minute, desk, tens) => {
        const from = new Date(Math.floor(minute / 10) * 600_000);
        const end = afterOpenMinutes(desk, from, tens * 10);
        let open = 0;
        for (let at = from.getTime(); at < end.getTime(); at += 600_000) if (isOpenAt(desk, new Date(at))) open += 1;
        expect(open).toBe(tens);
      }),
      { numRuns: 40 },
    );
  });
});

/** A few instants of an interval, both ends close. */
const between = (from: Date, to: Date): Date[] =>
  [0, 0.1, 0.33, 0.5, 0.77, 0.99].map(
    (share) =>
      new Date(Math.floor((from.getTime() + share * (to.getTime() - 60_000 - from.getTime())) / 60_000) * 60_000),
  );

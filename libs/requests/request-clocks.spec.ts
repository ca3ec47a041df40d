import { describe, expect, test } from '@jest/globals';
import { PRIORITY_CLASSES, type PriorityClass } from '#contracts/enums';
import { instantOf, isOpenAt, type Desk } from '#directory';
import { fc } from '../../test/support/lot.ts';
import { callBackBy, CLASS_DELAY_HOURS, dueAt, reactBy } from './request-clocks.ts';

const desk: Desk = {
  timezone: 'Europe/Paris',
  hours: {
    weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:30', closes: '18:00' })),
    closedDates: [],
  },
};
const local = (text: string): Date => {
  const [date = '', time = ''] = text.split(' ');
  return instantOf(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), 'Europe/Paris');
};

describe('when the answer is due', () => {
  test.each<[string, PriorityClass, number, string, string]>([
    ['P0 is five real minutes, even in the night', 'P0', 0, '2026-11-22 03:00', '2026-11-22 03:05'],
    ['P1 is real hours, even on a Sunday', 'P1', 24, '2026-11-21 16:00', '2026-11-22 16:00'],
    ['P2 inside opening hours stays', 'P2', 7 * 24, '2026-11-23 10:00', '2026-11-30 10:00'],
    ['P2 at the last open minute stays', 'P2', 7 * 24, '2026-11-23 17:59', '2026-11-30 17:59'],
    ['P2 at closing time moves back one minute', 'P2', 7 * 24, '2026-11-23 18:00', '2026-11-30 17:59'],
    ['P2 before opening moves back to the day before', 'P2', 7 * 24, '2026-11-24 08:29', '2026-11-30 17:59'],
    ['P2 at opening stays', 'P2', 7 * 24, '2026-11-24 08:30', '2026-12-01 08:30'],
    ['P2 of a weekend moves back to Friday', 'P2', 7 * 24, '2026-11-21 12:00', '2026-11-27 17:59'],
    ['P3 on Christmas moves back to Christmas Eve', 'P3', 28 * 24, '2026-11-27 10:00', '2026-12-24 17:59'],
    [
      'P2 with a rule of one day, sent on Saturday, never before reception',
      'P2',
      24,
      '2026-11-21 12:00',
      '2026-11-21 12:00',
    ],
    [
      'P2 over the autumn night keeps its hours, not its wall clock',
      'P2',
      7 * 24,
      '2026-10-22 10:00',
      '2026-10-29 09:00',
    ],
  ])('%s', (_what, value, hours, received, due) => {
    expect(dueAt(value, hours, local(received), desk)).toEqual(local(due));
  });
});

describe('by when somebody must have taken it', () => {
  test.each<[string, PriorityClass, string, string]>([
    ['P0 in five real minutes', 'P0', '2026-11-22 03:00', '2026-11-22 03:05'],
    ['P1 in thirty real minutes, with the desk closed too', 'P1', '2026-11-22 03:00', '2026-11-22 03:30'],
    ['P2 in four open hours', 'P2', '2026-11-23 10:00', '2026-11-23 14:00'],
    ['P2 sent one hour before closing', 'P2', '2026-11-23 17:00', '2026-11-24 11:30'],
    ['P2 sent on Friday evening', 'P2', '2026-11-27 20:00', '2026-11-30 12:30'],
    ['P3 and P4 in eight open hours', 'P3', '2026-11-23 10:00', '2026-11-23 18:00'],
    ['P4 one minute too late for the day', 'P4', '2026-11-23 10:01', '2026-11-24 08:31'],
  ])('%s', (_what, value, from, by) => {
    expect(reactBy(value, local(from), desk)).toEqual(local(by));
  });

  test('a call back is promised within a quarter of an hour', () => {
    expect(callBackBy(local('2026-11-22 03:04'))).toEqual(local('2026-11-22 03:19'));
  });
});

describe('whatever the instant', () => {
  const minutes = fc.integer({ min: Date.parse('2026-01-01') / 60_000, max: Date.parse('2027-06-01') / 60_000 });

  test('a due date never precedes reception, never exceeds the delay, and P2 to P4 fall in opening hours', () => {
    fc.assert(
      fc.property(minutes, fc.constantFrom(...PRIORITY_CLASSES), (minute, value) => {
        const received = new Date(minute * 60_000);
        const due = dueAt(value, CLASS_DELAY_HOURS[value], received, desk);
        expect(due >= received).toBe(true);
        const most = value === 'P0' ? 5 * 60_000 : CLASS_DELAY_HOURS[value] * 3_600_000;
        expect(due.getTime() - received.getTime()).toBeLessThanOrEqual(most);
        if (!['P0', 'P1'].includes(value)) expect(isOpenAt(desk, due)).toBe(true);
      }),
    );
  });

  test('a graver class is never answered nor taken later', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 3 }), (minute, rank) => {
        const at = new Date(minute * 60_000);
        const [graver, milder] = [PRIORITY_CLASSES[rank]!, PRIORITY_CLASSES[rank + 1]!];
        expect(
          dueAt(graver, CLASS_DELAY_HOURS[graver], at, desk) <= dueAt(milder, CLASS_DELAY_HOURS[milder], at, desk),
        ).toBe(true);
        expect(reactBy(graver, at, desk) <= reactBy(milder, at, desk)).toBe(true);
      }),
    );
  });
});

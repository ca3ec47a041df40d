import { expect, test } from '@jest/globals';
import { isDay } from './is-day.ts';

test('a date is complete only when it is a day of the calendar', () => {
  expect(isDay('1945-03-02')).toBe(true);
  expect(isDay('1945-02-30')).toBe(false);
  expect(isDay('02/03/19')).toBe(false);
  expect(isDay(null)).toBe(false);
});

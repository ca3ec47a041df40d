import { describe, expect, test } from '@jest/globals';
import { announcedSlot, promiseFor } from './announced-slot.ts';

const at = (time: string) => new Date(`2026-11-23T${time}Z`);
const slot = (from: string, to: string) => ({ from: at(from), to: at(to) });

describe('the announced hour', () => {
  test.each([
    ['09:00:00', '09:00:00', '10:00:00'],
    ['09:07:43', '09:00:00', '10:00:00'],
    ['09:14:59', '09:00:00', '10:00:00'],
    ['09:15:00', '09:15:00', '10:15:00'],
    ['23:50:00', '23:45:00', '00:45:00'],
  ])('of a start at %s is told from %s, one hour long', (start, from, to) => {
    const told = announcedSlot(at(start));
    expect(told.from).toEqual(at(from));
    expect(told.to.getTime() - told.from.getTime()).toBe(3_600_000);
    expect(told.to.toISOString().slice(11, 19)).toBe(to);
  });

  test('stays as it was told while the start is inside it, both ends included', () => {
    const told = slot('09:00:00', '10:00:00');
    expect(promiseFor(at('09:00:00'), told)).toBe(told);
    expect(promiseFor(at('09:59:00'), told)).toBe(told);
    expect(promiseFor(at('10:00:00'), told)).toBe(told);
  });

  test('is another one when the start leaves it, or when nothing was told', () => {
    const told = slot('09:00:00', '10:00:00');
    expect(promiseFor(at('10:01:00'), told)).toEqual(slot('10:00:00', '11:00:00'));
    expect(promiseFor(at('08:59:00'), told)).toEqual(slot('08:45:00', '09:45:00'));
    expect(promiseFor(at('08:59:00'), null)).toEqual(slot('08:45:00', '09:45:00'));
  });
});

import { describe, expect, test } from '@jest/globals';
import { EMPTY_BOOKING, parseDay, parseTime, readBooking } from './booking.ts';

const now = new Date('2026-11-23T09:00:00Z');
const typed = { ...EMPTY_BOOKING, day: '1/12', time: '14h30', place: 'Centre de Savenay', withId: 'un-specialiste' };
const read = (more: Partial<typeof typed>, zone = 'Europe/Paris') =>
  readBooking({ ...typed, ...more }, '2026-11-23', now, zone);

describe('an appointment typed by keyboard', () => {
  test('an hour is read as people write it', () => {
    const written = ['14:30', '14h30', '14 h 30', '1430', '14.30'].map(parseTime);
    expect(new Set(written)).toEqual(new Set(['14:30']));
    expect(['9', '9h', '09:00', '900'].map(parseTime)).toEqual(['09:00', '09:00', '09:00', '09:00']);
    expect(['25:00', '14:75', 'midi', ''].map(parseTime)).toEqual([null, null, null, null]);
  });

  test('a day without its year is the next one to come', () => {
    expect(parseDay('24/11', '2026-11-23')).toBe('2026-11-24');
    expect(parseDay('5.1', '2026-11-23')).toBe('2027-01-05');
    expect(parseDay('23/11', '2026-11-23')).toBe('2026-11-23');
    expect(parseDay('31/11', '2026-11-23')).toBeNull();
    expect(parseDay('24/11/2026', '2026-11-23')).toBe('2026-11-24');
  });

  test('the instant is in the time of the team, wherever the device is', () => {
    expect(read({})).toMatchObject({ booking: { at: '2026-12-01T13:30:00.000Z', minutes: 30 } });
    expect(read({}, 'Indian/Reunion')).toMatchObject({ booking: { at: '2026-12-01T10:30:00.000Z' } });
  });

  test('each field says what to correct, and a past date is refused', () => {
    expect(read({ day: '', time: 'x', minutes: '2', place: '', withId: '' })).toMatchObject({
      errors: {
        day: expect.any(String),
        time: expect.any(String),
        minutes: expect.any(String),
        place: expect.any(String),
        withId: expect.any(String),
      },
    });
    expect(read({ day: '23/11/2026', time: '8:00' })).toMatchObject({
      errors: { day: 'Choisissez une date à venir.' },
    });
  });
});

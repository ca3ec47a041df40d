import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/lot.ts';
import { frenchHolidays } from './holidays.ts';

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

describe('French public holidays', () => {
  test.each([
    [2024, ['2024-04-01', '2024-05-09', '2024-05-20']],
    [2025, ['2025-04-21', '2025-05-29', '2025-06-09']],
    [2026, ['2026-04-06', '2026-05-14', '2026-05-25']],
    [2027, ['2027-03-29', '2027-05-06', '2027-05-17']],
    // The latest Easter of the century, and Ascension on the first of May.
    [2038, ['2038-04-26', '2038-06-03', '2038-06-14']],
    [2008, ['2008-03-24', '2008-05-01', '2008-05-12']],
  ])('of %d are the eight fixed days, Easter Monday, Ascension and Whit Monday', (year, moving) => {
    const expected = new Set([...FIXED.map((day) => `${year}-${day}`), ...moving]);
    expect(frenchHolidays(year)).toEqual(expected);
  });

  test('of any year: Easter Monday and Whit Monday are Mondays, Ascension is a Thursday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), (year) => {
        const moving = [...frenchHolidays(year)].filter((day) => !FIXED.includes(day.slice(5)));
        for (const day of moving) expect([1, 4]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
        // Ascension may fall on the first or the eighth of May.
        expect([2, 3]).toContain(moving.length);
      }),
    );
  });
});

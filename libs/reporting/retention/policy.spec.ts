import { describe, expect, test } from '@jest/globals';
import { monthsBefore, RETENTION, RETENTION_KINDS } from './policy.ts';

describe('the retention policy', () => {
  test('says how long each kind is kept', () => {
    expect(Object.fromEntries(RETENTION.map(({ kind, months }) => [kind, months]))).toEqual({
      ...{ archive: 60, erase: 240, positions: 2 },
      ...{ mails: 12, links: 12, invitations: 12, 'sign-ins': 12, sessions: 12, devices: 12, jobs: 12 },
      logs: 11,
    });
    expect(RETENTION.map(({ kind }) => kind)).toEqual(RETENTION_KINDS);
  });

  test.each([
    ['2026-11-21', 12, '2025-11-21'],
    ['2026-01-15', 2, '2025-11-15'],
    ['2026-04-30', 2, '2026-02-28'],
    ['2028-02-29', 12, '2027-02-28'],
    ['2026-11-21', 240, '2006-11-21'],
  ])('counts in months of the calendar: %s less %i is %s', (day, months, before) => {
    expect(monthsBefore(new Date(`${day}T10:00:00Z`), months).toISOString()).toBe(`${before}T10:00:00.000Z`);
  });
});

import { describe, expect, test } from '@jest/globals';
import { isLive, mayTalkTo } from './may-talk-to.ts';

const daughter = {
  name: 'Armelle Kerdoncuff',
  link: 'fille',
  phone: '06 39 98 45 67',
  mayTalk: true,
  live: true,
} as const;

describe('« vous pouvez parler à »', () => {
  test('one line for each relative the patient named', () => {
    expect(mayTalkTo([daughter])).toEqual(['sa fille, Armelle Kerdoncuff, 06 39 98 45 67']);
    expect(mayTalkTo([{ ...daughter, phone: '' }])).toEqual(['sa fille, Armelle Kerdoncuff']);
  });
  test('nobody the patient did not agree to, or whose time is over', () => {
    expect(
      mayTalkTo([
        { ...daughter, mayTalk: false },
        { ...daughter, live: false },
        { ...daughter, link: null },
      ]),
    ).toEqual([]);
  });
});

describe('a period', () => {
  const period = { startsOn: '2026-11-10', endsOn: '2026-11-20', endedAt: null };
  test.each([
    ['2026-11-09', false],
    ['2026-11-10', true],
    ['2026-11-20', true],
    ['2026-11-21', false],
  ])('on %s: %s', (today, live) => expect(isLive(period, today)).toBe(live));
  test('ended by hand it is over at once; without an end it goes on', () => {
    expect(isLive({ ...period, endedAt: new Date() }, '2026-11-12')).toBe(false);
    expect(isLive({ ...period, endsOn: null }, '2031-01-01')).toBe(true);
  });
});

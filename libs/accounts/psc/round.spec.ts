import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { openRound, roundKey, sealRound, type Round } from './round.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const round: Round = {
  id: 'a',
  state: 'the state',
  nonce: 'the nonce',
  verifier: 'the verifier',
  suite: '/cardio/demandes',
  sessionId: null,
  at: NOW.getTime(),
};
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe('the cookie of a round', () => {
  const key = roundKey(randomBytes(32));

  test('opens again as it was, and shows nothing of what it holds', () => {
    const cookie = sealRound(key, round);
    expect(openRound(key, cookie, NOW)).toEqual(round);
    expect(cookie).toMatch(/^[\w-]+$/);
    expect(Buffer.from(cookie, 'base64url').toString('latin1')).not.toMatch(/the state|the nonce|the verifier|cardio/);
  });

  test('lives ten minutes, and comes from no future', () => {
    const cookie = sealRound(key, round);
    expect(openRound(key, cookie, after(600))).not.toBeNull();
    expect(openRound(key, cookie, after(601))).toBeNull();
    expect(openRound(key, cookie, after(-1))).toBeNull();
  });

  test('is none when missing, altered, or sealed elsewhere', () => {
    const cookie = sealRound(key, round);
    const altered = Buffer.from(cookie, 'base64url');
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    for (const wrong of [
      undefined,
      '',
      'x',
      altered.toString('base64url'),
      sealRound(roundKey(randomBytes(32)), round),
    ])
      expect(openRound(key, wrong, NOW)).toBeNull();
  });
});

import { describe, expect, test } from '@jest/globals';
import { codeToShow, invitationOf, newTotpSecret, stepOf, stepOfCode, totpAt } from './totp.ts';

/** « 12345678901234567890 », the secret of the test vectors of RFC 6238. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('a code of six digits', () => {
  test('is that of RFC 6238', () => {
    expect(
      [59, 1_111_111_109, 1_234_567_890, 2_000_000_000].map((seconds) => totpAt(RFC_SECRET, stepOf(at(seconds)))),
    ).toEqual(['287082', '081804', '005924', '279037']);
  });

  test('is heard one step late or early, however it is spaced, and says its step', () => {
    const now = at(1_234_567_890);
    const step = stepOf(now);
    for (const shift of [-1, 0, 1]) {
      const code = totpAt(RFC_SECRET, step + shift);
      expect(stepOfCode(RFC_SECRET, ` ${code.slice(0, 3)} ${code.slice(3)} `, now)).toBe(step + shift);
    }
    for (const code of [totpAt(RFC_SECRET, step - 2), totpAt(RFC_SECRET, step + 2), '', '00592', '0059241'])
      expect(stepOfCode(RFC_SECRET, code, now)).toBeNull();
  });

  test('comes from 160 bits of one’s own, told to the telephone in an address and a picture', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(secret);
    const { uri, qrSvg } = invitationOf(secret, 'anne@ess.example', 'Guichet ESS');
    expect(new URL(uri).searchParams.get('secret')).toBe(secret);
    expect(qrSvg).toMatch(/^<svg/);
  });

  test('to show is the current one, and the next as soon as it has served', () => {
    const now = at(1_234_567_890);
    const step = stepOf(now);
    expect(codeToShow(RFC_SECRET, undefined, now)).toEqual({ code: totpAt(RFC_SECRET, step), secondsLeft: 30 });
    expect(codeToShow(RFC_SECRET, step - 4, now).code).toBe(totpAt(RFC_SECRET, step));
    expect(codeToShow(RFC_SECRET, step, now)).toEqual({ code: totpAt(RFC_SECRET, step + 1), secondsLeft: 60 });
  });
});

import { describe, expect, test } from '@jest/globals';
import { fingerprintOf } from './fingerprint.ts';

const hex = (sent: object) => fingerprintOf(sent).toString('hex');

describe('the fingerprint of a sending', () => {
  test('does not see the order of the fields, at any depth', () => {
    expect(hex({ answers: { redFlags: { b: 'denied', a: 'present' }, question: 'Q' }, caller: null })).toBe(
      hex({ caller: null, answers: { question: 'Q', redFlags: { a: 'present', b: 'denied' } } }),
    );
  });
  test('sees the order of a list, a value, a field more', () => {
    const one = hex({ answers: { history: ['a', 'b'] } });
    expect(hex({ answers: { history: ['b', 'a'] } })).not.toBe(one);
    expect(hex({ answers: { history: ['a', 'c'] } })).not.toBe(one);
    expect(hex({ answers: { history: ['a', 'b'], more: null } })).not.toBe(one);
  });
});

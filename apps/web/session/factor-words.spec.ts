import { describe, expect, test } from '@jest/globals';
import { digitsOf, inGroups, keyMessage, secondsLeft } from './factor-words.ts';

describe('the words of the second factor', () => {
  test.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    ['Votre code : 123-456.', '123456'],
    ['1234567', '123456'],
    ['12a', '12'],
    ['', ''],
  ])('« %s » pasted in the field gives « %s »', (pasted, digits) => {
    expect(digitsOf(pasted)).toBe(digits);
  });

  test('a secret is read by groups of four, the last one may be shorter', () => {
    expect(inGroups('JBSWY3DPEHPK3PXPQ')).toBe('JBSW Y3DP EHPK 3PXP Q');
    expect(inGroups('')).toBe('');
  });

  test('a key that was refused says what to do, in French, whatever the browser threw', () => {
    expect(keyMessage(Object.assign(new Error('x'), { name: 'NotAllowedError' }))).toMatch(/^La clé n’a pas répondu/);
    expect(keyMessage(Object.assign(new Error('x'), { name: 'InvalidStateError' }))).toMatch(/déjà enregistrée/);
    expect(keyMessage('nothing')).toMatch(/autre moyen/);
  });

  test('the seconds of a code go down from the answer, and never under zero', () => {
    expect(secondsLeft(12, 1_000, 1_000)).toBe(12);
    expect(secondsLeft(12, 1_000, 4_200)).toBe(9);
    expect(secondsLeft(12, 1_000, 60_000)).toBe(0);
  });
});

import { describe, expect, test } from '@jest/globals';
import { codesAsText } from './codes-text.ts';
import { passwordFault } from './password-rules.ts';

describe('the account', () => {
  test('a new password is refused in the page when it is short, endless or the same', () => {
    expect(passwordFault('onze lettre')).toMatch(/12\u00a0caractères au moins/);
    expect(passwordFault('é'.repeat(201))).toMatch(/200\u00a0caractères au plus/);
    expect(passwordFault('douze lettres', 'douze lettres')).toMatch(/différent/);
    expect(passwordFault('douze lettres', 'autre chose ici')).toBeNull();
  });

  test('the sheet of recovery codes holds the ten codes, one a line, and no name', () => {
    const codes = Array.from({ length: 10 }, (_, index) => `aaaa-000${index}`);
    const lines = codesAsText(codes).split('\n');
    expect(lines.filter((line) => line.startsWith('aaaa-'))).toEqual(codes);
    expect(lines[0]).toBe('Guichet ESS – codes de secours');
  });
});

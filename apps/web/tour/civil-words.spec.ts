import { describe, expect, test } from '@jest/globals';
import { civilWords } from './civil-words.ts';
import { stopOf } from './stop.fixture.ts';

describe('who is behind the door', () => {
  test('birth name first, and the day of birth', () => {
    expect(civilWords(stopOf())).toBe('Kermarrec Jeanne, née le 03/03/1945');
    expect(civilWords(stopOf({ sex: 'M' }))).toContain('né le');
    expect(civilWords(stopOf({ sex: 'unknown' }))).toContain('né(e) le');
  });

  test('of an erased patient nothing is said', () => {
    expect(civilWords(stopOf({ birthDate: '1900-01-01', patientAge: 126 }))).toBe('');
  });
});

import { describe, expect, test } from '@jest/globals';
import { accessWords } from './access-words.ts';

describe('the access note on the card', () => {
  test('the door code is found as people write it', () => {
    const notes = ['Code A47B, puis sonner deux fois', 'digicode : a47b', 'code porte A47B', 'Le code est A47B.'];
    for (const note of notes) expect([note, accessWords(note).code]).toEqual([note, 'A47B']);
    expect(accessWords('Code 1234# au portail').code).toBe('1234');
  });

  test('a word after « code » is not taken for one', () => {
    expect(accessWords('code chez la gardienne').code).toBeNull();
    expect(accessWords('Sonner à Le Goff').code).toBeNull();
    expect(accessWords('')).toEqual({ code: null, risks: [] });
  });

  test('what to beware of is said in a word', () => {
    const note = 'Chien à mettre dans la cuisine, 2e étage sans ascenseur';
    expect(accessWords(note).risks).toEqual(['Chien', 'Sans ascenseur']);
  });
});

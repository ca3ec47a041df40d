import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/lot.ts';
import { COMMON_PASSWORDS } from './common-passwords.data.ts';
import { isCommon, requireGoodPassword } from './password-rules.ts';

const OWNER = { email: 'helene.marchais@cabinet-du-marais.example', names: ['Hélène', 'Marchais'] };
const said = (password: string): string => {
  try {
    requireGoodPassword(password, OWNER);
    return 'taken';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe('a password', () => {
  test('is a phrase of twelve signs to two hundred, whatever they are', () => {
    expect(said('un mot de passe long pour les essais')).toBe('taken');
    expect(said('treize chats gris')).toBe('taken');
    expect(said('onze signes')).toMatch(/au moins 12 caractères/);
    expect(said('x1'.repeat(101))).toMatch(/200 caractères au plus/);
  });

  test('is not one that everybody tries first, decorated or said twice', () => {
    for (const common of [
      'motdepasse2026',
      'MotDePasse!!!!',
      '123456789qwe',
      'azertyuiop12',
      'azertyazertyazerty',
      '!!cardiologie44!!',
      'aaaaaaaaaaaaaa',
      '121212121212',
      'abcdefghijklmn',
      '012345678901',
      'poiuytrezaqsd'.slice(0, 10) + '2026',
    ])
      expect([common, said(common)]).toEqual([common, expect.stringMatching(/premiers essayés/)]);
  });

  test('is not one’s own name or address with a few figures', () => {
    expect(said('marchais.helene44')).toMatch(/votre nom/);
    expect(said('HélèneMarchais2026')).toMatch(/votre nom/);
    expect(said('cabinet-du-marais')).toMatch(/votre nom/);
    expect(said('helene compte neuf moutons roses')).toBe('taken');
  });

  test('is refused with any figures around a word of the list', () => {
    const words = [...COMMON_PASSWORDS].filter((word) => /^[a-z]{5,}$/.test(word)).slice(0, 500);
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.integer({ min: 0, max: 9_999_999 }), (word, figures) =>
        isCommon(`${figures}${word.toUpperCase()}${figures}`),
      ),
    );
  });

  test('is kept in a list of small letters, each once', () => {
    const words = [...COMMON_PASSWORDS];
    expect(words.length).toBeGreaterThan(4000);
    expect(words.filter((word) => word !== word.toLowerCase() || word.length < 3)).toEqual([]);
  });
});

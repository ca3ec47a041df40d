import { describe, expect, test } from '@jest/globals';
import { formatAge, formatMoment, formatPhone, formatSoon, initialsOf, nameAndAge, parseCivilDate } from './format.ts';

const words = (text: string) => text.replaceAll('\u00a0', ' ');

describe('French texts of dates, ages and names', () => {
  test('a moment reads « lun. 23 nov. 2026 14:30 » in Paris and another hour overseas', () => {
    expect(words(formatMoment('2026-11-23T13:30:00Z'))).toBe('lun. 23 nov. 2026 14:30');
    expect(words(formatMoment('2026-11-23T13:30:00Z', 'America/Martinique'))).toBe('lun. 23 nov. 2026 09:30');
  });

  test('no text carries the narrow space that the letter does not have', () => {
    expect(formatMoment('2026-11-23T13:30:00Z')).not.toContain('\u202f');
  });

  test('today and tomorrow are said in words, by the civil day of the team', () => {
    const now = new Date('2026-11-23T22:30:00Z');
    expect(words(formatSoon('2026-11-23T22:45:00Z', now))).toBe('aujourd’hui 23:45');
    expect(words(formatSoon('2026-11-23T23:15:00Z', now))).toBe('demain 00:15');
    expect(words(formatSoon('2026-11-26T08:12:00Z', now))).toBe('jeu. 26 nov. 09:12');
  });

  test.each([
    ['02/03/1945', '1945-03-02'],
    ['2.3.1945', '1945-03-02'],
    ['02 03 1945', '1945-03-02'],
    ['02031945', '1945-03-02'],
    ['29/02/2000', '2000-02-29'],
    ['29/02/2001', null],
    ['31/04/1950', null],
    ['1945', null],
    ['02/03/45', null],
  ])('the birth date « %s » is read %s', (typed, expected) => {
    expect(parseCivilDate(typed)).toBe(expected);
  });

  test('a child is aged in months, then in years from three', () => {
    const now = new Date('2026-11-23T12:00:00Z');
    expect(words(formatAge('2025-10-01', now))).toBe('13 mois');
    expect(words(formatAge('2023-11-23', now))).toBe('3 ans');
    expect(words(formatAge('1945-11-24', now))).toBe('80 ans');
  });

  test('a phone number is read by pairs', () => {
    expect(words(formatPhone('+33261910440'))).toBe('02 61 91 04 40');
  });

  test('an age follows the name, and nothing follows an erased file', () => {
    expect(words(nameAndAge('Mme Le Goff', 81))).toBe('Mme Le Goff, 81 ans');
    expect(words(nameAndAge('Martin Léa', 1))).toBe('Martin Léa, 1 an');
    expect(nameAndAge('Dossier effacé le 21/11/2026', 126)).toBe('Dossier effacé le 21/11/2026');
  });

  test('initials skip the title and the particles', () => {
    expect(initialsOf('Dr Thomas Le Bris')).toBe('TB');
    expect(initialsOf('Mme Jeanne de la Tour')).toBe('JT');
  });
});

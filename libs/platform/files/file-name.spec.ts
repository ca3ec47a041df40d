import { describe, expect, test } from '@jest/globals';
import { cleanFileName } from './file-name.ts';

describe('the name of a file', () => {
  test('keeps what a person wrote: accents, spaces, other alphabets', () => {
    for (const name of ['ECG Mme Le Goff.pdf', 'éléments reçus (2).PNG', 'фото.jpg', 'تخطيط.pdf', 'v1.2 bilan.pdf'])
      expect(cleanFileName(name)).toBe(name);
  });

  test('loses what nobody sees: marks of no width, double spaces, dots in front', () => {
    expect(cleanFileName('  ..ecg\u200b \u00a0 du\u2060 soir\ufeff.pdf ')).toBe('ecg du soir.pdf');
    expect(cleanFileName('e\u0301cho.pdf')).toBe('écho.pdf');
  });

  test('is cut at 120 letters and keeps its extension, whole letters only', () => {
    const cleaned = cleanFileName(`${'🫀'.repeat(300)}.jpeg`);
    expect(Array.from(cleaned)).toHaveLength(120);
    expect(cleaned.endsWith('🫀.jpeg')).toBe(true);
  });
});

import { describe as group, expect, test } from '@jest/globals';
import { describe, progressWords, refusalBeforeSending, sizeWords } from './words.ts';

group('the words of attached files', () => {
  test('sizes as people say them', () => {
    expect([12, 2048, 870_400, 2_516_582, 10_485_760].map(sizeWords)).toEqual([
      '12\u00a0octets',
      '2\u00a0ko',
      '850\u00a0ko',
      '2,4\u00a0Mo',
      '10\u00a0Mo',
    ]);
  });

  test('a file in one line: what it is, its type, its weight', () => {
    expect(describe({ kind: 'ecg', mime: 'application/pdf', sizeBytes: 245_760 })).toBe('ECG, PDF, 240\u00a0ko');
  });

  test('what cannot pass is said before it leaves, with what to do', () => {
    const why = (name: string, type: string, size: number) => refusalBeforeSending({ name, type, size });
    expect(why('ecg.pdf', 'application/pdf', 1000)).toBeNull();
    expect(why('photo.jpg', 'image/jpeg', 10_485_760)).toBeNull();
    expect(why('photo.heic', '', 1000)).toContain('HEIC');
    expect(why('courrier.docx', 'application/msword', 1000)).toContain('PDF');
    expect(why('ecg.pdf', 'application/pdf', 0)).toContain('vide');
    expect(why('ecg.pdf', 'application/pdf', 10_485_761)).toContain('10\u00a0Mo');
  });

  test('the progress is one short sentence', () => {
    expect([progressWords(1, 0), progressWords(2, 1), progressWords(0, 1), progressWords(0, 0)]).toEqual([
      'Ajout du fichier en cours',
      'Ajout de 2\u00a0fichiers en cours',
      'Un fichier n’a pas été ajouté',
      '',
    ]);
  });
});

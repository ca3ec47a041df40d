import { describe, expect, test } from '@jest/globals';
import { mendText } from './mend-text.ts';

describe('text cut in the middle of a sign', () => {
  test('half a sign is replaced, wherever it is; the rest is kept', () => {
    const body = { email: 'a\udc00b', list: ['\ud83d', { deep: 'fin\ud83d' }], count: 3, nothing: null };
    mendText(body);
    expect(body).toEqual({ email: 'a\ufffdb', list: ['\ufffd', { deep: 'fin\ufffd' }], count: 3, nothing: null });
  });

  test('whole signs are not touched', () => {
    const body = { question: 'Œdèmes 😀, patiente âgée' };
    mendText(body);
    expect(body).toEqual({ question: 'Œdèmes 😀, patiente âgée' });
  });
});

import { describe, expect, test } from '@jest/globals';
import { FINDINGS } from '../dictionary/findings.data.ts';
import { PHRASES } from './lexicon-phrases.data.ts';
import { readText } from './read-text.ts';

const CASES = Object.entries(PHRASES).flatMap(([key, phrases]) => {
  const [specialty = '', id = ''] = key.split('|');
  return phrases.map((phrase) => ({ specialty, id, phrase }));
});

describe('Every sign of the dictionary', () => {
  test('has its phrases', () => {
    const written = new Set(CASES.map(({ id }) => id));
    expect(Object.keys(FINDINGS).filter((id) => !written.has(id))).toEqual([]);
  });

  test.each(CASES)('$id is read in « $phrase »', ({ specialty, id, phrase }) => {
    const { findings } = readText(phrase, { specialty, now: new Date('2026-05-06T09:00:00Z') });
    expect(findings.filter(({ state }) => state === 'present').map((finding) => finding.id)).toContain(id);
  });
});

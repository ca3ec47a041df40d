import { describe, expect, test } from '@jest/globals';
import { keptFirst, pairLines } from './pair.ts';
import type { DuplicatePerson } from './views.ts';

const person = (part: Partial<DuplicatePerson> = {}): DuplicatePerson => ({
  id: 'a',
  version: 1,
  birthName: 'Le Goff',
  givenNames: 'Jeanne',
  usedName: '',
  sex: 'F',
  birthDate: '1945-03-14',
  birthPlaceName: null,
  insMatricule: '',
  phone: '02 61 91 12 34',
  communeName: 'Savenay',
  status: 'PROV',
  requestCount: 1,
  createdAt: '2026-01-01T10:00:00Z',
  ...part,
});
const verdict = (a: DuplicatePerson, b: DuplicatePerson, label: string) =>
  pairLines(a, b).find((line) => line.label === label)?.verdict;

describe('two files side by side', () => {
  test('accents, hyphens and case do not make two people; letters do', () => {
    expect(verdict(person(), person({ birthName: 'LE-GOFF' }), 'Nom de naissance')).toBe('same');
    expect(verdict(person(), person({ birthName: 'Le Gof' }), 'Nom de naissance')).toBe('differs');
  });

  test('what only one of them says is neither the same nor different', () => {
    expect(verdict(person(), person({ phone: '' }), 'Téléphone')).toBe('one');
    expect(verdict(person(), person({ sex: 'unknown' }), 'Sexe')).toBe('one');
  });

  test('what nobody says is not drawn', () => {
    expect(pairLines(person(), person()).map(({ label }) => label)).not.toContain('INS');
  });

  test('the surer identity is proposed to stay, then the one with more requests, then the older', () => {
    const [a, b] = [person(), person({ id: 'b' })];
    expect(keptFirst(a, { ...b, status: 'QUAL' }).id).toBe('b');
    expect(keptFirst(a, { ...b, requestCount: 3 }).id).toBe('b');
    expect(keptFirst(a, { ...b, createdAt: '2025-01-01T10:00:00Z' }).id).toBe('b');
    expect(keptFirst(a, b).id).toBe('a');
  });
});

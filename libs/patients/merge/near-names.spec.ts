import { describe, expect, test } from '@jest/globals';
import { searchName } from '#directory';
import { fc } from '../../../test/support/lot.ts';
import { nearNames, slips } from './near-names.ts';

const person = (birthName: string, givenNames: string, usedName = '') => ({
  birthName,
  givenNames,
  searchName: searchName(birthName, usedName, givenNames),
});

describe('names that may be one person’s', () => {
  test.each([
    ['the same', person('Le Goff', 'Jeanne'), person('Le Goff', 'Jeanne')],
    ['an accent and a capital', person('Éon', 'Hélène'), person('EON', 'HELENE')],
    ['two letters swapped', person('Kerdoncuff', 'Jeanne'), person('Kerdnocuff', 'Jeanne')],
    ['a letter less', person('Rouxel', 'Camille'), person('Rouxel', 'Camile')],
    [
      'a married name in the place of the birth name',
      person('Rouxel', 'Yvonne', 'Lebreton'),
      person('Lebreton', 'Yvonne'),
    ],
    ['more given names', person('Rouxel', 'Yvonne Marie'), person('Rouxel', 'Yvonne')],
    ['family and given name in each other’s place', person('Martin', 'Simon'), person('Simon', 'Martin')],
  ])('%s', (_, one, other) => {
    expect(nearNames(one, other)).toBe(true);
    expect(nearNames(other, one)).toBe(true);
  });
  test.each([
    ['twins', person('Rouxel', 'Yvonne'), person('Rouxel', 'Bernadette')],
    ['another family', person('Rouxel', 'Yvonne'), person('Lebreton', 'Yvonne')],
    ['two short names', person('Roy', 'Léa'), person('Lau', 'Léa')],
  ])('not %s', (_, one, other) => expect(nearNames(one, other)).toBe(false));
  test('a slip is counted the same from both sides, and none is none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        expect(slips(one, other)).toBe(slips(other, one));
        expect(slips(one, one)).toBe(0);
        expect(slips(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { changedFields, toTraits, traitErrors, typedOf, undoneBy } from './traits-form.ts';
import type { Traits } from './views.ts';

const identity: Traits = {
  birthName: 'Le Goff',
  givenNames: 'Jeanne Marie',
  usedName: '',
  sex: 'F',
  birthDate: '1945-03-14',
  birthPlaceInsee: '44195',
  birthPlaceName: 'Savenay',
  insMatricule: '245034419500112',
  insOid: '1.2.250.1.213.1.4.11',
  phone: '02 61 91 12 34',
  communeName: 'Savenay',
};
const qualified = { identity, document: { kind: 'cni' }, insiAt: '2026-11-01T10:00:00Z' } as const;
const typed = typedOf(identity);
const TODAY = '2026-11-23';

describe('« Corriger l’identité »', () => {
  test('a space more is no correction', () => {
    expect(changedFields({ ...typed, birthName: ' Le  Goff ' }, identity)).toEqual([]);
    expect(changedFields({ ...typed, usedName: 'Tessier', sex: 'M' }, identity)).toEqual(['sex', 'usedName']);
  });

  test('a strict trait unbinds the INS that was retrieved, and says so before', () => {
    const corrected = { ...typed, givenNames: 'Jeanne' };
    expect(undoneBy(corrected, qualified)).toHaveLength(3);
    expect(undoneBy(corrected, { ...qualified, document: null })).toEqual([
      'Le matricule INS est détaché de ce dossier.',
      'L’identité redevient provisoire.',
    ]);
    expect(undoneBy(corrected, { ...qualified, insiAt: null })).toHaveLength(1);
    expect(undoneBy(corrected, { identity, document: null, insiAt: null })).toEqual([]);
  });

  test('the used name and the phone undo nothing', () => {
    expect(undoneBy({ ...typed, usedName: 'Tessier', phone: '02 61 91 00 00' }, qualified)).toEqual([]);
  });

  test('what is missing or wrong is said by its field', () => {
    const asked = (part: Partial<typeof typed>) => traitErrors({ ...typed, ...part }, TODAY).map(({ field }) => field);
    expect(asked({})).toEqual([]);
    expect(asked({ birthName: ' ', givenNames: '' })).toEqual(['identite-birthName', 'identite-givenNames']);
    expect(asked({ birthDate: '31/02' })).toEqual(['identite-birthDate']);
    expect(asked({ birthDate: '2026-11-24' })).toEqual(['identite-birthDate']);
    expect(asked({ birthPlaceName: 'Saven', birthPlaceInsee: '' })).toEqual(['identite-birthPlace']);
    expect(asked({ birthPlaceName: '', birthPlaceInsee: '' })).toEqual([]);
    expect(asked({ phone: '12' })).toEqual(['identite-phone']);
  });

  test('what the form does not ask is sent as it is known', () => {
    expect(toTraits({ ...typed, birthPlaceName: '' }, identity)).toMatchObject({
      birthPlaceInsee: '',
      insMatricule: identity.insMatricule,
      insOid: identity.insOid,
    });
  });
});

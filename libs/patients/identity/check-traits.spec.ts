import { describe, expect, test } from '@jest/globals';
import { INS_OIDS } from '#contracts/identifiers';
import { checkTraits, type TypedTraits } from './check-traits.ts';

const TODAY = '2026-11-23';
const typed: TypedTraits = {
  ...{ birthName: ' Le Goff ', usedName: '', givenNames: 'Jeanne', sex: 'F', birthDate: '1945-03-14' },
  ...{ birthPlaceInsee: '44184', phone: '02 61 91 12 34', insMatricule: '', insOid: '' },
};
const ins = { insMatricule: '2 79 03 51 215 189 89', insOid: INS_OIDS.demonstration };
const fieldsOf = (change: Partial<TypedTraits>, data: 'real' | 'demonstration' = 'demonstration') =>
  checkTraits({ ...typed, ...change }, TODAY, data).errors.map(({ field }) => field);

describe('traits typed at the desk', () => {
  test('are kept in their bare form', () => {
    const { traits, errors } = checkTraits({ ...typed, ...ins, birthPlaceInsee: '2a004' }, TODAY, 'demonstration');
    expect(errors).toEqual([]);
    expect(traits).toMatchObject({ birthName: 'Le Goff', birthPlaceInsee: '2A004', insMatricule: '279035121518989' });
  });
  test.each<[string, Partial<TypedTraits>, string[]]>([
    ['a birth tomorrow', { birthDate: '2026-11-24' }, ['birthDate']],
    ['a birth in another century', { birthDate: '1876-01-01' }, ['birthDate']],
    ['a postal code of birth', { birthPlaceInsee: '44600' }, []],
    ['a code of no commune', { birthPlaceInsee: '44000' }, ['birthPlaceInsee']],
    ['born abroad', { birthPlaceInsee: '99352' }, []],
    ['a phone cut short', { phone: '02 61 91' }, ['phone']],
    ['a matricule with a wrong key', { ...ins, insMatricule: '279035121518988' }, ['insMatricule']],
    ['a matricule without its authority', { insMatricule: ins.insMatricule }, ['insOid']],
    ['an authority of nobody', { ...ins, insOid: '1.2.250.1.213.1.4.2' }, ['insOid']],
  ])('%s', (_, change, fields) => expect(fieldsOf(change)).toEqual(fields));
  test('a demonstration takes no real INS, a real base no other', () => {
    expect(fieldsOf({ ...ins, insOid: INS_OIDS.nir })).toEqual(['insOid']);
    expect(fieldsOf({ ...ins, insOid: INS_OIDS.nir }, 'real')).toEqual([]);
    expect(fieldsOf({ ...ins, insOid: INS_OIDS.test }, 'real')).toEqual(['insOid']);
    expect(fieldsOf({ ...ins }, 'real')).toEqual(['insOid']);
  });
});

import { describe, expect, test } from '@jest/globals';
import { linksBetween, type KnownPatient, type KnownPerson, peopleLinkedTo } from './links.ts';

const practice = {
  ...{ id: 'cabinet', name: 'Cabinet du Port', kind: 'cabinet', communeInsee: '44184' },
  ...{ address: '3, rue de l’Écluse', phone: '0261910001' },
};
const ehpad = { ...practice, id: 'ehpad', name: 'EHPAD des Dunes', kind: 'ehpad', phone: '0261910002' };
const person = (change: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ id: 'p1', familyName: 'Le Goff', givenName: 'Hélène', phone: '06 39 98 10 10' },
  employers: [practice],
  ...change,
});
const patient = (change: Partial<KnownPatient> = {}): KnownPatient => ({
  ...{ birthName: 'Moreau', usedName: '', givenNames: 'Jeanne Marie', phone: '', contactPhone: '' },
  ...{ communeInsee: '44184', address: '12 rue du Phare', place: 'domicile' },
  ...change,
});
const kinds = (...pair: [KnownPerson, KnownPatient, KnownPerson[]?]) =>
  linksBetween(pair[0], pair[1], pair[2] ?? []).map(({ kind }) => kind);

describe('what an access has to be looked at for', () => {
  test('nothing in common is nothing to review', () => {
    expect(kinds(person(), patient())).toEqual([]);
  });

  test.each([
    ['birth name', patient({ birthName: 'LE GOFF' })],
    ['used name', patient({ usedName: 'le-goff' })],
  ])('the same %s, whatever its accents and case', (_, somebody) => {
    expect(kinds(person(), somebody)).toEqual(['same-name']);
  });

  test('a longer or shorter name is another name', () => {
    expect(kinds(person(), patient({ birthName: 'Goff' }))).toEqual([]);
    expect(kinds(person(), patient({ birthName: 'Le Goffic' }))).toEqual([]);
    expect(kinds(person({ familyName: 'Marie' }), patient({ givenNames: 'Marie' }))).toEqual([]);
  });

  test.each([
    ['the patient’s', patient({ phone: '+33639981010' })],
    ['the contact’s', patient({ contactPhone: '0639981010' })],
  ])('the same telephone: %s', (_, somebody) => {
    expect(kinds(person(), somebody)).toEqual(['phone']);
  });

  test('the line of an EHPAD says nothing of anybody', () => {
    const nurse = person({ phone: ehpad.phone, employers: [ehpad] });
    expect(kinds(nurse, patient({ phone: ehpad.phone, place: 'ehpad' }))).toEqual([]);
    expect(kinds(person({ phone: null }), patient())).toEqual([]);
  });

  test('the address of the practice in the same commune; residents of an EHPAD aside', () => {
    const at = { address: '3 rue de l’Ecluse' };
    expect(kinds(person(), patient(at))).toEqual(['address']);
    expect(kinds(person(), patient({ ...at, communeInsee: '44195' }))).toEqual([]);
    expect(kinds(person(), patient({ ...at, place: 'ehpad' }))).toEqual([]);
    expect(kinds(person({ employers: [ehpad] }), patient(at))).toEqual([]);
    expect(kinds(person(), patient({ address: '' }))).toEqual([]);
  });

  test('the names of a colleague: an homonym perhaps; of somebody employed elsewhere: nothing', () => {
    const colleague = person({ id: 'p2', familyName: 'Moreau', givenName: 'Jeanne' });
    const [link] = linksBetween(person(), patient(), [colleague]);
    expect(link).toMatchObject({ kind: 'employer', words: expect.stringContaining('homonymie possible') });
    expect(kinds(person(), patient(), [{ ...colleague, employers: [ehpad] }])).toEqual([]);
    expect(kinds(person(), patient({ givenNames: 'Rose' }), [colleague])).toEqual([]);
    expect(kinds(colleague, patient(), [colleague])).toEqual(['same-name']);
  });
});

describe('everybody who has something in common with a patient', () => {
  const people = [
    person(),
    person({ id: 'namesake', phone: null, employers: [] }),
    person({ id: 'twin', familyName: 'Moreau', givenName: 'Jeanne', phone: null }),
    person({ id: 'elsewhere', familyName: 'Riou', phone: '01 99 00 10 10', employers: [ehpad] }),
    person({ id: 'nameless', familyName: '', givenName: '', phone: '', employers: [{ ...practice, address: '' }] }),
  ];
  const patients = [
    patient(),
    patient({ birthName: 'LE GOFF' }),
    patient({ usedName: 'Riou', givenNames: 'Hélène' }),
    patient({ birthName: '', givenNames: '', address: '' }),
    patient({ contactPhone: '0639981010', birthName: 'Riou' }),
    patient({ address: '3 rue de l’Ecluse' }),
  ];

  test('is who would be found by comparing each with each', () => {
    const linkedTo = peopleLinkedTo(people);
    const ids = (found: KnownPerson[]) => found.map(({ id }) => id).sort();
    const one = (somebody: KnownPatient) => people.filter((each) => linksBetween(each, somebody, people).length > 0);
    expect(patients.map((somebody) => ids(linkedTo(somebody)))).toEqual(patients.map((somebody) => ids(one(somebody))));
    expect(new Set(patients.flatMap((somebody) => ids(linkedTo(somebody)))).size).toBeGreaterThan(3);
  });
});

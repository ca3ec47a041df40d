import { describe, expect, test } from '@jest/globals';
import { checkRpps } from '#contracts/identifiers';
import { DEMO_PEOPLE } from '../../demo/data/people.ts';
import { choicePage } from './pages.ts';
import { demonstrationPeople } from './people.ts';

describe('the people of the fictitious provider', () => {
  const people = demonstrationPeople();

  test('are caregivers of the demonstration by their RPPS, and one who has no account', () => {
    const known = new Set(DEMO_PEOPLE.map(({ rpps }) => `8${rpps}`));
    expect(people.filter(({ subject }) => !known.has(subject)).map(({ givenName }) => givenName)).toEqual(['Camille']);
    expect(new Set(people.map(({ subject }) => subject)).size).toBe(people.length);
    for (const { subject } of people) expect(checkRpps(subject.slice(1))).toMatchObject({ ok: true });
  });

  test('one of them works in two places', () => {
    expect(people.filter(({ exercices }) => exercices.length === 2).map(({ familyName }) => familyName)).toEqual([
      'Marchais',
    ]);
  });

  test('are shown as they are written: a name is no markup', () => {
    const [first] = people;
    if (!first) throw new Error('nobody');
    const page = choicePage([{ ...first, familyName: '<script>alert("1")</script>' }], '/choix/a"b');
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('action="/choix/a&quot;b"');
    expect(page).toContain('Fournisseur fictif de la démonstration');
  });
});

import { describe, expect, test } from '@jest/globals';
import { callerOf, EMPTY_CALLER, missingOf, readStoredCaller, usualKind } from './new-caller.ts';
import type { NewCaller } from './new-caller.ts';

const lise: NewCaller = {
  ...EMPTY_CALLER,
  familyName: ' Renaud ',
  givenName: 'Lise',
  profession: 'ide_ehpad',
  phone: '02 61 91 33 44',
  organisationName: 'EHPAD des Saules',
  organisationKind: 'ehpad',
};

describe('a caller nobody knows yet', () => {
  test('name, function, number and structure are needed, each said in its place', () => {
    expect(Object.keys(missingOf(EMPTY_CALLER))).toEqual([
      'familyName',
      'profession',
      'phone',
      'organisationName',
      'organisationKind',
    ]);
    expect(callerOf({ ...lise, phone: '02 61' })).toBeNull();
  });

  test('complete, it is sent trimmed, without empty optional fields', () => {
    expect(callerOf(lise)).toEqual({
      label: 'Lise Renaud, EHPAD des Saules',
      input: {
        newCaller: {
          familyName: 'Renaud',
          givenName: 'Lise',
          profession: 'ide_ehpad',
          phone: '0261913344',
          organisationName: 'EHPAD des Saules',
          organisationKind: 'ehpad',
        },
      },
    });
  });

  test('the function says the kind of structure when it can', () => {
    expect(usualKind('pharmacien')).toBe('pharmacie');
    expect(usualKind('specialiste')).toBe('');
  });

  test('what was being typed comes back within the hour, not after', () => {
    const stored = { at: 1_000, caller: { familyName: 'Renaud' } };
    expect(readStoredCaller(stored, 2_000)).toMatchObject({ familyName: 'Renaud', phone: '' });
    expect(readStoredCaller(stored, 4_000_000)).toBeNull();
    expect(readStoredCaller('?', 0)).toBeNull();
  });
});

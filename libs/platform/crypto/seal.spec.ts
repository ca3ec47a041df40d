import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { fc } from '../../../test/support/lot.ts';
import { uuidv7 } from '../ids.ts';
import {
  blindIndex,
  erasedKey,
  keyIdOf,
  masterKey,
  masterOf,
  newWrappedKey,
  nextWrappedKey,
  rewrapKey,
  sealJson,
  seal,
  unseal,
  unsealJson,
  unwrapKey,
  type Key,
} from './seal.ts';

const keyOf = (id = uuidv7()): Key => ({ id, bytes: randomBytes(32) });
const place = { table: 'request', column: 'sealed', row: uuidv7() };
const secret = Buffer.from('Jeanne Le Goff, 02 61 91 12 34');

describe('a sealed blob', () => {
  const key = keyOf();

  test('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(unsealJson(key, place, sealJson(key, place, value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('shows nothing of it, and is never twice the same', () => {
    const [one, two] = [seal(key, place, secret), seal(key, place, secret)];
    expect(one.equals(two)).toBe(false);
    for (const word of ['Jeanne', 'Goff', '0261']) expect(one.includes(word)).toBe(false);
  });

  test.each([
    ['another row', { ...place, row: uuidv7() }],
    ['another column', { ...place, column: 'sealed_summary' }],
    ['another table', { ...place, table: 'patient' }],
  ])('moved to %s does not open', (_where, elsewhere) => {
    expect(() => unseal(key, elsewhere, seal(key, place, secret))).toThrow();
  });

  test('opens neither under another key nor under another key of the same name', () => {
    const blob = seal(key, place, secret);
    expect(() => unseal(keyOf(), place, blob)).toThrow('another key');
    expect(() => unseal(keyOf(key.id), place, blob)).toThrow();
  });

  test('of a destroyed key says so, and nothing more is sealed in its place', () => {
    const gone = erasedKey('Dossier effacé le 21/11/2026');
    const said = { code: 'patient.erased', message: 'Dossier effacé le 21/11/2026\u00a0: son contenu n’existe plus.' };
    for (const attempt of [() => unseal(gone, place, seal(key, place, secret)), () => seal(gone, place, secret)])
      expect(attempt).toThrow(expect.objectContaining(said));
  });

  test('cut anywhere, or with one bit turned anywhere, does not open', () => {
    const blob = seal(key, place, secret);
    for (let length = 0; length < blob.length; length += 1)
      expect(() => unseal(key, place, blob.subarray(0, length))).toThrow();
    for (let index = 0; index < blob.length; index += 1) {
      const turned = Buffer.from(blob);
      turned[index]! ^= 1;
      expect(() => unseal(key, place, turned)).toThrow();
    }
  });
});

describe('wrapped keys', () => {
  const master = masterKey(randomBytes(32));
  const tenant = { id: uuidv7(), table: 'ess' };

  test('come back under the same parent and the same owner only', () => {
    const { key, wrapped } = newWrappedKey(master, tenant);
    expect(unwrapKey(master, tenant, wrapped).bytes.equals(key.bytes)).toBe(true);
    expect(wrapped.includes(key.bytes)).toBe(false);
    expect(() => unwrapKey(masterKey(randomBytes(32)), tenant, wrapped)).toThrow();
    expect(() => unwrapKey(master, { ...tenant, id: uuidv7() }, wrapped)).toThrow();
    expect(() => unwrapKey(master, { ...tenant, table: 'patient' }, wrapped)).toThrow();
  });

  test('move under another parent unchanged, and a second key of one owner has a name of its own', () => {
    const other = masterKey(randomBytes(32));
    const { key, wrapped } = newWrappedKey(master, tenant);
    expect(unwrapKey(other, tenant, rewrapKey(master, other, tenant, wrapped))).toEqual(key);
    const next = nextWrappedKey(other, tenant);
    expect(unwrapKey(other, tenant, next.wrapped)).toEqual(next.key);
    expect(next.key.id).not.toBe(key.id);
    expect(keyIdOf(sealJson(next.key, place, 1))).toBe(next.key.id);
  });

  test('tell which master key wrapped them, named or of the time before names', () => {
    const [one, two] = [randomBytes(32), randomBytes(32)];
    const before = { id: '00000000-0000-0000-0000-000000000000', bytes: two };
    expect(masterOf([one, two], tenant, newWrappedKey(masterKey(two), tenant).wrapped)).toEqual(masterKey(two));
    expect(masterOf([one, two], tenant, newWrappedKey(before, tenant).wrapped)).toEqual(before);
    expect(() => masterOf([one], tenant, newWrappedKey(before, tenant).wrapped)).toThrow('another key');
    expect(() => masterOf([one], tenant, newWrappedKey(masterKey(two), tenant).wrapped)).toThrow('another key');
  });

  test('are fresh for each owner', () => {
    expect(newWrappedKey(master, tenant).key.bytes.equals(newWrappedKey(master, tenant).key.bytes)).toBe(false);
  });
});

describe('a blind index', () => {
  const key = keyOf();
  const index = (value: string, purpose = 'ins', under = key) => blindIndex(under, purpose, value).toString('hex');

  test('finds the same value again, written in either Unicode form', () => {
    expect(index('185057800608491')).toBe(index('185057800608491'));
    expect(index('\u00e9')).toBe(index('e\u0301'));
  });

  test('differs by value, by purpose and by tenant', () => {
    const one = index('185057800608491');
    expect(
      new Set([
        one,
        index('185057800608492'),
        index('185057800608491', 'phone'),
        index('185057800608491', 'ins', keyOf()),
      ]).size,
    ).toBe(4);
  });
});

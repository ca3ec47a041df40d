import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/lot.ts';
import { referenceFrom, showReference } from './reference.ts';

describe('public reference of a request', () => {
  test('is eight characters that nobody mistakes on the phone, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 16 }), (bytes) => {
        expect(referenceFrom(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
      }),
    );
  });

  test('keeps five bits of each of the first eight bytes', () => {
    expect(referenceFrom(Uint8Array.of(0, 1, 9, 10, 17, 18, 31, 32, 99))).toBe('019AHJZ0');
    const all = new Set(Array.from({ length: 32 }, (_, value) => referenceFrom(new Uint8Array(8).fill(value))));
    expect(all.size).toBe(32);
  });

  test('refuses fewer than eight bytes, that would make a short reference', () => {
    expect(() => referenceFrom(new Uint8Array(7))).toThrow(RangeError);
  });

  test('is shown in two halves that a line break does not part', () => {
    expect(showReference('7K3M9QXD')).toBe('7K3M\u00a09QXD');
  });
});

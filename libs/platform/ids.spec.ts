import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/lot.ts';
import { uuidv7 } from './ids.ts';

const instants = fc.date({ min: new Date(0), max: new Date('2500-01-01'), noInvalidDate: true });

describe('uuidv7', () => {
  test('has the shape of RFC 9562 and carries its instant', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const id = uuidv7(at);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime());
      }),
    );
  });

  test('sorts by birth', () => {
    fc.assert(
      fc.property(instants, instants, (one, two) => {
        fc.pre(one.getTime() !== two.getTime());
        expect(uuidv7(one) < uuidv7(two)).toBe(one < two);
      }),
    );
  });

  test('is never twice the same in one millisecond', () => {
    const at = new Date('2026-11-23T09:00:00Z');
    expect(new Set(Array.from({ length: 10_000 }, () => uuidv7(at))).size).toBe(10_000);
  });
});

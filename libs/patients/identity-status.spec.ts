import { describe, expect, test } from '@jest/globals';
import { identityStatusOf } from './identity-status.ts';

const AT = new Date('2026-11-23T09:00:00Z');

describe('the status of an identity', () => {
  test.each([
    [null, null, 'PROV'],
    [null, AT, 'VALI'],
    [AT, null, 'RECUP'],
    [AT, AT, 'QUAL'],
  ] as const)('INS at %s, document at %s: %s', (insiAt, documentCheckedAt, status) => {
    expect(identityStatusOf({ insiAt, documentCheckedAt })).toBe(status);
  });
});

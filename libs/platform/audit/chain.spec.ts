import { describe, expect, test } from '@jest/globals';
import { chainHash, GENESIS, type ChainedLine } from './chain.ts';

const LINE: ChainedLine = {
  id: '01937d70-0000-7000-8000-000000000001',
  tenantId: '01937d70-0000-7000-8000-00000000000a',
  seq: '1',
  at: new Date('2026-11-23T09:00:00.123Z'),
  actorId: null,
  action: 'request.read',
  resource: 'request',
  resourceId: '01937d70-0000-7000-8000-00000000000b',
  reason: 'desk',
};
const hash = (change: Partial<ChainedLine> = {}, previous: Buffer = GENESIS) =>
  chainHash(previous, { ...LINE, ...change }).toString('hex');

describe('the audit chain', () => {
  test('is the SHA-256 of the line before and of the canonical line: a reader rebuilds it without our code', () => {
    // printf of 32 zero bytes then the JSON array, through sha256sum.
    expect(hash()).toBe('571f69602f87ff60d1c85e7e22a00b5b6b1d6110dee5c701fdf6e1a803b0b0b0');
  });

  test.each<[string, Partial<ChainedLine>]>([
    ['tenant', { tenantId: LINE.id }],
    ['number', { seq: '2' }],
    ['id', { id: LINE.tenantId }],
    ['instant', { at: new Date('2026-11-23T09:00:00.124Z') }],
    ['actor', { actorId: LINE.id }],
    ['action', { action: 'request.listed' }],
    ['resource', { resource: 'patient' }],
    ['row', { resourceId: null }],
    ['reason', { reason: 'author' }],
  ])('another %s gives another hash', (_what, change) => {
    expect(hash(change)).not.toBe(hash());
  });

  test('another past gives another hash', () => {
    expect(hash({}, chainHash(GENESIS, LINE))).not.toBe(hash());
  });

  test('values that touch do not slide from one column into the next', () => {
    expect(hash({ action: 'request.read', resource: 'request' })).not.toBe(
      hash({ action: 'request.readrequest', resource: '' }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { refuseForeignOrigin, sameOrigin } from './origin.ts';

const asked = (method: string, origin?: string) =>
  refuseForeignOrigin({ method, headers: { origin, host: 'guichet.example:3000' } } as unknown as FastifyRequest);

describe('where a write comes from', () => {
  test.each([
    ['http://guichet.example:3000', true],
    ['https://guichet.example:3000', true],
    [undefined, true],
    ['http://guichet.example', false],
    ['http://guichet.example:3000.mechant.example', false],
    ['http://mechant.example', false],
    ['null', false],
    ['', true],
    ['pas une adresse', false],
  ])('origin %s is ours: %s', (origin, ours) => {
    expect(sameOrigin(origin, 'guichet.example:3000')).toBe(ours);
  });

  test('only reads may come from another site', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(() => asked(method, 'http://mechant.example')).not.toThrow();
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect(() => asked(method, 'http://mechant.example')).toThrow('pages du guichet');
  });
});

import { describe, expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { fromOurPages, refuseForeignOrigin, sameOrigin } from './origin.ts';

const HOST = 'guichet.example:3000';
const asked = (method: string, headers: Record<string, string> = {}, url = '/api/ess') =>
  refuseForeignOrigin({
    ...{ method, url, headers: { host: HOST, ...headers } },
    routeOptions: { url: url.replace('%61', 'a') },
  } as unknown as FastifyRequest);

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
    expect(sameOrigin(origin, HOST)).toBe(ours);
  });

  test.each([
    ['same-origin', true],
    ['none', true],
    ['same-site', false],
    ['cross-site', false],
    ['anything', false],
  ])('the browser says %s: ours is %s, even without an origin', (site, ours) => {
    expect(fromOurPages({ host: HOST, 'sec-fetch-site': site })).toBe(ours);
  });

  test('no write comes from another site, whatever its method', () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      expect(() => asked(method, { origin: 'http://mechant.example' })).toThrow('pages du guichet');
      expect(() => asked(method, { 'sec-fetch-site': 'cross-site' })).toThrow('pages du guichet');
      expect(() => asked(method)).not.toThrow();
    }
  });

  test('another site may lead to us by a link, and load no answer of the api into its page', () => {
    const elsewhere = { 'sec-fetch-site': 'cross-site' };
    const link = { ...elsewhere, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect(() => asked('GET', link)).not.toThrow();
    expect(() => asked('GET', elsewhere, '/cardio-essai')).not.toThrow();
    for (const dest of ['image', 'script', 'iframe', 'embed', 'empty'])
      expect(() => asked('GET', { ...link, 'sec-fetch-dest': dest })).toThrow('pages du guichet');
    expect(() => asked('GET', { ...elsewhere, 'sec-fetch-mode': 'no-cors' })).toThrow('pages du guichet');
    // Another spelling of the same route.
    expect(() => asked('GET', elsewhere, '/%61pi/ess')).toThrow('pages du guichet');
  });
});

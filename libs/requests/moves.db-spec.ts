import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomMoves } from '../../test/journeys/support/random-moves.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';

/** The same evening at each run; `moves.long-spec.ts` has a longer one. */
const SEED = 15;

describe('requests under random moves', () => {
  let services: Services;
  beforeAll(async () => {
    services = await openServices();
  }, 60_000);
  afterAll(() => services.stop());

  test('after each of 300 moves, stale ones included, every open request has an owner, an action and a time', async () => {
    const { made, refused, faults } = await randomMoves(services, 300, SEED);
    expect(faults).toEqual([]);
    expect(Object.keys(made).sort()).toEqual([
      'acknowledge',
      'cancel',
      'claim',
      'close',
      'confirm',
      'lower',
      'raise',
      'release',
    ]);
    expect(refused['request.stale']).toBeGreaterThan(10);
    expect(refused['request.move-not-allowed']).toBeGreaterThan(5);
  }, 60_000);
});

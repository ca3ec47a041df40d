import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MOVE_RULES } from '#contracts';
import { MOVES } from '#contracts/transitions';
import { randomMoves } from '../../test/journeys/support/random-moves.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';

/** The same evening at each run; `moves.long-spec.ts` has a longer one. */
const SEED = 15;

describe('requests under random moves', () => {
  let services: Services;
  beforeAll(async () => {
    services = await openServices();
  });
  afterAll(() => services.stop());

  test('after each of 600 moves, stale ones included, every open request has an owner, an action and a time', async () => {
    const { made, refused, faults } = await randomMoves(services, 600, SEED);
    expect(faults).toEqual([]);
    const byHand = MOVES.filter((move) => MOVE_RULES[move].by !== 'system');
    // The rarest may be missing from a short evening; the long one makes them all.
    expect(byHand.filter((move) => !made[move]).length).toBeLessThanOrEqual(4);
    expect(refused['request.stale']).toBeGreaterThan(10);
    expect(refused['request.move-not-allowed']).toBeGreaterThan(5);
  });
});

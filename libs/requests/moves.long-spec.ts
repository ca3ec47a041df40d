import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MOVE_RULES } from '#contracts';
import { MOVES } from '#contracts/transitions';
import { randomMoves } from '../../test/journeys/support/random-moves.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';

/** The same evening at each run; another one: `SEED=7`. */
const SEED = Number(process.env.SEED ?? 20_261_122);

describe('requests under very many random moves', () => {
  let services: Services;
  beforeAll(async () => {
    services = await openServices();
  });
  afterAll(() => services.stop());

  test(`after each of 10,000 moves (seed ${SEED}), every open request has an owner, an action and a time`, async () => {
    const { made, refused, faults } = await randomMoves(services, 10_000, SEED);
    expect(faults).toEqual([]);
    expect(Object.values(made).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(10_000);
    const byHand = MOVES.filter((move) => MOVE_RULES[move].by !== 'system');
    expect(byHand.filter((move) => (made[move] ?? 0) < 10)).toEqual([]);
    expect(refused['request.stale']).toBeGreaterThan(500);
  }, 3_600_000);
});

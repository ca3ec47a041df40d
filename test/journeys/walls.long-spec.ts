import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { interleave } from './support/interleave.ts';
import { openWorld, type World } from './support/world.ts';

describe('les murs entre les équipes, longtemps', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ env: { DATABASE_POOL_SIZE: '3' } });
  });
  afterAll(() => world.stop());

  test('deux équipes mêlées sur trois connexions : 20 000 lectures, aucune ne montre l’autre', async () => {
    const { asked, crossed } = await interleave(world, 20_000);
    expect(crossed).toEqual([]);
    expect(asked).toBe(20_000);
  }, 1_800_000);
});

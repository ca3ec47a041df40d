import { afterEach, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { queuesHere } from './support/queues.ts';
import { openWorld, type World } from './support/world.ts';

/** Proofs an address may try in a minute (`RATE_RULES`). */
const MOST_PROOFS = 120;

describe.each(queuesHere())('les limites de débit, comptées avec %s', (queue) => {
  let world: World;
  afterEach(() => world.stop());

  const proof = () => supertest(world.url).post('/api/session').send({});
  const statusesOf = async (count: number) => {
    const statuses: number[] = [];
    for (let turn = 0; turn < count; turn += 1) statuses.push((await proof()).status);
    return statuses;
  };

  test('les essais de mot de passe d’une adresse s’arrêtent, le reste répond ; Redis perdu, la porte tient', async () => {
    world = await openWorld({ queue, worker: false, env: { RATE_LIMIT_SCALE: '1' } });
    const asked = await statusesOf(MOST_PROOFS);
    expect(new Set(asked)).toEqual(new Set([400]));
    const refused = await proof();
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
    expect(refused.body).toMatchObject({ message: expect.stringMatching(/\.$/), traceId: expect.any(String) });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    const watched = await Promise.all(Array.from({ length: 50 }, () => supertest(world.url).get('/health')));
    expect(watched.every((answer) => answer.status === 200)).toBe(true);
    await supertest(world.url).get('/api/ess').expect(200);

    if (!world.redis) return;
    await world.redis.kill();
    const alone = await statusesOf(MOST_PROOFS + 1);
    expect(alone.filter((status) => status === 400)).toHaveLength(MOST_PROOFS);
    expect(alone.at(-1)).toBe(429);
    await supertest(world.url).get('/api/ess').expect(200);
  });
});

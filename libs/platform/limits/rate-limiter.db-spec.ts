import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { stopProcess } from '../../../apps/cli/start/process/running-process.ts';
import { startPrivateRedis } from '../../../apps/cli/start/redis/private-redis.ts';
import { queuesHere } from '../../../test/journeys/support/queues.ts';
import { barHere } from '../../../test/support/bar.ts';
import { waitFor } from '../../../test/journeys/support/wait-for.ts';
import { RateLimiter } from './rate-limiter.ts';

const LIMIT = { name: 'essai', points: 3, seconds: 60 };
const taken = async (limiter: RateLimiter, times: number, key = 'someone') => {
  const waits: (number | null)[] = [];
  for (let time = 0; time < times; time += 1) waits.push(await limiter.take(LIMIT, key));
  return waits;
};

describe('counting what is asked', () => {
  const open: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });
  const limiterOn = (url: string | null): RateLimiter => {
    const limiter = new RateLimiter(url);
    open.push(() => limiter.close());
    return limiter;
  };

  test('past the limit the seconds to wait are said, and another key is free', async () => {
    const limiter = limiterOn(null);
    const [one, two, three, late] = await taken(limiter, 4);
    expect([one, two, three]).toEqual([null, null, null]);
    expect(late).toBeGreaterThan(55);
    expect(late).toBeLessThanOrEqual(60);
    expect(await limiter.take(LIMIT, 'another')).toBeNull();
  });

  if (!queuesHere().includes('redis')) return;

  test('in Redis two processes count together; Redis killed or hanging, each goes on alone, and together again after', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guichet-limits-'));
    open.push(() => rm(folder, { recursive: true, force: true }));
    const redis = await startPrivateRedis(folder);
    if (!redis) throw new Error('no redis-server here');
    let running = redis.running;
    open.push(() => stopProcess(running, 'SIGKILL', 'SIGKILL', 2000));
    const [one, two] = [limiterOn(redis.url), limiterOn(redis.url)];
    const together = (key: string) =>
      waitFor('both count in Redis', async () => {
        const fresh = `${key}-${Math.random()}`;
        await taken(one, 3, fresh);
        return (await two.take(LIMIT, fresh)) !== null;
      });
    await together('before');

    process.kill(running.pid, 'SIGSTOP');
    const begun = Date.now();
    expect((await taken(one, 4, 'hung')).map((wait) => wait === null)).toEqual([true, true, true, false]);
    expect(Date.now() - begun).toBeLessThan(barHere(3_000));
    await stopProcess(running, 'SIGKILL', 'SIGKILL', 2000);
    expect((await taken(one, 4, 'killed')).map((wait) => wait === null)).toEqual([true, true, true, false]);
    expect(await two.take(LIMIT, 'killed')).toBeNull();

    running = await redis.restart();
    await together('after');
  });
});

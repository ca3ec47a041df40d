import { Queue } from 'bullmq';
import { chooseQueueBackend, QUEUE_NAME, type Config } from '#platform';
import { testRedisUrl } from '../../support/redis.ts';

export type QueueKind = 'postgres' | 'redis';

/** The queues this machine can run; without Redis the journeys run on PostgreSQL alone, and say so. */
export function queuesHere(): QueueKind[] {
  if (testRedisUrl()) return ['postgres', 'redis'];
  process.stderr.write('No redis-server on the PATH: these journeys run on the PostgreSQL queue alone.\n');
  return ['postgres'];
}

/** The queue of a world, held by the hand: whatever its engine, it can be paused and counted. */
export async function withQueue<T>(
  world: { database: { systemUrl: string }; redis: { url: string } | null },
  work: (queue: Queue) => Promise<T>,
): Promise<T> {
  const urls = { redisUrl: world.redis?.url ?? null, databaseSystemUrl: world.database.systemUrl };
  const backend = chooseQueueBackend(urls as Config);
  const queue = new Queue(QUEUE_NAME, { connection: backend.connection });
  try {
    return await work(queue);
  } finally {
    await queue.close();
    await backend.close();
  }
}

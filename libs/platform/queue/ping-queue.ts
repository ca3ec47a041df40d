import { Redis } from 'ioredis';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { redisOptions } from './redis-options.ts';

const TIMEOUT_MS = 2000;

/** True when the queue can be reached: Redis answers, or its schema is in PostgreSQL. */
export async function pingQueue(config: Config, database: Database): Promise<boolean> {
  if (!config.redisUrl) {
    const rows: { there: boolean }[] = await database.global((manager) =>
      manager.query(`select to_regnamespace('bullmq') is not null as there`),
    );
    return rows[0]?.there ?? false;
  }
  const redis = new Redis({
    ...redisOptions(config.redisUrl),
    lazyConnect: true,
    connectTimeout: TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // Said by the rejected promise below.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } finally {
    redis.disconnect();
  }
}

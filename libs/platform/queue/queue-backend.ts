import { createPostgresBackend, setDefaultBackendFactory, type ConnectionOptions } from 'bullmq';
import { Pool } from 'pg';
import type { Config } from '../config.ts';
import { redisOptions } from './redis-options.ts';

export const QUEUE_NAME = 'deliveries';

/** One worker, no queue events, and four more: a shared pool that is too small hangs for ever. */
const QUEUE_POOL_SIZE = 1 + 0 + 4;

export interface QueueBackend {
  kind: 'redis' | 'postgres';
  connection: ConnectionOptions;
  close(): Promise<void>;
}

/** Picks the backend once for the process, before any Queue or Worker is built. */
export function chooseQueueBackend(config: Config): QueueBackend {
  if (config.redisUrl) {
    setDefaultBackendFactory();
    const connection = { ...redisOptions(config.redisUrl), maxRetriesPerRequest: null };
    return { kind: 'redis', connection, close: async () => undefined };
  }
  setDefaultBackendFactory(createPostgresBackend);
  const pool = new Pool({
    connectionString: config.databaseSystemUrl,
    max: QUEUE_POOL_SIZE,
    options: '-c search_path=bullmq',
    keepAlive: true,
    application_name: 'guichet-queue',
  });
  // A dead connection is replaced by the pool; the queue retries by itself.
  pool.on('error', () => undefined);
  // The types of Queue and Worker know Redis only; the PostgreSQL backend takes a pool (BullMQ guide, PostgreSQL).
  return { kind: 'postgres', connection: pool as unknown as ConnectionOptions, close: () => pool.end() };
}

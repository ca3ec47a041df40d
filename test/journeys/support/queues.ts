import { testRedisUrl } from '../../support/redis.ts';

export type QueueKind = 'postgres' | 'redis';

/** The queues this machine can run; without Redis the journeys run on PostgreSQL alone, and say so. */
export function queuesHere(): QueueKind[] {
  if (testRedisUrl()) return ['postgres', 'redis'];
  process.stderr.write('No redis-server on the PATH: these journeys run on the PostgreSQL queue alone.\n');
  return ['postgres'];
}

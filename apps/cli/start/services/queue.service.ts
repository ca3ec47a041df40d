import { Redis } from 'ioredis';
import { startPrivateRedis } from '../redis/private-redis.ts';
import { StartError } from '../start-error.ts';
import type { StartContext } from '../start-context.ts';

export interface QueueService {
  /** Null: queue and bus live in PostgreSQL. */
  readonly url: string | null;
  readonly line: string;
}

const PATIENCE_MS = 5_000;

/** The Redis that the environment names, else a private one when the machine has it, else PostgreSQL for both. */
export async function openQueue(context: StartContext): Promise<QueueService> {
  const given = process.env['REDIS_URL'];
  if (given) {
    await checkAnswers(given);
    return { url: given, line: "File d'attente : Redis indiqué" };
  }
  const redis = await startPrivateRedis(context.options.dataFolder, (running) =>
    context.shutdown.add('service', running),
  );
  if (!redis) return { url: null, line: "File d'attente dans PostgreSQL (pas de Redis sur cette machine)" };
  context.supervisor.watch({ label: "la file d'attente", restart: () => redis.restart() }, redis.running);
  return { url: redis.url, line: "File d'attente : Redis privé" };
}

async function checkAnswers(url: string): Promise<void> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
  } catch {
    throw new StartError(
      "Le Redis indiqué par REDIS_URL ne répond pas : vérifiez l'adresse, ou retirez cette variable.",
    );
  } finally {
    client.disconnect();
  }
}

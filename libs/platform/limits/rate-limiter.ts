import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { redisOptions } from '../queue/redis-options.ts';

/** So many points in so many seconds, for one key. */
export interface RateLimit {
  name: string;
  points: number;
  seconds: number;
}

/** A Redis that hangs is as good as gone: nobody waits for a counter. */
const PATIENCE_MS = 250;

/**
 * Counts, in Redis when there is one so that every api counts together, in this process otherwise
 * and for as long as Redis is away: a lost Redis neither opens the door nor closes it.
 */
export class RateLimiter {
  private readonly logger = new Logger('RateLimiter');
  private readonly redis: Redis | null;
  private readonly limiters = new Map<string, RateLimiterAbstract>();

  constructor(redisUrl: string | null) {
    this.redis = redisUrl ? this.connect(redisUrl) : null;
  }

  /** @returns null when it may pass, else the whole seconds to wait. */
  async take(limit: RateLimit, key: string): Promise<number | null> {
    try {
      await this.limiterOf(limit).consume(key);
      return null;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw refused;
    }
  }

  async close(): Promise<void> {
    this.redis?.disconnect();
  }

  private limiterOf(limit: RateLimit): RateLimiterAbstract {
    const known = this.limiters.get(limit.name);
    if (known) return known;
    const options = { keyPrefix: `limit:${limit.name}`, points: limit.points, duration: limit.seconds };
    const memory = new RateLimiterMemory(options);
    const made = this.redis
      ? new RateLimiterRedis({
          ...options,
          storeClient: this.redis,
          rejectIfRedisNotReady: true,
          insuranceLimiter: memory,
        })
      : memory;
    this.limiters.set(limit.name, made);
    return made;
  }

  private connect(url: string): Redis {
    const redis = new Redis({
      ...redisOptions(url),
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: PATIENCE_MS,
    });
    let said = false;
    redis.on('ready', () => (said = false));
    redis.on('error', (error) => {
      if (!said) this.logger.warn(`redis is away, each process counts by itself: ${error.message}`);
      said = true;
    });
    return redis;
  }
}

import { testServices } from './services-state.ts';

/**
 * URL of the private Redis of this run, or undefined when none is on the PATH: tests of the Redis road then run on
 * PostgreSQL and say so.
 */
export function testRedisUrl(): string | undefined {
  return testServices().redisUrl ?? undefined;
}

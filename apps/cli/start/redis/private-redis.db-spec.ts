import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findOnPath } from '../find-on-path.ts';
import { stopProcess, type RunningProcess } from '../process/running-process.ts';
import { temporaryDataFolder } from '../../../../test/support/temporary-data.ts';
import { askRedis } from './ask-redis.ts';
import { redisArguments, startPrivateRedis } from './private-redis.ts';
import { socketPath } from './socket-path.ts';

describe('the settings of the private Redis', () => {
  test('forbid forgetting, and any network', () => {
    const line = redisArguments('/data/redis', '/data/redis/redis.sock').join(' ');
    expect(line).toContain('--port 0');
    expect(line).toContain('--appendonly yes --appendfsync everysec --maxmemory-policy noeviction');
  });
});

const onThisMachine = findOnPath('redis-server') !== null;
if (!onThisMachine) console.warn('No redis-server on the PATH: the private Redis is not tested here.');

(onThisMachine ? describe : describeNothing)('the private Redis', () => {
  let data: ReturnType<typeof temporaryDataFolder>;
  let alive: RunningProcess[];

  beforeEach(() => {
    data = temporaryDataFolder();
    alive = [];
  });

  afterEach(async () => {
    await Promise.all(alive.map((running) => stopProcess(running, 'SIGKILL', 'SIGKILL', 1_000)));
    data.remove();
  });

  const start = async (folder = data.folder) => {
    const redis = await startPrivateRedis(folder, (running) => alive.push(running));
    if (!redis) throw new Error('redis did not start');
    return { ...redis, socket: redis.url.replace('unix://', '') };
  };

  test('keeps its keys over a kill -9 once they are on disk', async () => {
    const first = await start();
    await askRedis(first.socket, 'SET kept 42');
    expect(await askRedis(first.socket, 'WAITAOF 1 0 2000')).not.toBeNull();
    await until1s();
    first.running.kill('SIGKILL');
    await first.running.exited;
    await first.restart();
    expect(await askRedis(first.socket, 'STRLEN kept')).toBe(':2');
  });

  test('takes over from one whose launcher died, without losing a key', async () => {
    const first = await start();
    await askRedis(first.socket, 'SET kept 42');
    const second = await start();
    await first.running.exited;
    expect(second.running.pid).not.toBe(first.running.pid);
    expect(await askRedis(second.socket, 'STRLEN kept')).toBe(':2');
  });

  test('answers in a folder whose path is too long for a socket', async () => {
    const deep = join(data.folder, 'x'.repeat(60), 'y'.repeat(60));
    mkdirSync(deep, { recursive: true });
    const redis = await start(deep);
    expect(redis.socket).toBe(socketPath(join(deep, 'redis')));
    expect(Buffer.byteLength(redis.socket)).toBeLessThan(100);
    expect(await askRedis(redis.socket, 'PING')).toBe('+PONG');
  });
});

/** The append-only file reaches the disk every second. */
async function until1s(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_200));
}

function describeNothing(): void {
  // Said above, once.
}

import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { commandOf, isAlive, workingFolderOf } from '../process/process-identity.ts';
import { askRedis } from './ask-redis.ts';

const LEAVE_PATIENCE_MS = 3_000;

/** A Redis whose launcher died still holds the append-only file: it closes it properly before ours opens it. */
export async function shutDownLeftover(folder: string, socket: string): Promise<void> {
  const pid = readPid(join(folder, 'redis.pid'));
  if (pid === null || !isOurs(pid, folder)) return;
  await askRedis(socket, 'SHUTDOWN NOSAVE');
  const end = Date.now() + LEAVE_PATIENCE_MS;
  while (isOurs(pid, folder) && Date.now() < end) await wait(20);
  if (isOurs(pid, folder)) process.kill(pid, 'SIGKILL');
}

function isOurs(pid: number, folder: string): boolean {
  if (!isAlive(pid) || !(commandOf(pid) ?? '').startsWith('redis-server')) return false;
  const place = workingFolderOf(pid);
  return place === null || place === realpathSync(folder);
}

function readPid(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8').trim());
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

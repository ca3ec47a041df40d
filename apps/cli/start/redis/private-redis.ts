import { spawn } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ownProcess, stopProcess, type RunningProcess } from '../process/running-process.ts';
import { findOnPath } from '../find-on-path.ts';
import { askRedis } from './ask-redis.ts';
import { shutDownLeftover } from './leftover.ts';
import { socketPath } from './socket-path.ts';

export interface PrivateRedis {
  readonly url: string;
  readonly running: RunningProcess;
  restart(): Promise<RunningProcess>;
}

const ANSWER_PATIENCE_MS = 30_000;
const POLL_MS = 15;

/** A Redis of our own on a unix socket, when the machine has one; null when not, or when it does not start. */
export async function startPrivateRedis(
  dataFolder: string,
  onBirth: (running: RunningProcess) => void = () => undefined,
): Promise<PrivateRedis | null> {
  const binary = findOnPath('redis-server');
  if (!binary) return null;
  const folder = join(dataFolder, 'redis');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  mkdirSync(join(dataFolder, 'logs'), { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const socket = socketPath(folder);
  const launch = (): Promise<RunningProcess | null> =>
    start(binary, folder, socket, join(dataFolder, 'logs', 'redis.log'), onBirth);
  await shutDownLeftover(folder, socket);
  const running = await launch();
  if (!running) return null;
  const restart = async (): Promise<RunningProcess> => {
    const again = await launch();
    if (!again) throw new Error('redis did not answer');
    return again;
  };
  return { url: `unix://${socket}`, running, restart };
}

/** Append-only with `noeviction`: a queue must neither forget nor drop. */
export function redisArguments(folder: string, socket: string): string[] {
  return [
    ...['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700'],
    ...['--dir', folder, '--pidfile', join(folder, 'redis.pid'), '--save', ''],
    ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'],
  ];
}

async function start(
  binary: string,
  folder: string,
  socket: string,
  logFile: string,
  onBirth: (running: RunningProcess) => void,
): Promise<RunningProcess | null> {
  rmSync(socket, { force: true });
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(binary, redisArguments(folder, socket), {
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const running = ownProcess(child);
  onBirth(running);
  let gone = false;
  void running.exited.then(() => (gone = true));
  const end = Date.now() + ANSWER_PATIENCE_MS;
  while (!gone && Date.now() < end) {
    if ((await askRedis(socket, 'PING')) === '+PONG') return running;
    await wait(POLL_MS);
  }
  if (!gone) await stopProcess(running, 'SIGKILL', 'SIGKILL', 1_000);
  return null;
}

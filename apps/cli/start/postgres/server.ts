import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { adoptedProcess, ownProcess, type RunningProcess } from '../process/running-process.ts';
import { errorCode } from '../error-code.ts';
import { findFreePort } from '../free-port.ts';
import { StartError } from '../start-error.ts';
import type { PostgresBinaries } from './binaries.ts';
import { SUPERUSER } from './cluster.ts';
import { readPostmaster } from './postmaster-pid.ts';
import { launchAs, type RunAs } from './run-as.ts';

export interface ServerSettings {
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs;
  readonly cluster: string;
  readonly password: string;
  readonly logFile: string;
  /** Port of the last start; another is taken when it is busy. */
  readonly port: number | null;
  /** Others already know the port: wait for it rather than take another. */
  readonly keepPort?: boolean;
  readonly extraSettings: readonly string[];
  readonly onBirth: (running: RunningProcess) => void;
}

export interface PostgresServer {
  readonly running: RunningProcess;
  readonly port: number;
  readonly reused: boolean;
}

const HOST = '127.0.0.1';
const ANSWER_PATIENCE_MS = 60_000;
const POLL_MS = 25;
const RETRY_MS = 200;
/** After a kill -9, the old server's own children need a moment to leave. */
const LEFTOVER_PATIENCE_MS = 15_000;
const PORT_TAKEN = /could not bind|could not create any TCP\/IP sockets/;
const PASSING =
  /pre-existing shared memory block|could not bind|could not create any TCP\/IP sockets|lock file .* already exists/;
const LOST_PASSWORD =
  'Le mot de passe de la base de données ne correspond plus à ce dossier : rendez-lui son fichier secrets.json, ou repartez de zéro avec --reset.';

/** Statements and row details stay out of the log: they would carry health data. */
const SETTINGS = [
  `listen_addresses=${HOST}`,
  'unix_socket_directories=',
  'max_connections=120',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'log_checkpoints=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'jit=off',
];

/** Reuses the server of this cluster when it still lives, else starts it, on another port when the old one is taken. */
export async function startServer(settings: ServerSettings): Promise<PostgresServer> {
  const found = readPostmaster(settings.cluster);
  if (found.kind === 'stale') rmSync(join(settings.cluster, 'postmaster.pid'), { force: true });
  if (found.kind === 'alive') {
    const reused = await reuse(settings, found.pid, found.port ?? settings.port);
    if (reused) return reused;
  }
  return startNew(settings);
}

async function startNew(settings: ServerSettings): Promise<PostgresServer> {
  let port = settings.port ?? (await findFreePort());
  const end = Date.now() + LEFTOVER_PATIENCE_MS;
  for (;;) {
    const logStart = sizeOf(settings.logFile);
    const running = spawnServer(settings, port);
    settings.onBirth(running);
    if (await answers(running, port, settings.password)) return { running, port, reused: false };
    const complaint = logSince(settings.logFile, logStart);
    if (Date.now() > end) throw new StartError(startFailure(complaint, settings.logFile));
    if (PORT_TAKEN.test(complaint) && !settings.keepPort) port = await findFreePort();
    else if (PASSING.test(complaint)) await wait(RETRY_MS);
    else throw new StartError(startFailure(complaint, settings.logFile));
  }
}

async function reuse(settings: ServerSettings, pid: number, port: number | null): Promise<PostgresServer | null> {
  const running = adoptedProcess(pid);
  settings.onBirth(running);
  if (port !== null && (await answers(running, port, settings.password))) return { running, port, reused: true };
  if ((await Promise.race([running.exited, wait(0, 'alive')])) !== 'alive') return null;
  throw new StartError(
    `Un serveur PostgreSQL (processus ${pid}) tient déjà ce dossier de données sans répondre : arrêtez-le, puis relancez.`,
  );
}

function spawnServer(settings: ServerSettings, port: number): RunningProcess {
  const options = [...SETTINGS, `port=${port}`, ...settings.extraSettings].flatMap((one) => ['-c', one]);
  const launch = launchAs(settings.runAs, join(settings.binaries.bin, 'postgres'), [
    '-D',
    settings.cluster,
    ...options,
  ]);
  const log = openSync(settings.logFile, 'a', 0o600);
  try {
    return ownProcess(
      spawn(launch.command, [...launch.args], {
        ...launch.ids,
        cwd: '/',
        detached: true,
        stdio: ['ignore', log, log],
      }),
    );
  } finally {
    closeSync(log);
  }
}

/** True once the server answers with our password; false when its process left first. */
async function answers(running: RunningProcess, port: number, password: string): Promise<boolean> {
  let gone = false;
  void running.exited.then(() => (gone = true));
  const end = Date.now() + ANSWER_PATIENCE_MS;
  while (!gone && Date.now() < end) {
    const answer = await tryConnect(port, password);
    if (answer === 'wrong-password') throw new StartError(LOST_PASSWORD);
    if (answer === 'yes') return !gone;
    await wait(POLL_MS);
  }
  return false;
}

async function tryConnect(port: number, password: string): Promise<'yes' | 'not-yet' | 'wrong-password'> {
  const client = new pg.Client({
    host: HOST,
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'yes';
  } catch (error) {
    return errorCode(error) === '28P01' ? 'wrong-password' : 'not-yet';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

function logSince(file: string, start: number): string {
  return existsSync(file) ? readFileSync(file).subarray(start).toString('utf8') : '';
}

function startFailure(complaint: string, logFile: string): string {
  const cause = complaint.split('\n').find((line) => /FATAL|PANIC/.test(line));
  const detail = cause?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? 'cause inconnue';
  return `La base de données n'a pas démarré (${detail}). Son journal : ${logFile}`;
}

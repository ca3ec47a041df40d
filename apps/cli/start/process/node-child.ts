import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { StartError } from '../start-error.ts';
import { ownProcess, type RunningProcess } from './running-process.ts';

export interface NodeChild {
  readonly label: string;
  readonly script: string;
  readonly env: Record<string, string>;
  readonly logFile: string;
  /** How long it may take to be ready; a minute when absent. */
  readonly patienceMs?: number;
  /** Told at birth: a Ctrl-C before it is ready must find it. */
  readonly onBirth?: (running: RunningProcess) => void;
}

const PATIENCE_MS = 60_000;

/**
 * Starts one of our node processes and waits for its word that it is ready. It gets a session of its own: the
 * terminal's Ctrl-C reaches the launcher alone, which then stops everybody in order.
 */
export async function startNodeChild(what: NodeChild): Promise<{ running: RunningProcess; message: unknown }> {
  const logStart = existsSync(what.logFile) ? statSync(what.logFile).size : 0;
  const child = spawnChild(what);
  const running = ownProcess(child);
  what.onBirth?.(running);
  const patienceMs = what.patienceMs ?? PATIENCE_MS;
  const ready = await waitReady(child, running, patienceMs);
  if (ready.kind === 'ready') return { running, message: ready.message };
  child.kill('SIGKILL');
  const reason = ready.kind === 'left' ? lastWords(what.logFile, logStart) : `pas de réponse en ${patienceMs / 1000} s`;
  throw new StartError(`Échec du démarrage : ${what.label} (${reason}). Son journal : ${what.logFile}`);
}

function spawnChild({ script, env, logFile }: NodeChild): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  try {
    return fork(script, { env, execArgv: [], detached: true, stdio: ['ignore', log, log, 'ipc'] });
  } finally {
    closeSync(log);
  }
}

type Readiness = { kind: 'ready'; message: unknown } | { kind: 'left' } | { kind: 'silent' };

function waitReady(child: ChildProcess, running: RunningProcess, patienceMs: number): Promise<Readiness> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'silent' }), patienceMs);
    const settle = (readiness: Readiness): void => {
      clearTimeout(timer);
      resolve(readiness);
    };
    void running.exited.then(() => settle({ kind: 'left' }));
    child.on('message', (message: unknown) => {
      if (isReady(message)) settle({ kind: 'ready', message });
    });
  });
}

function isReady(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}

/** The line of the log that says why, as far as a line can. */
function lastWords(logFile: string, start: number): string {
  const lines = readFileSync(logFile).subarray(start).toString('utf8').trim().split('\n').slice(-40);
  const cause = lines.findLast((line) => /Error|erreur|manque|refus/i.test(line)) ?? lines.at(-1) ?? '';
  return cause.trim().slice(0, 300) || 'sans un mot';
}

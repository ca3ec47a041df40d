import type { ChildProcess } from 'node:child_process';
import { isAlive, startMarkOf } from './process-identity.ts';

export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process we look after, whether we gave birth to it or found it alive. */
export interface RunningProcess {
  readonly pid: number;
  readonly exited: Promise<ProcessExit>;
  kill(signal: NodeJS.Signals): void;
}

const ADOPTED_POLL_MS = 250;

export function ownProcess(child: ChildProcess): RunningProcess {
  const exited = new Promise<ProcessExit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: -1, signal: null }));
  });
  return { pid: child.pid ?? -1, exited, kill: (signal) => void child.kill(signal) };
}

/** A child that started others in its own session: a signal reaches them all. */
export function ownGroup(child: ChildProcess): RunningProcess {
  const own = ownProcess(child);
  const kill = (signal: NodeJS.Signals): void => {
    try {
      if (own.pid > 0) process.kill(-own.pid, signal);
    } catch {
      // The whole group has left.
    }
  };
  return { ...own, kill };
}

/** A server left alive by a launcher that died: not our child, so its end is seen by looking. */
export function adoptedProcess(pid: number): RunningProcess {
  const mark = startMarkOf(pid);
  const isStillIt = (): boolean => isAlive(pid) && startMarkOf(pid) === mark;
  const exited = new Promise<ProcessExit>((resolve) => {
    const timer = setInterval(() => {
      if (isStillIt()) return;
      clearInterval(timer);
      resolve({ code: null, signal: null });
    }, ADOPTED_POLL_MS);
    timer.unref();
  });
  const kill = (signal: NodeJS.Signals): void => {
    if (isStillIt()) process.kill(pid, signal);
  };
  return { pid, exited, kill };
}

/** Asks, waits, then insists with the second signal; resolves when the process has left. */
export async function stopProcess(
  running: RunningProcess,
  ask: NodeJS.Signals,
  insist: NodeJS.Signals,
  patienceMs: number,
): Promise<void> {
  running.kill(ask);
  const insistTimer = setTimeout(() => running.kill(insist), patienceMs);
  await running.exited;
  clearTimeout(insistTimer);
}

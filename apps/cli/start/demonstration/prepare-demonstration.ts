import { join } from 'node:path';
import { startNodeChild } from '../process/node-child.ts';
import type { RunningProcess } from '../process/running-process.ts';
import { isAccount, readAccounts, writeAccounts, type DemonstrationAccount } from './accounts.ts';

export interface DemonstrationWork {
  readonly distFolder: string;
  readonly dataFolder: string;
  readonly env: Record<string, string>;
  readonly work: 'seed' | 'roll-forward';
  readonly onBirth: (running: RunningProcess) => void;
}

/** A seed cut short is thrown away whole: it need not wait for the disk at each commit. */
const UNHURRIED_DISK = { PGOPTIONS: '-c synchronous_commit=off' };

/** Ninety days told anew on a slow or busy machine. */
const PATIENCE_MS = 600_000;

/** Seeds or rolls forward in a child, and keeps the accounts where the next start and the visitor find them. */
export async function prepareDemonstration(options: DemonstrationWork): Promise<DemonstrationAccount[]> {
  const { message } = await startNodeChild({
    label: 'la démonstration',
    script: join(options.distFolder, 'apps', 'cli', 'start', 'demonstration', 'demonstration.child.js'),
    env: { ...options.env, DEMONSTRATION_WORK: options.work, ...(options.work === 'seed' ? UNHURRIED_DISK : {}) },
    logFile: join(options.dataFolder, 'logs', 'demonstration.log'),
    patienceMs: PATIENCE_MS,
    onBirth: options.onBirth,
  });
  const accounts = accountsOf(message);
  if (accounts.length > 0) writeAccounts(options.dataFolder, accounts);
  return accounts.length > 0 ? accounts : readAccounts(options.dataFolder);
}

function accountsOf(message: unknown): DemonstrationAccount[] {
  if (typeof message !== 'object' || message === null || !('accounts' in message)) return [];
  return Array.isArray(message.accounts) ? message.accounts.filter(isAccount) : [];
}

import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, isAlive, workingFolderOf } from '../process/process-identity.ts';

export interface PostmasterFile {
  readonly pid: number;
  readonly port: number | null;
}

/** What the lock file of a cluster means today. */
export type PostmasterVerdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'alive'; readonly pid: number; readonly port: number | null }
  /** The number now belongs to something else: PostgreSQL would refuse to start. */
  | { readonly kind: 'stale'; readonly pid: number };

export function parsePostmasterFile(text: string): PostmasterFile | null {
  const lines = text.split('\n');
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return null;
  const port = Number(lines[3]);
  return { pid, port: Number.isInteger(port) && port > 0 ? port : null };
}

export function readPostmaster(cluster: string): PostmasterVerdict {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return { kind: 'none' };
  const file = parsePostmasterFile(readFileSync(path, 'utf8'));
  if (!file) return { kind: 'stale', pid: 0 };
  if (!isAlive(file.pid)) return { kind: 'none' };
  return isServerOf(file.pid, cluster) ? { kind: 'alive', ...file } : { kind: 'stale', pid: file.pid };
}

/** A postmaster works in its own cluster folder; where the system hides that, its name has to do. */
function isServerOf(pid: number, cluster: string): boolean {
  if (!/^postgres|^postmaster/.test(commandOf(pid) ?? '')) return false;
  const folder = workingFolderOf(pid);
  return folder === null || folder === realpathSync(cluster);
}

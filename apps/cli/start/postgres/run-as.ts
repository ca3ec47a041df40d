import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** PostgreSQL refuses to run as root: three ways to be someone else. */
export type RunAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'user'; readonly name: string; readonly uid: number; readonly gid: number }
  /** Root outside, nobody inside: reaches files under a 0700 home that no other user can enter. */
  | { readonly kind: 'user-namespace' };

const NAMESPACE_ARGS = ['--user', '--map-user=65534', '--map-group=65534'];
const PREFERRED_USERS = ['postgres', 'nobody'];

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly ids: { uid?: number; gid?: number };
}

export function launchAs(runAs: RunAs, command: string, args: readonly string[]): Launch {
  if (runAs.kind === 'user') return { command, args, ids: { uid: runAs.uid, gid: runAs.gid } };
  if (runAs.kind === 'user-namespace')
    return { command: 'unshare', args: [...NAMESPACE_ARGS, command, ...args], ids: {} };
  return { command, args, ids: {} };
}

/** Owner that the data must have on disk for this way of running. */
export function ownerFor(runAs: RunAs): { uid: number; gid: number } | null {
  if (runAs.kind === 'user') return { uid: runAs.uid, gid: runAs.gid };
  return runAs.kind === 'user-namespace' ? { uid: 0, gid: 0 } : null;
}

/**
 * The first way that really starts `bin/postgres` and enters `dataParent`; null when root has none
 * (then the binaries and the data must move to a place others can reach).
 */
export function chooseRunAs(bin: string, dataParent: string): RunAs | null {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  for (const user of systemUsers()) {
    if (canRun(user, bin) && canEnter(user, dataParent)) return user;
  }
  const namespace: RunAs = { kind: 'user-namespace' };
  return canRun(namespace, bin) ? namespace : null;
}

/** A user to drop to, whatever he can reach. */
export function fallbackUser(): RunAs | null {
  return systemUsers()[0] ?? null;
}

export function parseUsers(passwd: string): RunAs[] {
  const users = passwd.split('\n').flatMap((line): RunAs[] => {
    const [name, , uid, gid] = line.split(':');
    if (!name || !PREFERRED_USERS.includes(name) || !(Number(uid) > 0)) return [];
    return [{ kind: 'user', name, uid: Number(uid), gid: Number(gid) }];
  });
  const rank = (user: RunAs): number => (user.kind === 'user' ? PREFERRED_USERS.indexOf(user.name) : -1);
  return users.sort((a, b) => rank(a) - rank(b));
}

function systemUsers(): RunAs[] {
  try {
    return parseUsers(readFileSync('/etc/passwd', 'utf8'));
  } catch {
    return [];
  }
}

function canRun(runAs: RunAs, bin: string): boolean {
  return succeeds(launchAs(runAs, join(bin, 'postgres'), ['--version']));
}

function canEnter(runAs: RunAs, folder: string): boolean {
  return succeeds(launchAs(runAs, '/bin/sh', ['-c', 'cd "$0"', folder]));
}

function succeeds({ command, args, ids }: Launch): boolean {
  try {
    return spawnSync(command, [...args], { ...ids, cwd: '/', stdio: 'ignore' }).status === 0;
  } catch {
    return false;
  }
}

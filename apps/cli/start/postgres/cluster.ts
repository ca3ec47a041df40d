import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync, chownSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { ownGroup, type RunningProcess } from '../process/running-process.ts';
import { ownTree } from '../own-tree.ts';
import { StartError } from '../start-error.ts';
import type { PostgresBinaries } from './binaries.ts';
import { launchAs, ownerFor, type RunAs } from './run-as.ts';

export const SUPERUSER = 'postgres';

/** The major version is in the name: data of another major is never opened by mistake. */
export function clusterFolder(parent: string, major: number): string {
  return join(parent, `postgresql-${major}`);
}

/** Major versions for which data exists in `parent`. */
export function existingMajors(parent: string): number[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent).flatMap((name) => {
    const major = /^postgresql-(\d+)$/.exec(name)?.[1];
    return major === undefined ? [] : [Number(major)];
  });
}

export interface CreateOptions {
  readonly extraArgs?: readonly string[];
  readonly onBirth?: (running: RunningProcess) => void;
}

/** Creates the cluster beside its place, then renames it: a half-made one never counts. */
export async function createCluster(
  binaries: PostgresBinaries,
  parent: string,
  runAs: RunAs,
  password: string,
  { extraArgs = [], onBirth = () => undefined }: CreateOptions = {},
): Promise<string> {
  const cluster = clusterFolder(parent, binaries.major);
  const owner = ownerFor(runAs);
  if (existsSync(cluster)) {
    if (owner) ownTree(cluster, owner);
    return cluster;
  }
  removeDrafts(parent);
  const draft = `${cluster}.new-${process.pid}`;
  const passwordFile = join(parent, 'postgresql.pw');
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) {
    chownSync(draft, owner.uid, owner.gid);
    chownSync(passwordFile, owner.uid, owner.gid);
  }
  try {
    await initialise(binaries, draft, passwordFile, runAs, extraArgs, onBirth);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, cluster);
  return cluster;
}

async function initialise(
  binaries: PostgresBinaries,
  folder: string,
  passwordFile: string,
  runAs: RunAs,
  extraArgs: readonly string[],
  onBirth: (running: RunningProcess) => void,
): Promise<void> {
  const launch = launchAs(runAs, join(binaries.bin, 'initdb'), [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=fr',
    ...extraArgs,
  ]);
  const child = spawn(launch.command, [...launch.args], {
    ...launch.ids,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onBirth(ownGroup(child));
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new StartError(`La base de données n'a pas pu être créée : ${lastLine(complaint)}`);
}

/** Left by starts that were cut short; whoever still writes in one fails alone. */
function removeDrafts(parent: string): void {
  for (const name of readdirSync(parent)) {
    if (/^postgresql-\d+\.new-/.test(name)) rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').pop() ?? 'cause inconnue';
}

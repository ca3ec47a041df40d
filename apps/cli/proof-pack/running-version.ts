import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is running: the version of the package, and the commit when there is a history beside it. */
export interface RunningVersion {
  version: string;
  commit: string | null;
  /** Files were changed since that commit: no result is about them. */
  changed: boolean;
}

export function runningVersion(root: string): RunningVersion {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const commit = git(root, 'rev-parse', 'HEAD');
  return { version, commit, changed: commit !== null && git(root, 'status', '--porcelain') !== '' };
}

function git(root: string, ...args: string[]): string | null {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

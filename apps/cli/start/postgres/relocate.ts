import { chmodSync, cpSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import type { BinaryFolder } from './binaries.ts';
import { createMissingLinks } from './links.ts';

const REACHABLE_COPIES = '/var/tmp';
const WHOLE = 'copy-is-whole';
const REACHABLE_DATA = '/var/lib/guichet-ess';

/** Copies the server where any user can run it; `remembered` is the copy of an earlier start, used when still whole. */
export function copyBinaries(bin: string, remembered: string | null, parent = REACHABLE_COPIES): BinaryFolder {
  if (remembered !== null && existsSync(join(remembered, WHOLE))) return inPackage(remembered);
  const folder = mkdtempSync(join(parent, 'guichet-postgresql-'));
  chmodSync(folder, 0o755);
  cpSync(dirname(bin), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  createMissingLinks(folder);
  writeFileSync(join(folder, WHOLE), '');
  return inPackage(folder);
}

function inPackage(packageFolder: string): BinaryFolder {
  return { bin: join(packageFolder, 'native', 'bin'), packageFolder };
}

/** Where the cluster of an unreachable data folder lives: outside, one place per data folder. */
export function reachableDataParent(dataFolder: string): string {
  return join(REACHABLE_DATA, createHash('sha256').update(dataFolder).digest('hex').slice(0, 16));
}

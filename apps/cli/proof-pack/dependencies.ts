import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Dependency {
  name: string;
  version: string;
  licence: string;
  /** Shipped, or used to build and to check. */
  use: 'run' | 'build';
}

interface LockEntry {
  version?: string;
  license?: string;
  dev?: boolean;
}

/** Every package of the lock, each version once, by name. */
export function dependenciesOf(root: string): Dependency[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  const found = new Map<string, Dependency>();
  for (const [path, { version, license, dev }] of Object.entries(lock.packages)) {
    if (path === '' || !version) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const known = found.get(`${name}@${version}`);
    const use = dev && known?.use !== 'run' ? 'build' : 'run';
    found.set(`${name}@${version}`, { name, version, licence: license ?? 'not declared', use });
  }
  return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

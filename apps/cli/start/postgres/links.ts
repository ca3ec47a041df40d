import { existsSync, lstatSync, readFileSync, symlinkSync, unlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

interface LinkEntry {
  source: string;
  target: string;
}

/**
 * The npm package of the server ships its libraries without their short names and makes the links in an install
 * script; with `--ignore-scripts` they are missing and nothing runs. Returns how many links were made.
 */
export function createMissingLinks(packageFolder: string): number {
  let made = 0;
  for (const { source, target } of readLinkList(packageFolder)) {
    const from = join(packageFolder, source);
    const to = join(packageFolder, target);
    if (existsSync(to) || !existsSync(from)) continue;
    if (isDangling(to)) unlinkSync(to);
    symlinkSync(relative(dirname(to), from) || basename(from), to);
    made += 1;
  }
  return made;
}

function readLinkList(packageFolder: string): LinkEntry[] {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const parsed: unknown = JSON.parse(readFileSync(list, 'utf8'));
  return Array.isArray(parsed) ? parsed.filter(isLinkEntry) : [];
}

function isLinkEntry(value: unknown): value is LinkEntry {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    'target' in value &&
    typeof value.source === 'string' &&
    typeof value.target === 'string'
  );
}

function isDangling(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

import { join } from 'node:path';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const FILE = 'environment.json';

/** What api and worker were told, for a command typed in another terminal; readable by its owner alone. */
export function writeRunningEnvironment(dataFolder: string, env: Record<string, string>): void {
  writeJsonFile(join(dataFolder, FILE), ownOf(env));
}

/** Null when no start has run on this folder. */
export function readRunningEnvironment(dataFolder: string): Record<string, string> | null {
  const known = readJsonFile(join(dataFolder, FILE));
  if (!known) return null;
  return Object.fromEntries(
    Object.entries(known).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

const NAMES = [
  'NODE_ENV',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_SYSTEM_URL',
  'REDIS_URL',
  'SMTP_URL',
  'DATA_DIR',
  'MASTER_KEY_FILE',
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'DEMONSTRATION',
];

const ownOf = (env: Record<string, string>): Record<string, string> =>
  Object.fromEntries(NAMES.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));

import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonFile, textOf, writeJsonFile } from './json-file.ts';

export interface Secrets {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
  readonly system: string;
}

const NAMES = ['superuser', 'owner', 'app', 'system'] as const;

/** Passwords of the private database, made once and kept in the data folder for its owner's eyes only. */
export function loadSecrets(dataFolder: string): Secrets {
  const path = join(dataFolder, 'secrets.json');
  const known = readJsonFile(path);
  const password = (name: (typeof NAMES)[number]): string => textOf(known, name) ?? randomBytes(24).toString('hex');
  const secrets: Secrets = {
    superuser: password('superuser'),
    owner: password('owner'),
    app: password('app'),
    system: password('system'),
  };
  if (NAMES.some((name) => textOf(known, name) === null)) writeJsonFile(path, secrets);
  return secrets;
}

/** The master key wraps the tenants' keys, which wrap the patients': losing this file loses the sealed text. */
export function ensureMasterKey(dataFolder: string): string {
  const path = join(dataFolder, 'master.key');
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  return path;
}

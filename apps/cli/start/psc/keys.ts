import { generateKeyPairSync, randomBytes, type JsonWebKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonFile, textOf, writeJsonFile } from '../json-file.ts';

/** What the guichet calls itself at the fictitious provider. */
export const CLIENT_ID = 'guichet-demonstration';

export interface ProviderKeys {
  key: JsonWebKey;
  cookieSecret: string;
  /** Where the api reads the secret it shows. */
  clientSecretFile: string;
  clientSecret: string;
}

export const newSigningKey = (): JsonWebKey =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

/** Made once and kept in the data folder: a session opened before a restart can still be ended after it. */
export function loadProviderKeys(folder: string): ProviderKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { ...signingKeys(join(folder, 'keys.json')), ...clientSecret(folder) };
}

function signingKeys(path: string): Pick<ProviderKeys, 'key' | 'cookieSecret'> {
  const known = readJsonFile(path);
  const [signing, cookies] = [textOf(known, 'signing'), textOf(known, 'cookies')];
  if (signing && cookies) {
    const key: JsonWebKey = JSON.parse(signing);
    return { key, cookieSecret: cookies };
  }
  const made = { key: newSigningKey(), cookieSecret: randomBytes(32).toString('hex') };
  writeJsonFile(path, { signing: JSON.stringify(made.key), cookies: made.cookieSecret });
  return made;
}

/** Of the launcher, before the child that reads it. */
export function clientSecret(folder: string): Pick<ProviderKeys, 'clientSecret' | 'clientSecretFile'> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'client-secret');
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  return { clientSecret: readFileSync(path, 'utf8').trim(), clientSecretFile: path };
}

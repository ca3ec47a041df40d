import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { ConfigError } from './config-error.ts';
import { pscOf, type PscConfig } from './psc-config.ts';

export { ConfigError } from './config-error.ts';
export type { PscConfig } from './psc-config.ts';

/** Where clamd listens: a socket of this machine, or a host and its port. */
export type ClamdAddress = { path: string } | { host: string; port: number };

/** Everything a process is told by its environment, validated once. Processes never search for their services. */
export interface Config {
  databaseUrl: string;
  databaseSystemUrl: string;
  /** Absent: queue and bus live in PostgreSQL. */
  redisUrl: string | null;
  smtpUrl: string | null;
  /** Folder of the demonstration's mail sink; absent in production. */
  mailSinkDir: string | null;
  /** Accounts the launcher made for the demonstration; absent in production. */
  accountsFile: string | null;
  /** Folder of the sealed files; null for a command that reads and writes none. */
  filesDir: string | null;
  /** Where the launcher writes the logs of its processes; absent when somebody else keeps them. */
  logsDir?: string | null;
  /** Where the heads of the audit chains are copied outside the database; null for a command that seals nothing. */
  auditAnchorFile: string | null;
  /** Absent: files are accepted unscanned, and say so. */
  clamav: ClamdAddress | null;
  /** Absent: nobody signs in with Pro Santé Connect here. */
  psc: PscConfig | null;
  /** 32 bytes. */
  masterKey: Buffer;
  /** Where it lies, then where the next one lies while it is rotated. */
  masterKeyFiles: string[];
  port: number;
  host: string;
  publicUrl: string;
  demonstration: boolean;
  production: boolean;
  /** For throw-away databases of tests; never heard in production. */
  allowFsyncOff: boolean;
  databasePoolSize: number;
  /** Age after which an undone delivery is added to the queue again, in milliseconds. */
  redeliverAfterMs: number;
  /** Proxies whose word is taken on the address of who asks: addresses, networks, or `loopback`. */
  trustedProxies: string;
  /** Every rate limit is multiplied by it: a house larger than two hundred people behind one address, or a test. */
  rateLimitScale: number;
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value)
    throw new ConfigError(`La variable ${name} manque : indiquez-la, ou lancez « npm start » qui la prépare.`);
  return value;
}

function positive(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const value = Number(env[name] ?? fallback);
  if (!Number.isInteger(value) || value < 0)
    throw new ConfigError(`La variable ${name} doit être un nombre entier positif.`);
  return value;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function masterKeyFilesOf(env: NodeJS.ProcessEnv): string[] {
  const path = required(env, 'MASTER_KEY_FILE');
  return [path, env.MASTER_KEY_FILE_NEXT || `${path}.next`];
}

export function readMasterKey(path: string): Buffer {
  const hex = readText(path)?.trim();
  if (hex === undefined) {
    throw new ConfigError(
      `La clé maîtresse ne se lit pas dans ${path} : vérifiez MASTER_KEY_FILE et les droits du fichier.`,
    );
  }
  if (!/^[0-9a-f]{64}$/.test(hex)) {
    throw new ConfigError('La clé maîtresse doit tenir en 64 chiffres hexadécimaux (32 octets).');
  }
  return Buffer.from(hex, 'hex');
}

/** Those that are there and readable. */
export const readMasterKeys = (paths: readonly string[]): Buffer[] =>
  paths.filter((path) => existsSync(path)).map(readMasterKey);

const CLAMD_PORT = 3310;

/** `CLAMAV_SOCKET` (a path) wins over `CLAMAV_HOST` (`host` or `host:port`). */
function clamavOf(env: NodeJS.ProcessEnv): ClamdAddress | null {
  if (env.CLAMAV_SOCKET) return { path: env.CLAMAV_SOCKET };
  if (!env.CLAMAV_HOST) return null;
  const [, host, port] = /^(.+?)(?::(\d{1,5}))?$/.exec(env.CLAMAV_HOST) ?? [];
  if (!host || Number(port ?? CLAMD_PORT) > 65_535)
    throw new ConfigError('La variable CLAMAV_HOST attend un hôte et son port, par exemple clamav:3310.');
  return { host, port: Number(port ?? CLAMD_PORT) };
}

/** This machine, and what `TRUSTED_PROXIES` adds. `*` would let anybody say where he comes from. */
function trustedProxiesOf(env: NodeJS.ProcessEnv): string {
  const named = (env.TRUSTED_PROXIES ?? '').split(/[\s,]+/).filter(Boolean);
  if (!named.every((one) => isIP(one.split('/')[0] ?? '') && /^[^/]+(\/\d{1,3})?$/.test(one))) {
    throw new ConfigError(
      'La variable TRUSTED_PROXIES attend des adresses ou des réseaux, par exemple 10.0.0.2 ou 172.18.0.0/16.',
    );
  }
  return ['loopback', ...named].join(',');
}

/** @throws ConfigError with one French sentence that says what to do. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = positive(env, 'PORT', 3000);
  const host = env.HOST ?? '127.0.0.1';
  const production = env.NODE_ENV === 'production';
  const demonstration = env.DEMONSTRATION === '1';
  return {
    databaseUrl: required(env, 'DATABASE_URL'),
    databaseSystemUrl: required(env, 'DATABASE_SYSTEM_URL'),
    redisUrl: env.REDIS_URL || null,
    smtpUrl: env.SMTP_URL || null,
    mailSinkDir: (demonstration && env.MAIL_SINK_DIR) || null,
    accountsFile: demonstration && env.DATA_DIR ? join(env.DATA_DIR, 'accounts.json') : null,
    filesDir: env.FILES_DIR || (env.DATA_DIR ? join(env.DATA_DIR, 'files') : null),
    logsDir: env.DATA_DIR ? join(env.DATA_DIR, 'logs') : null,
    auditAnchorFile: env.AUDIT_ANCHOR_FILE || (env.DATA_DIR ? join(env.DATA_DIR, 'audit-anchors.jsonl') : null),
    clamav: clamavOf(env),
    psc: pscOf(env, production && !demonstration),
    masterKey: readMasterKey(required(env, 'MASTER_KEY_FILE')),
    masterKeyFiles: masterKeyFilesOf(env),
    port,
    host,
    publicUrl: (env.PUBLIC_URL || `http://${host}:${port}`).replace(/\/$/, ''),
    demonstration,
    production,
    allowFsyncOff: env.ALLOW_FSYNC_OFF === '1',
    databasePoolSize: positive(env, 'DATABASE_POOL_SIZE', 10),
    redeliverAfterMs: positive(env, 'REDELIVER_AFTER_MS', 30_000),
    trustedProxies: trustedProxiesOf(env),
    rateLimitScale: Math.max(1, positive(env, 'RATE_LIMIT_SCALE', 1)),
  };
}

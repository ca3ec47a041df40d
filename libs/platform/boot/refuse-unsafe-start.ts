import { Client } from 'pg';
import { ConfigError, type Config } from '../config.ts';
import { missingMigrations } from '../database/migrate.ts';

/** Passwords of example files: known to everybody. */
const EXAMPLE_PASSWORDS = new Set(['change-me', 'changeme', 'postgres', 'password']);
/** 32 random bytes hold about 30 different ones; a key of examples and tests repeats a pattern. */
const LEAST_DIFFERENT_BYTES = 12;
const NO_SUCH_TABLE = '42P01';

/** Real people's data: neither the demonstration nor a development run. */
const isReal = (config: Config): boolean => config.production && !config.demonstration;

/**
 * Nothing is served on a database that could lose an acknowledged request, that lacks a migration,
 * or with what belongs to the demonstration beside real data.
 * @returns warnings, in French: settings that weaken a restart.
 * @throws ConfigError with one French sentence that says what to do.
 */
export async function refuseUnsafeStart(config: Config): Promise<string[]> {
  refuseExampleSecrets(config);
  const client = new Client({ connectionString: config.databaseUrl, application_name: 'guichet-boot' });
  await client.connect();
  try {
    await refusePendingMigrations(client);
    if (isReal(config)) await refuseDemonstrationSignature(client);
    return unsafeSettings(await settingsOff(client), config.allowFsyncOff && !isReal(config));
  } finally {
    await client.end();
  }
}

function refuseExampleSecrets(config: Config): void {
  if (!isReal(config)) return;
  const urls = { DATABASE_URL: config.databaseUrl, DATABASE_SYSTEM_URL: config.databaseSystemUrl };
  for (const [name, url] of Object.entries(urls)) {
    if (EXAMPLE_PASSWORDS.has(passwordOf(url)))
      throw new ConfigError(`Le mot de passe de ${name} est celui d’un exemple\u00a0: choisissez-en un autre.`);
  }
  if (new Set(config.masterKey).size < LEAST_DIFFERENT_BYTES) {
    throw new ConfigError(
      'La clé maîtresse est une clé d’exemple\u00a0: faites-en une avec «\u00a0openssl rand -hex 32\u00a0».',
    );
  }
}

async function settingsOff(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`,
  );
  return rows.map((row) => row.name);
}

/** @returns warnings. */
export function unsafeSettings(off: readonly string[], tolerated: boolean): string[] {
  if (tolerated) return [];
  if (off.includes('fsync')) {
    throw new ConfigError(
      'PostgreSQL tourne avec fsync=off, une coupure de courant perdrait des demandes\u00a0: remettez fsync=on.',
    );
  }
  return off.map((name) => `PostgreSQL tourne avec ${name}=off, une panne peut abîmer les dernières écritures.`);
}

async function refusePendingMigrations(client: Client): Promise<void> {
  const pending = missingMigrations(await appliedMigrations(client)).length;
  if (pending === 0) return;
  throw new ConfigError(
    `La base attend ${pending} migration${pending > 1 ? 's' : ''}\u00a0: lancez «\u00a0npx --no guichet migrate\u00a0».`,
  );
}

async function appliedMigrations(client: Client): Promise<string[]> {
  try {
    return (await client.query<{ name: string }>('select name from migration')).rows.map((row) => row.name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NO_SUCH_TABLE) return [];
    throw error;
  }
}

async function refuseDemonstrationSignature(client: Client): Promise<void> {
  const { rows } = await client.query<{ slug: string }>(
    `select slug from ess where protocol_signature ->> 'demonstration' = 'true' order by slug limit 1`,
  );
  if (!rows[0]) return;
  throw new ConfigError(
    `L’ESS «\u00a0${rows[0].slug}\u00a0» travaille sous un protocole signé pour la démonstration\u00a0: ` +
      'faites-le signer, ou prenez une base sans démonstration.',
  );
}

function passwordOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url).password);
  } catch {
    return '';
  }
}

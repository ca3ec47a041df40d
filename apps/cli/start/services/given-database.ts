import pg from 'pg';
import type { DatabaseUrls } from '../postgres/urls.ts';
import { errorCode } from '../error-code.ts';
import { StartError } from '../start-error.ts';

const PATIENCE_MS = 5_000;

/** The three doors of a database that someone else runs; null when none is named. */
export async function givenDatabase(env: NodeJS.ProcessEnv): Promise<DatabaseUrls | null> {
  const app = env['DATABASE_URL'];
  if (!app) return null;
  const owner = env['DATABASE_OWNER_URL'];
  const system = env['DATABASE_SYSTEM_URL'];
  if (!owner || !system) {
    throw new StartError('DATABASE_URL est indiquée : indiquez aussi DATABASE_OWNER_URL et DATABASE_SYSTEM_URL.');
  }
  const urls = { app, owner, system };
  await Promise.all([
    checkAnswers('DATABASE_URL', app),
    checkAnswers('DATABASE_OWNER_URL', owner),
    checkAnswers('DATABASE_SYSTEM_URL', system),
  ]);
  await refuseFsyncOff(app, env);
  return urls;
}

/** Before anything is written there. Only the throw-away databases of tests may run so. */
async function refuseFsyncOff(url: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (env['ALLOW_FSYNC_OFF'] === '1' && env['NODE_ENV'] !== 'production') return;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ fsync: string }>('show fsync');
    if (rows[0]?.fsync !== 'off') return;
  } finally {
    await client.end();
  }
  throw new StartError(
    'La base indiquée tourne avec fsync=off, une coupure de courant perdrait des demandes : remettez fsync=on.',
  );
}

/** The sentence names the variable, never its value: it holds a password. */
async function checkAnswers(name: string, url: string): Promise<void> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
    client.on('error', () => undefined);
    await client.connect();
    await client.end();
  } catch (error) {
    const code = errorCode(error);
    throw new StartError(
      `La base indiquée par ${name} ne répond pas${code ? ` (${code})` : ''} : vérifiez l'adresse et le mot de passe.`,
    );
  }
}

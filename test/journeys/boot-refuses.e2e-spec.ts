import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { runBuilt } from './support/processes.ts';

const LOCAL_PSC = {
  NODE_ENV: 'production',
  PSC_DISCOVERY_URL: 'http://localhost:9/auth/realms/esante-wallet/.well-known/wallet-openid-configuration',
  PSC_CLIENT_ID: 'guichet',
  PSC_CLIENT_SECRET_FILE: '/dev/null',
  PSC_LOCAL_PROVIDER: '1',
};

/** The built processes themselves: what they say last, and the code they leave with. */
describe.each(['api', 'worker'] as const)('the %s', (app) => {
  let database: TestDatabase;
  let folder: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    database = await createTestDatabase('boot');
    folder = await mkdtemp(join(tmpdir(), 'guichet-boot-'));
    await writeFile(join(folder, 'master.key'), randomBytes(32).toString('hex'), { mode: 0o600 });
    env = {
      DATABASE_URL: database.appUrl,
      DATABASE_SYSTEM_URL: database.systemUrl,
      MASTER_KEY_FILE: join(folder, 'master.key'),
      DATA_DIR: folder,
      PORT: '0',
    };
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a secret is missing', { MASTER_KEY_FILE: '' }, /MASTER_KEY_FILE manque/],
    ['Pro Santé Connect is half set', { PSC_CLIENT_ID: 'guichet' }, /n’est réglé qu’à moitié/],
    [
      'production trusts a provider of this machine',
      LOCAL_PSC,
      /fournisseur local, qui laisserait entrer n’importe qui/,
    ],
    ['the database may lose what it acknowledged', {}, /fsync=off/],
    ['production is told that it may', { ALLOW_FSYNC_OFF: '1', NODE_ENV: 'production' }, /fsync=off/],
    [
      'production has the password of an example',
      { NODE_ENV: 'production', DATABASE_SYSTEM_URL: 'postgres://guichet_system:change-me@127.0.0.1:1/guichet' },
      /mot de passe de DATABASE_SYSTEM_URL est celui d’un exemple/,
    ],
  ])('leaves with one French sentence and code 1 when %s', async (_what, change, sentence) => {
    const left = runBuilt(app, { ...env, ...change });
    await expect(left).rejects.toThrow(new RegExp(`^${app} left with 1: `));
    await expect(left).rejects.toThrow(sentence);
    await expect(left).rejects.not.toThrow(/\n\s+at /);
  });

  test('leaves so when a migration is pending, and starts once nothing is amiss', async () => {
    const client = new pg.Client({ connectionString: database.superUrl });
    await client.connect();
    const allowed = { ...env, ALLOW_FSYNC_OFF: '1' };
    try {
      await client.query('alter table migration rename to gone');
      await expect(runBuilt(app, allowed)).rejects.toThrow(/La base attend \d+ migrations/);
      await client.query('alter table gone rename to migration');
    } finally {
      await client.end();
    }
    const running = await runBuilt(app, allowed);
    await running.kill('SIGTERM');
  });
});

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asSuperuser, createTestDatabase } from '../../support/database.ts';
import { testServices } from '../../support/services-state.ts';
import type { Territory } from './territory.ts';

/** Two ESS and their people, as every world finds them when it opens. */
export interface Settled {
  /** Database to copy. */
  template: string;
  /** Of the master key that sealed it. */
  keyFile: string;
  territory: Territory;
}

/** Settled by the first world of the run, in whichever process; copied by all. */
export async function settledTerritory(): Promise<Settled> {
  const { folder } = testServices();
  const told = join(folder, 'settled.json');
  if (!existsSync(told)) {
    await asSuperuser('SELECT pg_advisory_lock(1)', async () => {
      if (!existsSync(told)) await settleOnce(folder, told);
    });
  }
  const settled: Settled = JSON.parse(await readFile(told, 'utf8'));
  return settled;
}

async function settleOnce(folder: string, told: string): Promise<void> {
  const keyFile = join(folder, 'journeys.key');
  await writeFile(keyFile, randomBytes(32).toString('hex'), { mode: 0o600 });
  const database = await createTestDatabase('settled');
  const { settleTerritory } = await import('./settle-territory.ts');
  const territory = await settleTerritory({
    DATABASE_URL: database.appUrl,
    DATABASE_SYSTEM_URL: database.systemUrl,
    MASTER_KEY_FILE: keyFile,
    SMTP_URL: 'smtp://127.0.0.1:9',
    DATA_DIR: folder,
    DEMONSTRATION: '1',
    ALLOW_FSYNC_OFF: '1',
  });
  const settled: Settled = { template: database.name, keyFile, territory };
  await writeFile(`${told}.part`, JSON.stringify(settled));
  await rename(`${told}.part`, told);
}

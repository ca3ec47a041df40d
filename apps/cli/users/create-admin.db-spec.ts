import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createAdmin } from './create-admin.ts';

const OPENING = { specialty: 'cardiologie', name: 'ESS du Marais', phone: '02 61 91 00 00' } as const;

describe('the first account of an ESS', () => {
  let database: TestDatabase;
  let folder: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    database = await createTestDatabase('admin');
    folder = mkdtempSync(join(tmpdir(), 'guichet-admin-'));
    const key = join(folder, 'master.key');
    writeFileSync(key, 'ab'.repeat(32));
    env = { DATABASE_URL: database.appUrl, DATABASE_SYSTEM_URL: database.systemUrl, MASTER_KEY_FILE: key };
  });

  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is refused for an ESS that does not exist, in one sentence', async () => {
    const admin = { email: 'a@ess.example', slug: 'ess-marais', opening: null };
    await expect(createAdmin(env, admin)).rejects.toThrow(/Aucune ESS « ess-marais »/);
  });

  test('opens the ESS, which declares its priorities until a protocol is signed', async () => {
    const password = await createAdmin(env, { email: 'A@ess.example', slug: 'ess-marais', opening: OPENING });
    expect(password.length).toBeGreaterThanOrEqual(20);
    const sql = `select e.slug, e.triage_mode, a.email, m.role from ess e
      join membership m on m.tenant_id = e.id join account a on a.professional_id = m.professional_id`;
    expect(await query(database.superUrl, sql)).toEqual([
      { slug: 'ess-marais', triage_mode: 'organisation', email: 'a@ess.example', role: 'ess_admin' },
    ]);
  });

  test('of the platform is of no ESS', async () => {
    await createAdmin(env, { email: 'p@hebergeur.example', slug: null, opening: null });
    const sql = `select a.platform_admin, count(m.id)::int as roles from account a
      left join membership m on m.professional_id = a.professional_id where a.email = 'p@hebergeur.example' group by 1`;
    expect(await query(database.superUrl, sql)).toEqual([{ platform_admin: true, roles: 0 }]);
  });

  test('is made once for an address', async () => {
    const admin = { email: 'a@ess.example', slug: 'ess-marais', opening: null };
    await expect(createAdmin(env, admin)).rejects.toThrow(/existe déjà/);
  });
});

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

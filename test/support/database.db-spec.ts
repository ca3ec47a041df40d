import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from './database.ts';

describe('the database given to a test', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase('support');
  });

  afterAll(() => database.drop());

  test('is migrated and seen through the application role', async () => {
    const rows = await query(database.appUrl, 'select current_user as role, (select count(*)::int from ess) as ess');
    expect(rows).toEqual([{ role: 'guichet_app', ess: 0 }]);
  });

  test('gives no role that walks through row-level security', async () => {
    const rows = await query(
      database.ownerUrl,
      "select rolname from pg_roles where rolname like 'guichet%' and (rolsuper or rolbypassrls or rolcreaterole)",
    );
    expect(rows).toEqual([]);
  });

  test('sorts French names as a French reader does', async () => {
    const rows = await query(
      database.appUrl,
      "select n from (values ('Zoé'), ('Élise'), ('Emma'), ('école')) t(n) order by n",
    );
    expect(rows.map((row) => row['n'])).toEqual(['école', 'Élise', 'Emma', 'Zoé']);
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

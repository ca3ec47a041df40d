import { Client } from 'pg';
import { MIGRATIONS } from '../database/migrate.ts';

export interface MigrationState {
  name: string;
  applied: boolean;
}

/** Every migration of this version in order, and whether the database has it. Without a database: what this version holds. */
export async function migrationState(databaseUrl: string | null): Promise<MigrationState[]> {
  const applied = databaseUrl === null ? [] : await appliedNames(databaseUrl);
  return MIGRATIONS.map(({ name }) => ({ name, applied: applied.includes(name) }));
}

async function appliedNames(connectionString: string): Promise<string[]> {
  const client = new Client({ connectionString, application_name: 'guichet-migrations' });
  await client.connect();
  try {
    return (await client.query<{ name: string }>('select name from migration order by id')).rows.map((row) => row.name);
  } finally {
    await client.end();
  }
}

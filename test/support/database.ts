import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { databaseUrls, superuserUrl } from '../../apps/cli/start/postgres/urls.ts';
import { testServices } from './services-state.ts';

export interface TestDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  /** The role that row-level security holds: services under test connect with it. */
  readonly appUrl: string;
  readonly systemUrl: string;
  /** A superuser walks through every wall: only to look at what the walls hide. */
  readonly superUrl: string;
  drop(): Promise<void>;
}

/** A database of one's own, copied from another: by default the template of this run, migrated and empty. */
export async function createTestDatabase(name = 'test', template?: string): Promise<TestDatabase> {
  const services = testServices();
  const database = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`CREATE DATABASE "${database}" TEMPLATE "${template ?? services.template}" OWNER guichet_owner`);
  const urls = databaseUrls(
    services.postgresPort,
    { owner: services.ownerPassword, app: services.appPassword, system: services.systemPassword },
    database,
  );
  return {
    name: database,
    ownerUrl: urls.owner,
    appUrl: urls.app,
    systemUrl: urls.system,
    superUrl: superuserUrl(services.postgresPort, services.superPassword, database),
    drop: () => asSuperuser(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`),
  };
}

/** One statement, then the work if there is one, in one session of the superuser. */
export async function asSuperuser(statement: string, work?: () => Promise<void>): Promise<void> {
  const services = testServices();
  const client = new pg.Client({ connectionString: superuserUrl(services.postgresPort, services.superPassword) });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(statement);
    await work?.();
  } finally {
    await client.end();
  }
}

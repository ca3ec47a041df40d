import pg from 'pg';

export const DATABASE = 'guichet';

export interface RolePasswords {
  readonly owner: string;
  readonly app: string;
  readonly system: string;
}

export const ROLE_NAMES = { owner: 'guichet_owner', app: 'guichet_app', system: 'guichet_system' } as const;

const PLAIN = 'LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION';

/** The three login roles: none may walk through row-level security, not even the owner of the tables. */
export async function prepareRoles(superUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(superUrl, async (client) => {
    for (const key of ['owner', 'app', 'system'] as const) {
      const name = ROLE_NAMES[key];
      const known = await client.query('select from pg_roles where rolname = $1', [name]);
      const verb = known.rowCount ? 'ALTER' : 'CREATE';
      await client.query(`${verb} ROLE ${name} WITH ${PLAIN} PASSWORD ${client.escapeLiteral(passwords[key])}`);
    }
  });
}

/** Creates the database when missing, owned by the owner role; nobody else may create in it. */
export async function prepareDatabase(superUrl: string, name: string = DATABASE): Promise<void> {
  await withClient(superUrl, async (client) => {
    const known = await client.query('select from pg_database where datname = $1', [name]);
    if (known.rowCount) return;
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${ROLE_NAMES.owner}`);
  });
}

export async function dropDatabase(superUrl: string, name: string = DATABASE): Promise<void> {
  await withClient(superUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  });
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

import pg from 'pg';

/** True when the migrated database already serves an ESS: nothing may then be seeded. */
export async function hasAnyEss(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>('select exists (select from ess) as found');
    return rows[0]?.found === true;
  } finally {
    await client.end();
  }
}

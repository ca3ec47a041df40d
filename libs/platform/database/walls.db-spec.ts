import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Drafts } from '#intake';
import { Attachments } from '#requests';
import { CareStory } from '../../../test/journeys/support/care-story.ts';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import type { Team } from '../../../test/journeys/support/territory.ts';
import { png } from '../../../test/support/uploads.ts';

/** Tables of no tenant: the closed list of the house, what an account signs in with, and the migrations' own (ADR 5 and 7). */
const GLOBAL_TABLES = [
  ...['account', 'commune', 'device', 'ess', 'factor', 'job_run', 'migration', 'organisation', 'professional'],
  ...['psc_round', 'recovery_code', 'session', 'sign_in_attempt'],
];

/** Rows of what people, patients and reviewers write; $1 the tenant, $2 a patient, $3 another, $4 a professional. */
const TRUST_ROWS = [
  `insert into invitation (tenant_id, id, patient_id, email, created_at, expires_at) values ($1, gen_random_uuid(), $2, 'personne@exemple.example', now(), now())`,
  `insert into link (tenant_id, id, purpose, account_id, created_at, expires_at) select $1, gen_random_uuid(), 'password', id, now(), now() from account where professional_id = $4`,
  `insert into departure (tenant_id, id, professional_id, at, requests_handed, sessions_ended) values ($1, gen_random_uuid(), $4, now(), 0, 0)`,
  `insert into patient_account (tenant_id, id, patient_id, account_id, created_at) select $1, gen_random_uuid(), $2, id, now() from account where professional_id = $4`,
  `insert into patient_change (tenant_id, id, patient_id, other_id, kind, at, sealed) values ($1, gen_random_uuid(), $2, $3, 'corrected', now(), '')`,
  `insert into patient_distinct (tenant_id, patient_id, other_id, at) values ($1, least($2, $3), greatest($2, $3), now())`,
  `insert into consent (tenant_id, id, patient_id, kind, mode, at, recorded_at, recorded_by) values ($1, gen_random_uuid(), $2, 'consent', 'oral', now(), now(), $4)`,
  `insert into circle_member (tenant_id, id, patient_id, kind, professional_id, sealed, starts_on, added_at) values ($1, gen_random_uuid(), $2, 'professional', $4, '', '2026-01-01', now())`,
  `insert into exceptional_access (tenant_id, id, patient_id, professional_id, reason_code, sealed, opened_at, expires_at) values ($1, gen_random_uuid(), $2, $4, 'urgence', '', now(), now() + interval '1 minute')`,
  `insert into access_review (tenant_id, id, exceptional_id, patient_id, verdict, at, by_id, sealed) select $1, gen_random_uuid(), id, $2, 'legitimate', now(), $4, '' from exceptional_access where tenant_id = $1 limit 1`,
];

describe('the walls between tenants', () => {
  let services: Services;
  let app: pg.Client;
  let system: pg.Client;
  let tables: string[];

  beforeAll(async () => {
    services = await openServices();
    for (const team of [services.cardio, services.nephro]) {
      await services.send(team);
      const gp = await services.member(team, team.gp);
      await services
        .get(Drafts)
        .save(gp, team === services.cardio ? DRAFTS[0] : DRAFTS[1], { step: 1, version: 0, content: {} });
      const sent = await services.send(team);
      await services.deliver();
      await services.sql(
        `insert into event_note (tenant_id, event_id, sealed) select tenant_id, id, '' from event where request_id = $1 limit 1`,
        [sent.id],
      );
      await services.get(Attachments).add(gp, sent.id, FILE, Readable.from([png()], { objectMode: false }));
      const story = await CareStory.begin(services, team);
      await story.settle();
      await story.confirm();
      await story.orderVisit('Trouble du rythme ?');
      await story.driveTour();
      await story.signReading('Rythme sinusal.');
      await story.settle();
      await story.receive();
      await services.sql(`insert into audit_head (tenant_id, seq, hash) values ($1, 0, '')`, [team.id]);
      await writeTrustRows(team);
    }
    app = await connect(services.database.appUrl);
    system = await connect(services.database.systemUrl);
    const rows = await services.sql<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
    );
    tables = rows.map((row) => row.name);
  });

  async function writeTrustRows(team: Team): Promise<void> {
    const [one, other] = await services.sql<{ id: string }>('select id from patient where tenant_id = $1 limit 2', [
      team.id,
    ]);
    const values = [team.id, one!.id, other!.id, team.gp.id];
    const withIds = (statement: string) =>
      statement.replace(/\$(\d)/g, (_, place: string) => `'${values[Number(place) - 1]}'::uuid`);
    for (const statement of TRUST_ROWS) await services.sql(withIds(statement));
  }
  afterAll(async () => {
    await app.end();
    await system.end();
    await services.stop();
  });

  test('every table but those of the closed list belongs to a tenant, first column of its key', async () => {
    const rows = await services.sql<{ name: string; key: string | null }>(
      `select c.relname as name, (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                                   where i.indrelid = c.oid and i.indisprimary) as key
         from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
    );
    const others = rows.filter((row) => row.key !== 'tenant_id').map((row) => row.name);
    expect(others).toEqual(GLOBAL_TABLES);
    expect(tables.length).toBeGreaterThanOrEqual(13);
  });

  test('every tenant table has forced row-level security and a policy on its tenant for the application', async () => {
    const rows = await services.sql<{ name: string; walled: boolean; policy: string | null }>(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled,
              (select p.qual || ' / ' || p.with_check from pg_policies p
                where p.tablename = c.relname and p.cmd = 'ALL' and 'guichet_app' = any(p.roles)) as policy
         from pg_class c where c.relname = any($1) and c.relnamespace = 'public'::regnamespace order by 1`,
      [tables],
    );
    expect(rows.filter((row) => !row.walled)).toEqual([]);
    for (const row of rows)
      expect([row.name, row.policy?.match(/tenant_id = \( SELECT app_tenant\(\)/g)?.length]).toEqual([row.name, 2]);
  });

  test('the application owns nothing, defines nothing above the walls, and there is no view', async () => {
    const owned = await services.sql(
      `select relname from pg_class where relowner = 'guichet_app'::regrole
       union all select proname from pg_proc where proowner = 'guichet_app'::regrole
       union all select nspname from pg_namespace where nspowner = 'guichet_app'::regrole`,
    );
    expect(owned).toEqual([]);
    const doors = await services.sql(
      `select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
       union all select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
    );
    expect(doors).toEqual([]);
    const creates = await services.sql<{ may: boolean }>(
      `select has_schema_privilege('guichet_app', 'public', 'create') or has_schema_privilege('guichet_app', 'bullmq', 'usage') as may`,
    );
    expect(creates[0]?.may).toBe(false);
  });

  test('no foreign key crosses tenants: between tenant tables, tenant_id is in it on both sides', async () => {
    const rows = await services.sql<{ name: string; pairs: string[] }>(
      `select k.conname as name, array_agg(a.attname::text || '=' || b.attname::text) as pairs
         from pg_constraint k
         cross join unnest(k.conkey, k.confkey) as side(here, there)
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = side.here
         join pg_attribute b on b.attrelid = k.confrelid and b.attnum = side.there
        where k.contype = 'f' and k.conrelid::regclass::text = any($1) and k.confrelid::regclass::text = any($1)
        group by k.oid, k.conname order by 1`,
      [tables],
    );
    expect(rows.length).toBeGreaterThanOrEqual(7);
    expect(rows.filter((row) => !row.pairs.includes('tenant_id=tenant_id'))).toEqual([]);
  });

  test('each tenant table holds rows of both tenants, and the application without a tenant sees none of them', async () => {
    const seen: Record<string, unknown> = {};
    for (const table of tables) {
      const [there] = await services.sql<{ count: number }>(
        `select count(distinct tenant_id)::int as count from ${table}`,
      );
      expect([table, there?.count]).toEqual([table, 2]);
      const { rows } = await app.query<{ count: number }>(`select count(*)::int as count from ${table}`);
      seen[table] = rows[0]?.count;
    }
    expect(seen).toEqual(Object.fromEntries(tables.map((table) => [table, 0])));
  });

  test('inside one tenant, no row of the other is seen, changed, deleted or written', async () => {
    const { cardio, nephro } = services;
    for (const table of tables) {
      await app.query('begin');
      await app.query(`select set_config('app.tenant', $1, true)`, [cardio.id]);
      const { rows } = await app.query<{ tenant: string }>(`select distinct tenant_id::text as tenant from ${table}`);
      expect([table, rows]).toEqual([table, [{ tenant: cardio.id }]]);
      await app.query('savepoint s');
      const moved = await refusedBy(app, `update ${table} set tenant_id = '${nephro.id}'`);
      expect([table, moved]).toEqual([table, '42501']);
      await app.query('rollback to s');
      const hidden = await refusedBy(app, `update ${table} set tenant_id = tenant_id where tenant_id = '${nephro.id}'`);
      expect([table, ['42501', 'UPDATE 0'].includes(hidden)]).toEqual([table, true]);
      await app.query('rollback');
    }
  });

  test('as one tenant, writing a row of the other is refused', async () => {
    const { cardio, nephro } = services;
    await app.query('begin');
    await app.query(`select set_config('app.tenant', $1, true)`, [cardio.id]);
    const code = await refusedBy(
      app,
      `insert into draft (tenant_id, id, author_id, step, version, saved_at, sealed)
       values ('${nephro.id}', gen_random_uuid(), '${nephro.gp.id}', 1, 1, now(), '')`,
    );
    expect(code).toBe('42501');
    await app.query('rollback');
  });

  test('a tenant left by a transaction is not found by the next one on the same connection', async () => {
    await app.query('begin');
    await app.query(`select set_config('app.tenant', $1, true)`, [services.cardio.id]);
    await app.query('commit');
    await app.query(`select * from desk_queue($1, null, 10, null, null, null)`, [services.cardio.id]);
    const { rows } = await app.query(`select app_tenant() as tenant, (select count(*)::int from request) as requests`);
    expect(rows).toEqual([{ tenant: null, requests: 0 }]);
  });

  test('the past is append-only: neither audit lines nor events, evaluations, facts, receptions, nor changes of identity, consents and reviews are changed or deleted by the application', async () => {
    for (const table of [...PAST, 'departure', 'patient_change', 'consent', 'access_review'])
      for (const statement of [`delete from ${table}`, `update ${table} set tenant_id = tenant_id`])
        expect([statement, await refusedBy(app, statement)]).toEqual([statement, '42501']);
  });

  test('the system role reads deliveries and audit lines of all, and neither a patient nor a request', async () => {
    const { rows } = await system.query<{ count: number }>(
      'select count(distinct tenant_id)::int as count from delivery',
    );
    expect(rows[0]?.count).toBe(2);
    const refused: string[] = [];
    for (const table of [...tables, ...GLOBAL_TABLES])
      if ((await refusedBy(system, `select * from ${table} limit 1`)) === '42501') refused.push(table);
    expect([...tables, ...GLOBAL_TABLES].filter((table) => !refused.includes(table))).toEqual([
      'audit',
      'audit_head',
      'delivery',
    ]);
  });
});

const PAST = ['audit', 'event', 'event_note', 'evaluation', 'fact', 'reception'];

const FILE = { id: '0192f3c0-0000-7000-8000-000000000003', name: 'a.png', mime: 'image/png', kind: 'photo' } as const;

const DRAFTS = ['0192f3c0-0000-7000-8000-000000000001', '0192f3c0-0000-7000-8000-000000000002'] as const;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** The SQLSTATE of a refusal, else what was done. */
async function refusedBy(client: pg.Client, statement: string): Promise<string> {
  try {
    const done = await client.query(statement);
    return `${done.command} ${done.rowCount}`;
  } catch (error) {
    return (error as pg.DatabaseError).code ?? String(error);
  }
}

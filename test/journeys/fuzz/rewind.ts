import type { World } from '../support/world.ts';

/** What a request is made of, its events aside: those stay, and so does its version. */
const TABLES = ['act', 'undo', 'report', 'visit', 'tour_stop', 'reception', 'outcome'] as const;

export interface Snapshot {
  requestId: string;
  rows: Record<string, string>;
}

export async function snapshot(world: World, requestId: string): Promise<Snapshot> {
  const rows: Record<string, string> = {};
  for (const table of ['request', ...TABLES]) {
    const key = table === 'request' ? 'id' : 'request_id';
    const [found] = await world.sql<{ rows: string }>(
      `select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${table} t where ${key} = $1`,
      [requestId],
    );
    rows[table] = found!.rows;
  }
  return { requestId, rows };
}

/** The same step of the same request again, at the version it has reached: behind the back of the api, as a superuser. */
export async function rewind(world: World, { requestId, rows }: Snapshot): Promise<void> {
  const columns = await requestColumns(world);
  const own = TABLES.map(
    (table) => `delete from ${table} where request_id = '${requestId}';
      insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${quoted(rows[table])});`,
  ).join('\n');
  await world.sql(`
    begin;
    set local session_replication_role = replica;
    ${own}
    update request set (${columns}) = (select ${columns} from jsonb_populate_recordset(null::request, ${quoted(rows.request)}))
     where id = '${requestId}';
    update undo u set version_after = r.version, made_at = now() from request r
     where r.id = u.request_id and u.request_id = '${requestId}';
    commit;`);
}

const quoted = (json = '[]'): string => `$rows$${json}$rows$::jsonb`;

/** Neither its version nor what PostgreSQL works out by itself. */
async function requestColumns(world: World): Promise<string> {
  const rows = await world.sql<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'request'::regclass and attnum > 0
        and not attisdropped and attgenerated = '' and attname not in ('version', 'id', 'tenant_id')`,
  );
  return rows.map((row) => row.name).join(', ');
}

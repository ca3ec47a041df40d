import type { Database } from '#platform';
import type { EntityManager } from 'typeorm';

/** Technical rows, and when each was over. */
const HOUSE = {
  'sign-ins': 'sign_in_attempt where at < $1',
  sessions: 'session where expires_at < $1',
  devices: `device where last_seen_at < $1 and not exists (select 1 from session s where s.device_id = device.id and s.expires_at >= $1)`,
  jobs: 'job_run where started_at < $1',
} as const;
const OF_ESS = {
  mails: 'mail where tenant_id = app_tenant() and created_at < $1',
  links: 'link where tenant_id = app_tenant() and expires_at < $1',
  invitations: 'invitation where tenant_id = app_tenant() and coalesce(accepted_at, revoked_at, expires_at) < $1',
} as const;

const countOrDelete = async (manager: EntityManager, rows: string, before: Date, apply: boolean): Promise<number> => {
  const sql = apply
    ? `with gone as (delete from ${rows} returning 1) select count(*)::int as count from gone`
    : `select count(*)::int as count from ${rows}`;
  const counted: { count: number }[] = await manager.query(sql, [before]);
  return counted[0]?.count ?? 0;
};

/** Rows of no ESS. */
export const oldRows = (database: Database, kind: keyof typeof HOUSE, before: Date, apply: boolean): Promise<number> =>
  database.global((manager) => countOrDelete(manager, HOUSE[kind], before, apply));

/** Rows of one ESS. */
export const oldTenantRows = (
  database: Database,
  tenantId: string,
  kind: keyof typeof OF_ESS,
  before: Date,
  apply: boolean,
): Promise<number> =>
  database.tx({ tenantId, userId: null }, ({ manager }) => countOrDelete(manager, OF_ESS[kind], before, apply));

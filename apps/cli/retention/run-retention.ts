import { CLOSED_STATES } from '#contracts/transitions';
import type { Directory } from '#directory';
import type { Patients } from '#patients';
import type { Clock, Database, Tx } from '#platform';
import { monthsBefore, RETENTION, type RetentionKind } from './policy.ts';

export interface RetentionServices {
  database: Database;
  directory: Directory;
  patients: Patients;
  clock: Clock;
}

export interface RetentionLine {
  kind: RetentionKind;
  says: string;
  count: number;
}

const BATCH = 200;

/** What the policy asks for today, kind by kind; done only when `apply`, each patient with his audit line. */
export async function runRetention(services: RetentionServices, apply: boolean): Promise<RetentionLine[]> {
  const now = services.clock.now();
  const limit = (kind: RetentionKind): Date =>
    monthsBefore(now, RETENTION.find((rule) => rule.kind === kind)?.months ?? 0);
  const counters: Record<RetentionKind, () => Promise<number>> = {
    archive: () =>
      ofPatients(services, apply, [limit('archive'), limit('erase')], false, (tx, id) =>
        services.patients.archive(tx, id),
      ),
    erase: () =>
      ofPatients(services, apply, [limit('erase'), null], true, (tx, id, timezone) =>
        services.patients.erase(tx, id, timezone, 'conservation'),
      ),
    'sign-ins': () => ofRows(services.database, apply, 'sign_in_attempt', 'at', limit('sign-ins')),
    sessions: () => ofRows(services.database, apply, 'session', 'expires_at', limit('sessions')),
    // No table holds any: what is added one day is cleaned here.
    positions: async () => 0,
  };
  const lines: RetentionLine[] = [];
  for (const { kind, says } of RETENTION) lines.push({ kind, says, count: await counters[kind]() });
  return lines;
}

/** Last touched before `before` (and not before `since`), without an open request. */
async function ofPatients(
  { database, directory }: RetentionServices,
  apply: boolean,
  [before, since]: [Date, Date | null],
  archivedToo: boolean,
  act: (tx: Tx, id: string, timezone: string) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (const { id: tenantId, timezone } of await directory.allEss()) {
    const step = () =>
      database.tx({ tenantId, userId: null }, async (tx) => {
        const parameters = [tenantId, before, since, archivedToo, [...CLOSED_STATES]];
        if (!apply) {
          const [row]: { count: number }[] = await tx.manager.query(
            `select count(*)::int as count from (${QUIET_PATIENTS}) quiet`,
            parameters,
          );
          count += row?.count ?? 0;
          return 0;
        }
        const rows: { id: string }[] = await tx.manager.query(
          `${QUIET_PATIENTS} order by p.id limit ${BATCH} for update of p`,
          parameters,
        );
        for (const { id } of rows) await act(tx, id, timezone);
        return rows.length;
      });
    for (let done = await step(); done > 0; done = await step()) count += done;
  }
  return count;
}

const QUIET_PATIENTS = `
  select p.id from patient p
   where p.tenant_id = $1 and p.erased_at is null and ($4 or p.archived_at is null)
     and p.updated_at < $2
     and not exists (select 1 from request r where r.tenant_id = p.tenant_id and r.patient_id = p.id
                      and (r.changed_at >= $2 or r.state <> all($5)))
     and ($3::timestamptz is null or p.updated_at >= $3
          or exists (select 1 from request r where r.tenant_id = p.tenant_id and r.patient_id = p.id and r.changed_at >= $3))`;

function ofRows(
  database: Database,
  apply: boolean,
  table: 'session' | 'sign_in_attempt',
  column: 'at' | 'expires_at',
  before: Date,
): Promise<number> {
  return database.global(async (manager) => {
    const counted: { count: number }[] = await manager.query(
      apply
        ? `with gone as (delete from ${table} where ${column} < $1 returning 1) select count(*)::int as count from gone`
        : `select count(*)::int as count from ${table} where ${column} < $1`,
      [before],
    );
    return counted[0]?.count ?? 0;
  });
}

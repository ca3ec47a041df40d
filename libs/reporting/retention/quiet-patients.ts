import { CLOSED_STATES } from '#contracts/transitions';
import type { EssRow } from '#directory';
import type { Database, Tx } from '#platform';

const BATCH = 200;

export interface QuietPeriod {
  /** Nothing has happened since. */
  before: Date;
  /** Something had happened since this; null: however long ago. */
  since: Date | null;
  archivedToo: boolean;
}

/** Patients of one ESS last touched in the period, without an open request: counted, or acted on batch by batch. */
export async function quietPatients(
  { database }: { database: Database },
  { id: tenantId }: EssRow,
  { before, since, archivedToo }: QuietPeriod,
  apply: boolean,
  act: (tx: Tx, id: string) => Promise<void>,
): Promise<number> {
  const parameters = [tenantId, before, since, archivedToo, [...CLOSED_STATES]];
  if (!apply) {
    return database.tx({ tenantId, userId: null }, async (tx) => {
      const [row]: { count: number }[] = await tx.manager.query(
        `select count(*)::int as count from (${QUIET_PATIENTS}) quiet`,
        parameters,
      );
      return row?.count ?? 0;
    });
  }
  const step = () =>
    database.tx({ tenantId, userId: null }, async (tx) => {
      const rows: { id: string }[] = await tx.manager.query(
        `${QUIET_PATIENTS} order by p.id limit ${BATCH} for update of p`,
        parameters,
      );
      for (const { id } of rows) await act(tx, id);
      return rows.length;
    });
  let count = 0;
  for (let done = await step(); done > 0; done = await step()) count += done;
  return count;
}

/** A person, with every file that was merged into his: what happened in one happened to him. */
const QUIET_PATIENTS = `
  select p.id from patient p
   where p.tenant_id = $1 and p.merged_into is null and p.erased_at is null and ($4 or p.archived_at is null)
     and not exists (select 1 from patient f
                      where f.tenant_id = p.tenant_id and (f.id = p.id or f.merged_into = p.id) and f.updated_at >= $2)
     and not exists (select 1 from request r join patient f on f.tenant_id = r.tenant_id and f.id = r.patient_id
                      where f.tenant_id = p.tenant_id and (f.id = p.id or f.merged_into = p.id)
                        and (r.changed_at >= $2 or r.state <> all($5)))
     and ($3::timestamptz is null
          or exists (select 1 from patient f
                      where f.tenant_id = p.tenant_id and (f.id = p.id or f.merged_into = p.id) and f.updated_at >= $3)
          or exists (select 1 from request r join patient f on f.tenant_id = r.tenant_id and f.id = r.patient_id
                      where f.tenant_id = p.tenant_id and (f.id = p.id or f.merged_into = p.id) and r.changed_at >= $3))`;

import type { Tx } from '#platform';
import type { DayState } from './day-state.ts';

/**
 * Writes the plan of a day whole: what is no longer in it leaves it, also visits that are over or cancelled
 * and are not shown any more.
 */
export async function writeDay(tx: Tx, { date, visits }: DayState): Promise<void> {
  const { tenantId } = tx.ctx;
  const placed = visits.flatMap((visit) => (visit.placement ? [{ ...visit, placement: visit.placement }] : []));
  await tx.manager.query(
    `update visit set day = null, team_id = null, position = null, starts_at = null, locked = false
      where tenant_id = $1 and day = $2 and act_id <> all($3::uuid[])`,
    [tenantId, date, placed.map(({ actId }) => actId)],
  );
  if (placed.length === 0) return;
  await tx.manager.query(
    `insert into visit (tenant_id, act_id, request_id, patient_id, day, team_id, position, starts_at, locked)
     select $1, act_id, request_id, patient_id, $2, team_id, position, starts_at, locked
       from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::int[], $8::timestamptz[], $9::boolean[])
         as placed (act_id, request_id, patient_id, team_id, position, starts_at, locked)
     on conflict (tenant_id, act_id) do update set day = excluded.day, team_id = excluded.team_id,
       position = excluded.position, starts_at = excluded.starts_at, locked = excluded.locked`,
    [
      tenantId,
      date,
      placed.map(({ actId }) => actId),
      placed.map(({ requestId }) => requestId),
      placed.map(({ patientId }) => patientId),
      placed.map(({ placement }) => placement.teamId),
      placed.map(({ placement }) => placement.position),
      placed.map(({ placement }) => placement.startsAt),
      placed.map(({ placement }) => placement.locked),
    ],
  );
}

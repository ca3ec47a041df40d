import type { Tx } from '#platform';

/** Every row of one person: a merge is a link, each way, as long as links go. */
const SAME_PERSON = `
  with recursive same (id) as (
    select id from patient where tenant_id = $1 and id = $2
    union
    select case when p.id = same.id then p.merged_into else p.id end
      from same join patient p on p.tenant_id = $1 and p.merged_into is not null and same.id in (p.id, p.merged_into)
  )
  select id from same`;

/** The person, his requests, their files, the exceptional accesses: what a line of the trail may be about. */
const TRACE = `
  select unnest($2::uuid[]) as id
  union select id from request where tenant_id = $1 and patient_id = any($2)
  union select id from attachment where tenant_id = $1 and patient_id = any($2)
  union select id from exceptional_access where tenant_id = $1 and patient_id = any($2)`;

/** @returns the ids of every row of the same person, the one asked for among them; empty when there is none. */
export async function samePerson(tx: Tx, patientId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.manager.query(SAME_PERSON, [tx.ctx.tenantId, patientId]);
  return rows.map(({ id }) => id);
}

/** @returns every id that a line of the trail about this person may carry. */
export async function patientTrace(tx: Tx, patientId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.manager.query(TRACE, [tx.ctx.tenantId, await samePerson(tx, patientId)]);
  return rows.map(({ id }) => id);
}

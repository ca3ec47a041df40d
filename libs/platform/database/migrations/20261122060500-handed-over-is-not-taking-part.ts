import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever records a departure, or disables somebody, signs the event that hands his requests over: that opens no file
 * to him. The rest is as it was.
 */
const TOOK_PART = `
create or replace function took_part(p_tenant uuid, p_request uuid, p_professional uuid) returns boolean language sql stable as $$
  select exists (select 1 from request r
                  where r.tenant_id = p_tenant and r.id = p_request
                    and ((r.owner_kind = 'user' and r.owner_id = p_professional) or r.taken_by = p_professional))
      or exists (select 1 from event e
                  where e.tenant_id = p_tenant and e.request_id = p_request and e.actor_id = p_professional
                    and coalesce(e.data ->> 'move', '') not in ('depart', 'hand_back'))
      or exists (select 1 from act a
                  where a.tenant_id = p_tenant and a.request_id = p_request and a.ordered_by = p_professional)
      or exists (select 1 from report t
                  where t.tenant_id = p_tenant and t.request_id = p_request and t.author_id = p_professional)
$$;
`;

/** The administrator who hands requests over has no part in the care. */
export class HandedOverIsNotTakingPart20261122060500 implements MigrationInterface {
  name = 'HandedOverIsNotTakingPart20261122060500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TOOK_PART);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

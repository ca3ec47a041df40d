import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of those sent twice the newest stays; the owner walks through its own walls for these lines only. */
const OLDER_ONES = `
alter table invitation no force row level security;
update invitation i set revoked_at = now()
 where i.accepted_at is null and i.revoked_at is null
   and exists (select 1 from invitation j
                where j.tenant_id = i.tenant_id and j.accepted_at is null and j.revoked_at is null
                  and (j.professional_id = i.professional_id or j.patient_id = i.patient_id)
                  and (j.created_at, j.id) > (i.created_at, i.id));
alter table invitation force row level security;
`;

const ONE = `
create unique index invitation_live_professional on invitation (tenant_id, professional_id)
  where professional_id is not null and accepted_at is null and revoked_at is null;
create unique index invitation_live_patient on invitation (tenant_id, patient_id)
  where patient_id is not null and accepted_at is null and revoked_at is null;
`;

/** One link at a time opens the door to a person: two invitations sent at once leave one. */
export class OneLiveInvitation20261122050000 implements MigrationInterface {
  name = 'OneLiveInvitation20261122050000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [OLDER_ONES, ONE]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

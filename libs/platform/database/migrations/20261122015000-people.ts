import type { MigrationInterface, QueryRunner } from 'typeorm';

const MEMBERSHIPS = `
alter table membership add column suspended_at timestamptz;
alter table membership add column ended_at timestamptz;
comment on column membership.suspended_at is 'disabled in this ESS, at once: until it is enabled again';
comment on column membership.ended_at is 'left this ESS, at once: the last day alone would leave the rest of the day open';
`;

const DEPARTURES = `
alter table departure add column revoked jsonb not null default '{}';
comment on column departure.revoked is 'codes and periods: roles ended, invitations withdrawn, on-call periods left to plan again';
`;

const MAILS = `
-- A patient is written to as well: the recipient is a professional or a patient of the same ESS.
alter table mail drop constraint mail_recipient_id_fkey;
comment on column mail.recipient_id is 'a professional; of the invitation of a patient, the patient';
`;

/** People come and go: disabled, left, invited. */
export class People20261122015000 implements MigrationInterface {
  name = 'People20261122015000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [MEMBERSHIPS, DEPARTURES, MAILS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

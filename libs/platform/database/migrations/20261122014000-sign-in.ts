import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = `
-- A patient sees his own files before he has chosen an ESS; his account stands for the user.
create policy own on patient_account for select to guichet_app using (account_id = (select app_user()));
create index patient_account_account on patient_account (account_id);

alter table sign_in_attempt add column kind text not null default 'password' check (kind in ('password', 'factor', 'forgot'));
comment on column sign_in_attempt.device_id is 'a browser the account is known from: its guesses are counted apart, strangers never lock the owner out';
create index sign_in_attempt_at on sign_in_attempt (at);
`;

/** The two steps of signing in, and whose file a patient's account opens. */
export class SignIn20261122014000 implements MigrationInterface {
  name = 'SignIn20261122014000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
alter table ess add column access_list_names boolean not null default false;
comment on column ess.access_list_names is 'a patient reads the names of those who opened his file, beside their role and structure';
alter table job_run add column counts jsonb;
comment on column job_run.counts is 'what the run did: a count by rule, nothing of anybody';
`;

/** Two reviewers who decide at the same moment: one of them is told. */
const ONE_REVIEW = `
drop index access_review_audit;
create unique index access_review_audit on access_review (tenant_id, audit_id) where audit_id is not null;
create unique index access_review_exceptional on access_review (tenant_id, exceptional_id) where exceptional_id is not null;
`;

/** What the retention of technical logs deletes. */
const RIGHTS = `
grant delete on invitation, link, mail, job_run to guichet_app;
`;

/** Oversight: reviews, the patient's list, what the daily job did. */
export class Oversight20261122014500 implements MigrationInterface {
  name = 'Oversight20261122014500';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, ONE_REVIEW, RIGHTS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const ARCHIVE = `
alter table patient add column archived_at timestamptz;
comment on column patient.archived_at is 'out of every search since then; a new request takes the patient out of the archive';
`;

/** Patients nobody has asked for in years leave the search before they are erased. */
export class Retention20261121224700 implements MigrationInterface {
  name = 'Retention20261121224700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ARCHIVE);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const TOMBSTONE = `
alter table patient add column erased_at timestamptz;
alter table patient drop constraint patient_given_names_check;
alter table patient add constraint patient_given_names_check
  check (length(given_names) <= 100 and (length(given_names) > 0 or erased_at is not null));
alter table patient add constraint patient_erased_whole check (
  erased_at is null
  or (length(wrapped_key) = 0 and length(sealed) = 0 and given_names = '' and search_name = ''
      and commune_insee is null and ins_index is null and phone_index is null));
comment on column patient.erased_at is 'the key is destroyed: nothing sealed under it opens any more; the row keeps its place';
`;

/** What is left of a patient whose data was erased. */
export class PatientErasure20261121224600 implements MigrationInterface {
  name = 'PatientErasure20261121224600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TOMBSTONE);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

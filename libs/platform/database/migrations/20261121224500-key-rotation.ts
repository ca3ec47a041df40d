import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMN = `
alter table ess add column next_wrapped_key bytea;
comment on column ess.next_wrapped_key is
  'a rotation runs: what is written is sealed under this key, what is read under either; null when none runs';
`;

/** A second key of an ESS while its rotation runs: the only state it has, with the key id inside each blob. */
export class KeyRotation20261121224500 implements MigrationInterface {
  name = 'KeyRotation20261121224500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMN);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

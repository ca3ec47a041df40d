import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROUNDS = `
create table psc_round (
  id uuid primary key,
  used_at timestamptz not null
);
create index psc_round_age on psc_round (used_at);
comment on table psc_round is 'ways out to Pro Santé Connect that came back: each serves once; kept as long as its cookie could be shown again';
grant select, insert, delete on psc_round to guichet_app;
`;

/** A round of Pro Santé Connect opens one session. */
export class PscRounds20261122020500 implements MigrationInterface {
  name = 'PscRounds20261122020500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROUNDS);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

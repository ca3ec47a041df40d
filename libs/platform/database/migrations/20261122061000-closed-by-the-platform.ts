import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMN = `
alter table account add column platform_disabled_at timestamptz;
alter table account add constraint account_closed check (platform_disabled_at is null or disabled_at is not null);
comment on column account.platform_disabled_at is 'closed everywhere by who runs the platform: no team opens it again';
`;

/** Somebody whom several teams share is closed by the platform alone, and opened again by it alone. */
export class ClosedByThePlatform20261122061000 implements MigrationInterface {
  name = 'ClosedByThePlatform20261122061000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMN);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

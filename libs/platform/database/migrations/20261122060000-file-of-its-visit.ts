import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of before are left as they are: only what is written from now on is checked. */
const OF_ITS_VISIT = `
alter table act add constraint act_of_request unique (tenant_id, id, request_id);
alter table attachment add constraint attachment_visit
  foreign key (tenant_id, visit_id, request_id) references act (tenant_id, id, request_id) not valid;
`;

/** A file said to be made in a visit is of a visit of its own request. */
export class FileOfItsVisit20261122060000 implements MigrationInterface {
  name = 'FileOfItsVisit20261122060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OF_ITS_VISIT);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row a file of a request; the file itself lies sealed in the file store, under the name of its own hash. */
const TABLE = `
create table attachment (
  tenant_id uuid not null references ess (id),
  id uuid not null,
  request_id uuid not null,
  visit_id uuid,
  patient_id uuid not null,
  kind text not null check (kind in ('document', 'ecg', 'photo')),
  mime text not null check (mime in ('application/pdf', 'image/jpeg', 'image/png')),
  size_bytes int not null check (size_bytes between 1 and 10485760),
  sha256 bytea not null check (length(sha256) = 32),
  scan text not null check (scan in ('clean', 'not_scanned')),
  uploaded_by uuid not null references professional (id),
  uploaded_at timestamptz not null,
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references request (tenant_id, id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id)
);
create index attachment_request on attachment (tenant_id, request_id, id);
create index attachment_patient on attachment (tenant_id, patient_id);
comment on column attachment.sha256 is 'of the sealed file: its name in the store; nothing is told of the clear content';
`;

const WALL = `
alter table attachment enable row level security;
alter table attachment force row level security;
create policy tenant on attachment to guichet_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert on attachment to guichet_app;
`;

export class Attachments20261121220500 implements MigrationInterface {
  name = 'Attachments20261121220500';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, WALL]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

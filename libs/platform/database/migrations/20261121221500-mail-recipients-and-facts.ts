import type { MigrationInterface, QueryRunner } from 'typeorm';

const MAILS = `
-- An answer is told to several people: one row, and one proof of sending, each.
alter table mail drop constraint mail_pkey, add primary key (tenant_id, event_id, consumer, recipient_id);
`;

const FACTS = `
-- Steering: one row an event. Codes, places by commune and delays; never health text, never an identity.
create table fact (
  tenant_id uuid not null references ess (id),
  event_id uuid not null,
  at timestamptz not null,
  type text not null,
  move text,
  request_id uuid not null,
  -- The event that this one took back: indicators leave both out.
  undoes uuid,
  actor_kind text not null check (actor_kind in ('system', 'ess', 'requester')),
  requester_role text,
  organisation_id uuid references organisation (id),
  organisation_kind text,
  commune_insee text,
  specialty text not null,
  class text check (class ~ '^P[0-4]$'),
  from_class text check (from_class ~ '^P[0-4]$'),
  modality text,
  act text,
  report text,
  reception text,
  channel text,
  state text,
  next_action text,
  owner_kind text,
  minutes_since_received int,
  minutes_late int check (minutes_late >= 0),
  outcome text,
  without_ess text,
  primary key (tenant_id, event_id),
  foreign key (tenant_id, event_id) references event (tenant_id, id),
  foreign key (tenant_id, request_id) references request (tenant_id, id)
);
create index fact_period on fact (tenant_id, at, type);
create index fact_request on fact (tenant_id, request_id, at);
`;

const WALL = `
alter table fact enable row level security;
alter table fact force row level security;
create policy tenant on fact to guichet_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert on fact to guichet_app;
`;

/** Mails to several people; what steering counts. */
export class MailRecipientsAndFacts20261121221500 implements MigrationInterface {
  name = 'MailRecipientsAndFacts20261121221500';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [MAILS, FACTS, WALL]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

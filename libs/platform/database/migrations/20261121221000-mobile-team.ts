import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table team (
  tenant_id uuid not null references ess (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  colour int not null check (colour between 0 and 11),
  equipment text[] not null,
  start_label text not null,
  start_lat double precision not null check (start_lat between -90 and 90),
  start_lng double precision not null check (start_lng between -180 and 180),
  end_label text not null,
  end_lat double precision not null check (end_lat between -90 and 90),
  end_lng double precision not null check (end_lng between -180 and 180),
  -- Minutes of the local day.
  shift_from int not null check (shift_from between 0 and 1439),
  shift_to int not null check (shift_to between 1 and 1440),
  primary key (tenant_id, id),
  check (shift_from < shift_to)
);
create table team_member (
  tenant_id uuid not null,
  team_id uuid not null,
  professional_id uuid not null references professional (id),
  primary key (tenant_id, team_id, professional_id),
  foreign key (tenant_id, team_id) references team (tenant_id, id)
);
create index team_member_professional on team_member (tenant_id, professional_id);

-- The plan of one day, all teams together: its version guards against a stale screen.
create table tour (
  tenant_id uuid not null references ess (id),
  day date not null,
  version int not null,
  changed_by uuid not null references professional (id),
  changed_at timestamptz not null,
  published_by uuid references professional (id),
  published_at timestamptz,
  primary key (tenant_id, day)
);

-- Where a visit stands in the plan, as the coordinator sees it; nobody else is told before publication.
create table visit (
  tenant_id uuid not null,
  act_id uuid not null,
  request_id uuid not null,
  patient_id uuid not null,
  day date,
  team_id uuid,
  position int check (position >= 0),
  starts_at timestamptz,
  locked boolean not null default false,
  primary key (tenant_id, act_id),
  foreign key (tenant_id, act_id) references act (tenant_id, id),
  foreign key (tenant_id, request_id) references request (tenant_id, id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id),
  foreign key (tenant_id, team_id) references team (tenant_id, id),
  check (num_nulls(day, team_id, position, starts_at) in (0, 4)),
  check (day is not null or not locked),
  unique (tenant_id, day, team_id, position) deferrable initially deferred
);

-- What was announced, and what became of it; a visit not done leaves its stop behind and may get another.
create table tour_stop (
  tenant_id uuid not null,
  id uuid not null,
  act_id uuid not null,
  request_id uuid not null,
  patient_id uuid not null,
  team_id uuid not null,
  day date not null,
  -- Null once withdrawn or not done.
  position int check (position >= 0),
  arrive_at timestamptz not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  travel_seconds int not null,
  travel_meters int not null,
  -- The promise.
  from_at timestamptz not null,
  to_at timestamptz not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  status text not null check (status in ('planned', 'en_route', 'arrived', 'done', 'not_done')),
  -- Times of the telephone.
  en_route_at timestamptz,
  arrived_at timestamptz,
  ended_at timestamptz,
  not_done_reason text,
  ended_by uuid references professional (id),
  sheet_saved_at timestamptz,
  sealed bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, act_id) references act (tenant_id, id),
  foreign key (tenant_id, request_id) references request (tenant_id, id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id),
  foreign key (tenant_id, team_id) references team (tenant_id, id),
  check (from_at < to_at and start_at <= end_at),
  check ((status = 'not_done') = (not_done_reason is not null)),
  check ((sealed is null) = (sheet_saved_at is null)),
  unique (tenant_id, day, team_id, position) deferrable initially deferred
);
-- One living stop a visit: one team, one day.
create unique index tour_stop_live on tour_stop (tenant_id, act_id) where withdrawn_at is null and status <> 'not_done';
create index tour_stop_request on tour_stop (tenant_id, request_id);
create index tour_stop_patient on tour_stop (tenant_id, patient_id, day);

-- Keys of the telephone's writes: the same one again changes nothing.
create table nurse_write (
  tenant_id uuid not null references ess (id),
  key uuid not null,
  act_id uuid not null,
  kind text not null check (kind in ('status', 'sheet', 'done', 'not_done')),
  fingerprint bytea not null,
  by_id uuid not null references professional (id),
  at timestamptz not null,
  primary key (tenant_id, key),
  foreign key (tenant_id, act_id) references act (tenant_id, id)
);
`;

const TENANT_TABLE_NAMES = ['team', 'team_member', 'tour', 'visit', 'tour_stop', 'nurse_write'];

const WALLS = TENANT_TABLE_NAMES.map(
  (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy tenant on ${table} to guichet_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
`,
).join('');

const RIGHTS = `
grant select, insert on team, team_member, nurse_write to guichet_app;
grant select, insert, update on tour, visit, tour_stop to guichet_app;
`;

/** Teams that drive, the plan of their days, what was announced and what became of it. */
export class MobileTeam20261121221000 implements MigrationInterface {
  name = 'MobileTeam20261121221000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, WALLS, RIGHTS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

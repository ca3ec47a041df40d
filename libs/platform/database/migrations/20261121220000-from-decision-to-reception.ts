import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHANGES = `
-- Decisions an ESS delegates to its case-managers, and the commune it works from.
alter table ess
  add column delegated_moves text[] not null default '{}',
  add column seat_insee text references commune (insee_code);
alter table request
  add column requester_role text,
  add column modality text,
  -- When somebody took it by name; null while it waits in a pool.
  add column taken_at timestamptz,
  -- To whom it comes back: who asked, who ordered the exam, who will read.
  add column return_to uuid references professional (id),
  add column paused_at timestamptz,
  -- By when its class promises an answer, whatever the step; moved only by a pause or a new question.
  add column promised_by timestamptz,
  -- Announced start and end of the visit or appointment.
  add column planned_from timestamptz,
  add column planned_to timestamptz,
  -- What the request becomes once its answer is received.
  add column closes_as text check (closes_as in ('closed', 'declined', 'redirected')),
  add column decided_at timestamptz,
  add column answered_at timestamptz;
create index request_action on request (tenant_id, next_action, due_at)
  where state not in ('closed', 'cancelled', 'declined', 'redirected', 'merged');
`;

const TABLES = `
create table act (
  tenant_id uuid not null references ess (id),
  id uuid not null,
  request_id uuid not null,
  patient_id uuid not null,
  kind text not null,
  state text not null check (state in ('open', 'done', 'cancelled', 'undone')),
  ordered_by uuid not null references professional (id),
  ordered_at timestamptz not null,
  -- Version of the request that opened it, and the one that ended it: an undo finds them.
  opened_version int not null,
  ended_version int,
  ended_at timestamptz,
  due_at timestamptz not null,
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references request (tenant_id, id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id),
  check ((state = 'open') = (ended_at is null))
);
create index act_request on act (tenant_id, request_id, ordered_at);
-- One open act a request: the next one is ordered when this one has its answer.
create unique index act_open on act (tenant_id, request_id) where state = 'open';
create index act_open_kind on act (tenant_id, kind, due_at) where state = 'open';

create table undo (
  tenant_id uuid not null,
  request_id uuid not null,
  event_id uuid not null,
  actor_id uuid not null references professional (id),
  made_at timestamptz not null,
  version_after int not null,
  before jsonb not null,
  primary key (tenant_id, request_id),
  foreign key (tenant_id, request_id) references request (tenant_id, id),
  foreign key (tenant_id, event_id) references event (tenant_id, id)
);

create table report (
  tenant_id uuid not null references ess (id),
  id uuid not null,
  request_id uuid not null,
  patient_id uuid not null,
  act_id uuid,
  kind text not null,
  author_id uuid not null references professional (id),
  signed_at timestamptz not null,
  -- The requester sees it once the undo window has passed.
  visible_at timestamptz not null,
  request_version int not null,
  withdrawn_at timestamptz,
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references request (tenant_id, id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id),
  foreign key (tenant_id, act_id) references act (tenant_id, id)
);
create index report_request on report (tenant_id, request_id, signed_at);
create index report_patient on report (tenant_id, patient_id, signed_at);

create table reception (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  request_id uuid not null,
  kind text not null check (kind in ('read', 'acknowledged', 'by_phone')),
  -- Who gave the proof: the reader himself, or the secretary who read it aloud.
  by_id uuid not null references professional (id),
  at timestamptz not null,
  -- To whom it was read by phone.
  sealed_told_to bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references report (tenant_id, id),
  foreign key (tenant_id, request_id) references request (tenant_id, id),
  check ((kind = 'by_phone') = (sealed_told_to is not null)),
  unique (tenant_id, report_id, kind, by_id)
);
create index reception_request on reception (tenant_id, request_id, at);

create table outcome (
  tenant_id uuid not null,
  request_id uuid not null,
  happened text not null,
  without_ess text,
  told_by uuid not null references professional (id),
  told_at timestamptz not null,
  primary key (tenant_id, request_id),
  foreign key (tenant_id, request_id) references request (tenant_id, id)
);
`;

const DESK_QUEUE = `
-- What waits at the desk itself: the other next actions have their own lists.
create function at_desk(p_state text, p_action text) returns boolean language sql immutable parallel safe
  as $$ select p_state in ('received', 'proposed', 'confirmed', 'emergency')
            or p_action in ('await_info', 'chase_info', 'chase_reception') $$;
create index request_desk on request (tenant_id, queue_rank, due_at, id) where at_desk(state, next_action);

create or replace function desk_queue(p_tenant uuid, p_user uuid, p_limit int, p_rank int, p_due timestamptz, p_id uuid)
returns table (
  id uuid, reference text, version int, state text, class text, class_status text, declared_class text, queue_rank smallint,
  channel text, owner_kind text, owner_id uuid, owner_name text, next_action text, received_at timestamptz,
  due_at timestamptz, react_by timestamptz, acknowledged_at timestamptz, missing_count int,
  patient_id uuid, birth_name text, given_names text, sex text, birth_date text, commune_name text,
  wrapped_key bytea, sealed_summary bytea)
language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true), set_config('app.user', coalesce(p_user::text, ''), true);
  return query
    select r.id, r.reference, r.version, r.state, r.class, r.class_status, r.declared_class, r.queue_rank,
           r.channel, r.owner_kind, r.owner_id, trim(o.civility || ' ' || o.given_name || ' ' || o.family_name),
           r.next_action, r.received_at, r.due_at, r.react_by, r.acknowledged_at, r.missing_count,
           p.id, p.birth_name, p.given_names, p.sex, p.birth_date::text, c.name, p.wrapped_key, r.sealed_summary
      from (select * from request q
             where q.tenant_id = p_tenant and at_desk(q.state, q.next_action)
               and (p_id is null or (q.queue_rank, q.due_at, q.id) > (p_rank::smallint, p_due, p_id))
             order by q.queue_rank, q.due_at, q.id
             limit p_limit) r
      join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
      left join professional o on r.owner_kind = 'user' and o.id = r.owner_id
      left join commune c on c.insee_code = r.commune_insee
     order by r.queue_rank, r.due_at, r.id;
end $$;
grant execute on function at_desk(text, text) to guichet_app, guichet_system;
`;

const TENANT_TABLE_NAMES = ['act', 'undo', 'report', 'reception', 'outcome'];

const WALLS = TENANT_TABLE_NAMES.map(
  (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy tenant on ${table} to guichet_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
`,
).join('');

const RIGHTS = `
grant select, insert, update on act, undo, outcome to guichet_app;
grant select, insert, update (withdrawn_at) on report to guichet_app;
grant select, insert on reception to guichet_app;
`;

/** Acts, undo, reports and their reception. */
export class FromDecisionToReception20261121220000 implements MigrationInterface {
  name = 'FromDecisionToReception20261121220000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CHANGES, TABLES, DESK_QUEUE, WALLS, RIGHTS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

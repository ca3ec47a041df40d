import type { MigrationInterface, QueryRunner } from 'typeorm';

const GLOBAL_TABLES = `
create table ess (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{3,40}$'),
  name text not null,
  specialty text not null,
  region text not null,
  triage_mode text not null default 'organisation' check (triage_mode in ('organisation', 'protocol')),
  timezone text not null default 'Europe/Paris',
  phone text not null,
  hours jsonb not null,
  public_page jsonb not null,
  protocol_signature jsonb,
  wrapped_key bytea not null,
  created_at timestamptz not null
);
create table commune (
  insee_code text primary key check (insee_code ~ '^([0-9]{2}|2[AB])[0-9]{3}$'),
  name text not null,
  search_name text not null,
  lat double precision not null,
  lng double precision not null
);
create index commune_search on commune (search_name text_pattern_ops);
create table professional (
  id uuid primary key,
  civility text not null default '',
  family_name text not null,
  given_name text not null,
  profession text not null,
  rpps text unique,
  phone text,
  email text,
  search_name text not null,
  created_at timestamptz not null
);
create index professional_search on professional (search_name text_pattern_ops);
create index professional_phone on professional (phone);
create table organisation (
  id uuid primary key,
  kind text not null,
  name text not null,
  commune_insee text references commune (insee_code),
  address text,
  phone text,
  created_at timestamptz not null
);
create table account (
  id uuid primary key,
  professional_id uuid not null references professional (id),
  email text not null unique check (email = lower(email)),
  password_hash text not null,
  disabled_at timestamptz,
  created_at timestamptz not null
);
create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references account (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on session (account_id);
create table sign_in_attempt (
  id uuid primary key,
  email text not null,
  address text not null,
  at timestamptz not null
);
create index sign_in_attempt_recent on sign_in_attempt (email, at);
`;

const TENANT_TABLES = `
create table membership (
  tenant_id uuid not null references ess (id),
  id uuid not null,
  professional_id uuid not null references professional (id),
  role text not null,
  requester_role text,
  organisation_id uuid references organisation (id),
  starts_on date not null,
  ends_on date,
  primary key (tenant_id, id),
  check (role <> 'requester' or (requester_role is not null and organisation_id is not null))
);
create index membership_professional on membership (professional_id);
create index membership_organisation on membership (tenant_id, organisation_id);
create table on_call (
  tenant_id uuid not null references ess (id),
  id uuid not null,
  professional_id uuid not null references professional (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (tenant_id, id),
  check (starts_at < ends_at)
);
create index on_call_period on on_call (tenant_id, starts_at, ends_at);
create table patient (
  tenant_id uuid not null references ess (id),
  id uuid not null,
  wrapped_key bytea not null,
  birth_name text not null check (length(birth_name) between 1 and 100),
  given_names text not null check (length(given_names) between 1 and 100),
  sex text not null check (sex in ('F', 'M', 'unknown')),
  birth_date date not null,
  commune_insee text,
  search_name text not null,
  ins_index bytea,
  phone_index bytea,
  sealed bytea not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create index patient_birth_date on patient (tenant_id, birth_date);
create index patient_ins on patient (tenant_id, ins_index) where ins_index is not null;
create table patient_organisation (
  tenant_id uuid not null,
  patient_id uuid not null,
  organisation_id uuid not null references organisation (id),
  since timestamptz not null,
  primary key (tenant_id, patient_id, organisation_id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id)
);
create table request (
  tenant_id uuid not null references ess (id),
  id uuid not null,
  draft_id uuid not null,
  fingerprint bytea not null,
  reference text not null check (reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  patient_id uuid not null,
  author_id uuid not null references professional (id),
  organisation_id uuid not null references organisation (id),
  taken_by uuid references professional (id),
  treating_doctor_id uuid references professional (id),
  channel text not null check (channel in ('form', 'phone')),
  state text not null,
  reason text not null,
  commune_insee text,
  wished_modality text,
  declared_class text not null check (declared_class ~ '^P[0-4]$'),
  proposed_class text check (proposed_class ~ '^P[0-4]$'),
  class text not null check (class ~ '^P[0-4]$'),
  class_status text not null check (class_status in ('declared', 'proposed', 'confirmed')),
  owner_kind text,
  owner_id uuid,
  next_action text not null,
  received_at timestamptz not null,
  due_at timestamptz,
  react_by timestamptz,
  acknowledged_at timestamptz,
  closed_at timestamptz,
  missing_count int not null default 0,
  sealed bytea not null,
  sealed_summary bytea not null,
  changed_by uuid,
  changed_at timestamptz not null,
  version int not null,
  queue_rank smallint not null generated always as (
    case when state = 'emergency' then 0
         when class in ('P0', 'P1') or (class_status <> 'confirmed' and declared_class in ('P0', 'P1')) then 1
         else 2 end) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id),
  unique (tenant_id, reference),
  unique (tenant_id, draft_id),
  constraint request_always_owned check (
    case when state in ('closed', 'cancelled', 'declined', 'redirected', 'merged')
         then next_action = 'none' and closed_at is not null
         else owner_kind in ('user', 'desk', 'team') and owner_id is not null and next_action <> 'none'
              and due_at is not null and react_by is not null end)
);
create index request_queue on request (tenant_id, queue_rank, due_at, id)
  where state not in ('closed', 'cancelled', 'declined', 'redirected', 'merged');
create index request_author on request (tenant_id, author_id, received_at desc);
create index request_organisation on request (tenant_id, organisation_id, received_at desc);
create index request_patient on request (tenant_id, patient_id);
create table evaluation (
  tenant_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  at timestamptz not null,
  mode text not null check (mode in ('organisation', 'protocol')),
  class text not null check (class ~ '^P[0-4]$'),
  protocol_id text,
  protocol_version text,
  protocol_sha256 text,
  engine_version text not null,
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references request (tenant_id, id)
);
create index evaluation_request on evaluation (tenant_id, request_id, at desc);
create table event (
  tenant_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  type text not null,
  version int not null,
  at timestamptz not null,
  actor_id uuid,
  data jsonb not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references request (tenant_id, id)
);
create index event_request on event (tenant_id, request_id, at, id);
create table event_note (
  tenant_id uuid not null,
  event_id uuid not null,
  sealed bytea not null,
  primary key (tenant_id, event_id),
  foreign key (tenant_id, event_id) references event (tenant_id, id)
);
create table delivery (
  tenant_id uuid not null,
  event_id uuid not null,
  consumer text not null,
  priority smallint not null check (priority between 1 and 10),
  available_at timestamptz not null,
  queued_at timestamptz,
  done_at timestamptz,
  primary key (tenant_id, event_id, consumer),
  foreign key (tenant_id, event_id) references event (tenant_id, id)
);
create index delivery_undone on delivery (priority, available_at) where done_at is null;
create table mail (
  tenant_id uuid not null,
  event_id uuid not null,
  consumer text not null,
  recipient_id uuid not null references professional (id),
  state text not null check (state in ('sending', 'sent', 'no_address')),
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant_id, event_id, consumer),
  foreign key (tenant_id, event_id) references event (tenant_id, id)
);
create table draft (
  tenant_id uuid not null references ess (id),
  id uuid not null,
  author_id uuid not null references professional (id),
  step smallint not null check (step between 1 and 4),
  version int not null,
  saved_at timestamptz not null,
  sent_at timestamptz,
  sealed bytea not null,
  primary key (tenant_id, id)
);
create index draft_author on draft (tenant_id, author_id) where sent_at is null;
create table audit (
  tenant_id uuid not null references ess (id),
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  resource text not null,
  resource_id uuid,
  reason text not null,
  seq bigint,
  prev bytea,
  hash bytea,
  primary key (tenant_id, id),
  unique (tenant_id, seq)
);
create index audit_unsealed on audit (tenant_id, id) where seq is null;
create index audit_resource on audit (tenant_id, resource_id);
create table audit_head (
  tenant_id uuid primary key references ess (id),
  seq bigint not null,
  hash bytea not null
);
`;

const FUNCTIONS = `
create function app_tenant() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;
create function app_user() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.user', true), '')::uuid $$;

-- The desk's queue in one round trip: urgent first, then earliest due. Keyset on (queue_rank, due_at, id).
create function desk_queue(p_tenant uuid, p_user uuid, p_limit int, p_rank int, p_due timestamptz, p_id uuid)
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
             where q.tenant_id = p_tenant
               and q.state not in ('closed', 'cancelled', 'declined', 'redirected', 'merged')
               and (p_id is null or (q.queue_rank, q.due_at, q.id) > (p_rank::smallint, p_due, p_id))
             order by q.queue_rank, q.due_at, q.id
             limit p_limit) r
      join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
      left join professional o on r.owner_kind = 'user' and o.id = r.owner_id
      left join commune c on c.insee_code = r.commune_insee
     order by r.queue_rank, r.due_at, r.id;
end $$;
`;

const TENANT_TABLE_NAMES = [
  'membership',
  'on_call',
  'patient',
  'patient_organisation',
  'request',
  'evaluation',
  'event',
  'event_note',
  'delivery',
  'mail',
  'draft',
  'audit',
  'audit_head',
];

const WALLS = TENANT_TABLE_NAMES.map(
  (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy tenant on ${table} to guichet_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
`,
).join('');

const RIGHTS = `
-- A person sees his own memberships before he has chosen an ESS.
create policy own on membership for select to guichet_app using (professional_id = (select app_user()));
create policy system on delivery to guichet_system using (true) with check (true);
create policy system on audit to guichet_system using (true) with check (true);
create policy system on audit_head to guichet_system using (true) with check (true);

grant usage on schema public to guichet_app, guichet_system;
grant execute on all functions in schema public to guichet_app, guichet_system;
grant select, insert, update on ess, commune, professional, organisation, account to guichet_app;
grant select, insert, update, delete on session, sign_in_attempt to guichet_app;
grant select, insert, update on membership, on_call, patient, patient_organisation, request, mail to guichet_app;
grant select, insert on evaluation, event, event_note, audit to guichet_app;
grant select, insert, update (done_at) on delivery to guichet_app;
grant select, insert, update, delete on draft to guichet_app;
grant select on audit_head to guichet_app;
grant select, update (queued_at) on delivery to guichet_system;
grant select, update (seq, prev, hash) on audit to guichet_system;
grant select, insert, update on audit_head to guichet_system;
`;

export class FirstLight20261121180000 implements MigrationInterface {
  name = 'FirstLight20261121180000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [GLOBAL_TABLES, TENANT_TABLES, FUNCTIONS, WALLS, RIGHTS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

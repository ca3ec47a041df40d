import type { MigrationInterface, QueryRunner } from 'typeorm';

const GLOBAL = `
alter table account alter column professional_id drop not null;
alter table account alter column password_hash drop not null;
alter table account add column wrapped_key bytea not null default '';
alter table account add column platform_admin boolean not null default false;
alter table account add column psc_subject text unique;
alter table account add column password_changed_at timestamptz;
comment on column account.professional_id is 'null: the account of a patient';
comment on column account.wrapped_key is 'key of the account under the master key: what its factors are sealed with; empty until it has one';
comment on column account.psc_subject is 'SubjectNameID of Pro Santé Connect: 8 + RPPS, or 0 + ADELI';

create table factor (
  id uuid primary key,
  account_id uuid not null references account (id),
  kind text not null check (kind in ('totp', 'webauthn')),
  label text not null check (length(label) between 1 and 60),
  sealed bytea not null,
  credential_id text unique,
  counter bigint not null default 0,
  last_step bigint,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_used_at timestamptz,
  check ((kind = 'webauthn') = (credential_id is not null))
);
create index factor_account on factor (account_id);
create table recovery_code (
  id uuid primary key,
  account_id uuid not null references account (id),
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index recovery_code_account on recovery_code (account_id);
create table device (
  id uuid primary key,
  account_id uuid not null references account (id),
  token_hash bytea not null unique,
  label text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  trusted_until timestamptz
);
create index device_account on device (account_id);
comment on table device is 'a browser an account has signed in from; trusted: the second factor is not asked again until then';

alter table session add column stage text not null default 'open' check (stage in ('factor', 'enrol', 'exercice', 'open'));
alter table session add column method text not null default 'password' check (method in ('password', 'psc'));
alter table session add column factor_at timestamptz;
alter table session add column device_id uuid references device (id) on delete set null;
alter table session add column agent text not null default '';
alter table session add column challenge text;
alter table session add column sealed bytea;
comment on column session.sealed is 'what Pro Santé Connect said, under the key of the account: the token to end its session, the exercice chosen';
alter table sign_in_attempt add column device_id uuid;
create index sign_in_attempt_address on sign_in_attempt (address, at);

create table job_run (
  name text not null,
  day date not null,
  started_at timestamptz not null,
  done_at timestamptz,
  primary key (name, day)
);
comment on table job_run is 'a daily job is run by one worker: who inserts the row runs it';

alter table ess add column sharing_default text not null default 'consent' check (sharing_default in ('consent', 'team'));
comment on column ess.sharing_default is 'once nothing is open: consent asks a live consent, team opens the file to the whole team unless opposed';
`;

const TENANT = `
alter table membership add column delegate_of uuid references professional (id);
alter table membership add constraint membership_delegate
  check ((role = 'delegate') = (delegate_of is not null) and (role <> 'delegate' or organisation_id is not null));
alter table membership add constraint membership_temporary check (role not in ('locum', 'intern') or ends_on is not null);

create table invitation (
  tenant_id uuid not null references ess (id),
  id uuid not null,
  professional_id uuid references professional (id),
  patient_id uuid,
  email text not null check (email = lower(email)),
  role text,
  requester_role text,
  organisation_id uuid references organisation (id),
  delegate_of uuid references professional (id),
  starts_on date,
  ends_on date,
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id),
  check ((professional_id is null) <> (patient_id is null)),
  check ((role is null) = (professional_id is null))
);
create table link (
  tenant_id uuid not null references ess (id),
  id uuid not null,
  purpose text not null check (purpose in ('password')),
  account_id uuid not null references account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id)
);
create table departure (
  tenant_id uuid not null references ess (id),
  id uuid not null,
  professional_id uuid not null references professional (id),
  at timestamptz not null,
  by_id uuid,
  handed_to uuid references professional (id),
  requests_handed int not null,
  sessions_ended int not null,
  primary key (tenant_id, id)
);
create table patient_account (
  tenant_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  account_id uuid not null references account (id),
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id)
);

alter table patient add column insi_at timestamptz;
alter table patient add column document_kind text;
alter table patient add column document_checked_at timestamptz;
alter table patient add column document_checked_by uuid references professional (id);
alter table patient add column merged_into uuid;
alter table patient add column version int not null default 1;
alter table patient add constraint patient_merged foreign key (tenant_id, merged_into) references patient (tenant_id, id);
alter table patient add constraint patient_merged_elsewhere check (merged_into <> id);
alter table patient add constraint patient_document check ((document_kind is null) = (document_checked_at is null));
create index patient_merged_into on patient (tenant_id, merged_into) where merged_into is not null;
create index patient_phone on patient (tenant_id, phone_index) where phone_index is not null;
comment on column patient.insi_at is 'first fact of the status: the INS was retrieved or verified by the national service';
comment on column patient.document_checked_at is 'second fact of the status: somebody saw an identity document';
comment on column patient.merged_into is 'the same person as this other row: a link, so that it can be undone and each key stays its own';

create table patient_change (
  tenant_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  other_id uuid,
  kind text not null check (kind in ('corrected', 'document', 'insi', 'merged', 'unmerged')),
  at timestamptz not null,
  by_id uuid,
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id),
  foreign key (tenant_id, other_id) references patient (tenant_id, id)
);
create index patient_change_patient on patient_change (tenant_id, patient_id, at);
create table patient_distinct (
  tenant_id uuid not null,
  patient_id uuid not null,
  other_id uuid not null,
  at timestamptz not null,
  by_id uuid,
  primary key (tenant_id, patient_id, other_id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id),
  foreign key (tenant_id, other_id) references patient (tenant_id, id),
  check (patient_id < other_id)
);
create table consent (
  tenant_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  kind text not null check (kind in ('information', 'consent', 'opposition', 'withdrawal')),
  mode text not null check (mode in ('oral', 'ecrit', 'proche', 'electronique')),
  at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  request_id uuid,
  sealed bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id),
  foreign key (tenant_id, request_id) references request (tenant_id, id)
);
create index consent_patient on consent (tenant_id, patient_id, at);
create table circle_member (
  tenant_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  kind text not null check (kind in ('professional', 'relative')),
  professional_id uuid references professional (id),
  sealed bytea not null,
  starts_on date not null,
  ends_on date,
  added_at timestamptz not null,
  added_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id),
  check ((kind = 'professional') = (professional_id is not null)),
  check (ends_on is null or ends_on >= starts_on)
);
create index circle_member_patient on circle_member (tenant_id, patient_id);
create index circle_member_professional on circle_member (tenant_id, professional_id) where professional_id is not null;
create table exceptional_access (
  tenant_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  professional_id uuid not null references professional (id),
  reason_code text not null,
  sealed bytea not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id),
  check (expires_at > opened_at and expires_at <= opened_at + interval '60 minutes')
);
create index exceptional_access_live on exceptional_access (tenant_id, professional_id, expires_at);
create table access_review (
  tenant_id uuid not null,
  id uuid not null,
  audit_id uuid,
  exceptional_id uuid,
  patient_id uuid not null,
  verdict text not null check (verdict in ('legitimate', 'to_explain', 'abuse')),
  at timestamptz not null,
  by_id uuid,
  sealed bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, patient_id) references patient (tenant_id, id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, exceptional_id) references exceptional_access (tenant_id, id),
  check ((audit_id is null) <> (exceptional_id is null))
);
create index access_review_audit on access_review (tenant_id, audit_id);
create index audit_time on audit (tenant_id, at);
create index audit_actor on audit (tenant_id, actor_id, at);

alter table event alter column request_id drop not null;
alter table event add column subject_id uuid;
alter table event add constraint event_subject check ((request_id is null) = (subject_id is not null));
`;

const TABLES = [
  'invitation',
  'link',
  'departure',
  'patient_account',
  'patient_change',
  'patient_distinct',
  'consent',
  'circle_member',
  'exceptional_access',
  'access_review',
];

const WALLS = TABLES.map(
  (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy tenant on ${table} to guichet_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
`,
).join('');

const RIGHTS = `
grant select, insert, update, delete on factor, recovery_code, device to guichet_app;
grant select, insert, update on job_run to guichet_app;
grant select, insert, update on invitation, link, patient_account, circle_member, exceptional_access to guichet_app;
grant select, insert on departure, patient_change, consent, access_review to guichet_app;
grant select, insert, delete on patient_distinct to guichet_app;
`;

/** Who one is, what one may see, and the proof of who saw what. */
export class Trust20261122013000 implements MigrationInterface {
  name = 'Trust20261122013000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [GLOBAL, TENANT, WALLS, RIGHTS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
alter table consent drop constraint consent_mode_check;
alter table consent add constraint consent_mode_check
  check (mode in ('oral', 'ecrit', 'proche', 'electronique', 'impossible') and (mode <> 'impossible' or kind = 'information'));
alter table circle_member add column ended_at timestamptz;
alter table circle_member add column ended_by uuid;
comment on column circle_member.ended_at is 'out at once, whatever the period said';
comment on column patient.merged_into is 'the file it is one with: never a file that is itself merged, so that one step always leads there';
`;

/**
 * A merged file points to a file that stands by itself, and nothing points to a merged file: no cycle, no chain.
 * The lock makes two merges at once wait for each other, whoever asks and from where.
 */
const MERGE_GUARDS = `
create function patient_merge_target() returns trigger language plpgsql as $$
begin
  if new.merged_into is distinct from old.merged_into and new.merged_into is not null then
    perform 1 from patient p
      where p.tenant_id = new.tenant_id and p.id = new.merged_into and p.merged_into is null and p.erased_at is null
      for update;
    if not found then
      raise exception 'a patient is merged into one that stands by itself' using errcode = 'check_violation', constraint = 'patient_merge_target';
    end if;
  end if;
  return new;
end $$;
create trigger patient_merge_target before update of merged_into on patient
  for each row execute function patient_merge_target();
create function patient_merge_flat() returns trigger language plpgsql as $$
begin
  if new.merged_into is not null and exists (
    select 1 from patient p where p.tenant_id = new.tenant_id and p.merged_into = new.id) then
    raise exception 'a merged patient has none merged into it' using errcode = 'check_violation', constraint = 'patient_merge_flat';
  end if;
  return null;
end $$;
create trigger patient_merge_flat after update of merged_into on patient
  for each row execute function patient_merge_flat();
`;

/**
 * The rule of access (invariant 7) in one place. \`root\` is the file a patient is known by: his own, or the one it was
 * merged into. Each function runs as its caller, behind the wall of the tenant.
 */
const REACH = `
create function patient_root(p_tenant uuid, p_patient uuid) returns uuid language sql stable as $$
  select coalesce(p.merged_into, p.id) from patient p where p.tenant_id = p_tenant and p.id = p_patient
$$;

create function sharing_state(p_tenant uuid, p_root uuid) returns text language sql stable as $$
  select case c.kind when 'consent' then 'consented' when 'opposition' then 'opposed' else 'unknown' end
    from consent c join patient p on p.tenant_id = c.tenant_id and p.id = c.patient_id
   where c.tenant_id = p_tenant and (p.id = p_root or p.merged_into = p_root) and c.kind <> 'information'
   order by c.at desc, c.recorded_at desc, c.id desc limit 1
$$;

create function took_part(p_tenant uuid, p_request uuid, p_professional uuid) returns boolean language sql stable as $$
  select exists (select 1 from request r
                  where r.tenant_id = p_tenant and r.id = p_request
                    and ((r.owner_kind = 'user' and r.owner_id = p_professional) or r.taken_by = p_professional))
      or exists (select 1 from event e
                  where e.tenant_id = p_tenant and e.request_id = p_request and e.actor_id = p_professional)
      or exists (select 1 from act a
                  where a.tenant_id = p_tenant and a.request_id = p_request and a.ordered_by = p_professional)
      or exists (select 1 from report t
                  where t.tenant_id = p_tenant and t.request_id = p_request and t.author_id = p_professional)
$$;

create function whole_file_reason(
  p_tenant uuid, p_root uuid, p_professional uuid, p_desk boolean, p_now timestamptz, p_today date)
returns text language sql stable as $$
  with family as (select p.id from patient p where p.tenant_id = p_tenant and (p.id = p_root or p.merged_into = p_root)),
       sharing as (select coalesce(sharing_state(p_tenant, p_root), 'unknown') as state)
  select case
    when p_desk and exists (
      select 1 from request r join family f on f.id = r.patient_id
       where r.tenant_id = p_tenant and r.state not in ('closed', 'cancelled', 'declined', 'redirected', 'merged'))
      then 'desk'
    when p_desk and (select state from sharing) = 'consented' then 'consent'
    when p_desk and (select state from sharing) <> 'opposed'
      and exists (select 1 from ess e where e.id = p_tenant and e.sharing_default = 'team') then 'desk'
    when (select state from sharing) <> 'opposed' and exists (
      select 1 from circle_member c join family f on f.id = c.patient_id
       where c.tenant_id = p_tenant and c.professional_id = p_professional and c.ended_at is null
         and c.starts_on <= p_today and (c.ends_on is null or c.ends_on >= p_today)) then 'care_circle'
    when exists (
      select 1 from exceptional_access x join family f on f.id = x.patient_id
       where x.tenant_id = p_tenant and x.professional_id = p_professional and x.ended_at is null
         and x.opened_at <= p_now and x.expires_at > p_now) then 'exceptional'
  end
$$;

create function patient_reason(
  p_tenant uuid, p_root uuid, p_professional uuid, p_organisations uuid[], p_reads boolean, p_desk boolean,
  p_now timestamptz, p_today date)
returns text language sql stable as $$
  with asked as (
    select r.id, r.author_id, r.organisation_id, r.treating_doctor_id
      from request r join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
     where r.tenant_id = p_tenant and (p.id = p_root or p.merged_into = p_root))
  select case
    when exists (select 1 from asked where author_id = p_professional) then 'author'
    when exists (select 1 from asked where organisation_id = any(p_organisations)) then 'organisation'
    when exists (select 1 from asked where treating_doctor_id = p_professional) then 'treating_doctor'
    when p_reads and exists (select 1 from asked where took_part(p_tenant, id, p_professional)) then 'assigned'
    else whole_file_reason(p_tenant, p_root, p_professional, p_desk, p_now, p_today)
  end
$$;
grant execute on function patient_root(uuid, uuid), sharing_state(uuid, uuid), took_part(uuid, uuid, uuid),
  whole_file_reason(uuid, uuid, uuid, boolean, timestamptz, date),
  patient_reason(uuid, uuid, uuid, uuid[], boolean, boolean, timestamptz, date) to guichet_app;
`;

/** The queue shows the name a patient is known by. */
const QUEUE = `
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
           p.id, s.birth_name, s.given_names, s.sex, s.birth_date::text, c.name, p.wrapped_key, r.sealed_summary
      from (select * from request q
             where q.tenant_id = p_tenant and at_desk(q.state, q.next_action)
               and (p_id is null or (q.queue_rank, q.due_at, q.id) > (p_rank::smallint, p_due, p_id))
             order by q.queue_rank, q.due_at, q.id
             limit p_limit) r
      join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
      join patient s on s.tenant_id = p.tenant_id and s.id = coalesce(p.merged_into, p.id)
      left join professional o on r.owner_kind = 'user' and o.id = r.owner_id
      left join commune c on c.insee_code = r.commune_insee
     order by r.queue_rank, r.due_at, r.id;
end $$;
`;

/** Who reaches a patient and why, decided by the tables; files that are one person's, without a chain or a cycle. */
export class PatientReach20261122020000 implements MigrationInterface {
  name = 'PatientReach20261122020000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, MERGE_GUARDS, REACH, QUEUE]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

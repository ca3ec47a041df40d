import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The rule of access as it was, asked of the files of one person by an array found once, and never by a join: with
 * the statistics of an emptier day the planner compared every request of the team with every patient. One plan is kept
 * for all calls: made anew at each, it costs more than the question.
 */
const REACH = `
create or replace function sharing_state(p_tenant uuid, p_root uuid) returns text
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare family uuid[] := patient_family(p_tenant, p_root);
begin
  return (select case c.kind when 'consent' then 'consented' when 'opposition' then 'opposed' else 'unknown' end
            from consent c
           where c.tenant_id = p_tenant and c.patient_id = any(family) and c.kind <> 'information'
           order by c.at desc, c.recorded_at desc, c.id desc limit 1);
end $$;

create or replace function whole_file_reason(
  p_tenant uuid, p_root uuid, p_professional uuid, p_desk boolean, p_now timestamptz, p_today date)
returns text language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  family uuid[] := patient_family(p_tenant, p_root);
  sharing text;
begin
  if p_desk and exists (
    select 1 from request r
     where r.tenant_id = p_tenant and r.patient_id = any(family)
       and r.state not in ('closed', 'cancelled', 'declined', 'redirected', 'merged')) then return 'desk'; end if;
  sharing := coalesce(sharing_state(p_tenant, p_root), 'unknown');
  if p_desk and sharing = 'consented' then return 'consent'; end if;
  if p_desk and sharing <> 'opposed' and exists (
    select 1 from ess e where e.id = p_tenant and e.sharing_default = 'team') then return 'desk'; end if;
  if sharing <> 'opposed' and exists (
    select 1 from circle_member c
     where c.tenant_id = p_tenant and c.patient_id = any(family) and c.professional_id = p_professional
       and c.ended_at is null and c.starts_on <= p_today and (c.ends_on is null or c.ends_on >= p_today))
    then return 'care_circle'; end if;
  if exists (
    select 1 from exceptional_access x
     where x.tenant_id = p_tenant and x.patient_id = any(family) and x.professional_id = p_professional
       and x.ended_at is null and x.opened_at <= p_now and x.expires_at > p_now) then return 'exceptional'; end if;
  return null;
end $$;

create or replace function patient_reason(
  p_tenant uuid, p_root uuid, p_professional uuid, p_organisations uuid[], p_reads boolean, p_desk boolean,
  p_now timestamptz, p_today date)
returns text language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  family uuid[] := patient_family(p_tenant, p_root);
  seen text;
begin
  select case min(case when r.author_id = p_professional then 1
                       when r.organisation_id = any(p_organisations) then 2
                       when r.treating_doctor_id = p_professional then 3 end)
           when 1 then 'author' when 2 then 'organisation' when 3 then 'treating_doctor' end
    into seen from request r where r.tenant_id = p_tenant and r.patient_id = any(family);
  if seen is not null then return seen; end if;
  if p_reads and exists (
    select 1 from unnest(array(select r.id from request r where r.tenant_id = p_tenant and r.patient_id = any(family))) as asked (id)
     where took_part(p_tenant, asked.id, p_professional)) then return 'assigned'; end if;
  return whole_file_reason(p_tenant, p_root, p_professional, p_desk, p_now, p_today);
end $$;
`;

/** A patient is reached by his files, found once a question. */
export class ReachByFamily20261122090000 implements MigrationInterface {
  name = 'ReachByFamily20261122090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REACH);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

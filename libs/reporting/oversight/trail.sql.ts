/** What the person is today in this ESS; who left keeps his last role. */
const ROLE = (person: string) => `
  select m.role, m.requester_role from membership m
   where m.tenant_id = $1 and m.professional_id = ${person}
   order by (m.ends_on is null or m.ends_on >= current_date) desc, m.starts_on desc limit 1`;

/** Keyset on (at, id), newest first. The page is chosen before anything is joined to it. */
export const TRAIL_PAGE = `
  with page as materialized (
    select a.* from audit a
     where a.tenant_id = $1
       and ($2::timestamptz is null or a.at >= $2)
       and ($3::timestamptz is null or a.at < $3)
       and ($4::uuid is null or a.actor_id = $4)
       and ($5::uuid[] is null or a.resource_id = any($5))
       and ($6::text[] is null or a.action = any($6))
       and ($7::uuid is null or (a.at, a.id) < (select b.at, b.id from audit b where b.tenant_id = $1 and b.id = $7))
     order by a.at desc, a.id desc
     limit $8)
  select a.id, a.at, a.seq::float8 as seq, a.action, a.reason, a.actor_id,
         case when q.id is not null then trim(q.civility || ' ' || q.given_name || ' ' || q.family_name) end as actor_name,
         m.role, m.requester_role,
         exists (select 1 from patient_account s where s.tenant_id = $1 and s.account_id = a.actor_id) as is_patient,
         p.id as patient_id, p.birth_name, p.given_names, p.birth_date::text as birth_date, r.reference
    from page a
    left join professional q on q.id = a.actor_id
    left join lateral (${ROLE('a.actor_id')}) m on true
    left join attachment t on a.resource = 'attachment' and t.tenant_id = a.tenant_id and t.id = a.resource_id
    left join exceptional_access x on a.resource = 'access' and x.tenant_id = a.tenant_id and x.id = a.resource_id
    left join request r on a.resource in ('request', 'attachment')
                       and r.tenant_id = a.tenant_id and r.id = coalesce(t.request_id, a.resource_id)
    left join patient p on p.tenant_id = a.tenant_id
                       and p.id = coalesce(r.patient_id, x.patient_id, case when a.resource = 'patient' then a.resource_id end)
   order by a.at desc, a.id desc`;

/** Everybody who is or was a member: who left years ago is still in the trail. */
export const TRAIL_PEOPLE = `
  select p.id, trim(p.civility || ' ' || p.given_name || ' ' || p.family_name) as name, m.role, m.requester_role
    from professional p
    join lateral (${ROLE('p.id')}) m on true
   where p.id in (select professional_id from membership where tenant_id = $1)
   order by p.family_name, p.given_name`;

/** $1 tenant, $2 today there. One row a person of the ESS, with what he is now. */
const WHO = `
  with mine as (
    select professional_id,
           bool_or(role not in ('requester', 'delegate')) as in_team,
           bool_or(suspended_at is not null and ended_at is null) as suspended,
           bool_or(ended_at is null and suspended_at is null and (ends_on is null or ends_on >= $2::date)) as live
      from membership where tenant_id = $1 group by professional_id),
  asked as (
    select distinct on (professional_id) professional_id, id, email, role, created_at, expires_at
      from invitation
     where tenant_id = $1 and professional_id is not null and accepted_at is null and revoked_at is null
     order by professional_id, created_at desc),
  who as (
    select coalesce(m.professional_id, i.professional_id) as id,
           coalesce(m.in_team, false) or coalesce(i.role not in ('requester', 'delegate'), false) as in_team,
           case when m.live and a.disabled_at is not null then 'disabled'
                when m.live and a.id is not null then 'active'
                when m.suspended and not m.live then 'disabled'
                when i.id is not null then 'invited'
                when m.live then 'no_account'
                else 'left' end as state,
           a.id as account_id, coalesce(a.email, i.email) as email,
           i.id as invitation_id, i.email as invited_email, i.role as invited_role, i.created_at, i.expires_at
      from mine m
      full join asked i on i.professional_id = m.professional_id
      left join account a on a.professional_id = coalesce(m.professional_id, i.professional_id))
  select w.id, w.state, w.in_team as "inTeam", w.account_id as "accountId", coalesce(w.email, p.email) as email,
         w.invitation_id as "invitationId", w.invited_email as "invitedEmail", w.invited_role as "invitedRole",
         w.created_at as "invitedAt", w.expires_at as "invitedUntil",
         trim(p.civility || ' ' || p.given_name || ' ' || p.family_name) as name, p.profession, p.rpps,
         p.search_name as "searchName",
         (select greatest(max(s.last_seen_at), (select max(d.last_seen_at) from device d where d.account_id = w.account_id))
            from session s where s.account_id = w.account_id) as "lastSeenAt"
    from who w join professional p on p.id = w.id`;

export const ONE_PERSON = `${WHO} where w.id = $3`;

/** $3 group, $4 words searched for, $5 and $6 where the page before ended, $7 how many. */
export const PEOPLE_PAGE = `${WHO}
   where case $3 when 'team' then w.in_team and w.state <> 'left'
                 when 'requesters' then not w.in_team and w.state <> 'left'
                 else w.state = 'left' end
     and ($4 = '' or p.search_name like $4 || '%' or p.search_name like '% ' || $4 || '%')
     and ($5::text is null or (p.search_name, w.id) > ($5, $6::uuid))
   order by p.search_name, w.id
   limit $7`;

/** $1 tenant, $2 today there, $3 people. */
export const ROLES_OF = `
  select m.id, m.professional_id as "professionalId", m.role, m.requester_role as "requesterRole",
         m.organisation_id as "organisationId", o.name as "organisationName",
         trim(d.civility || ' ' || d.given_name || ' ' || d.family_name) as "delegateOfName",
         m.starts_on::text as "startsOn", m.ends_on::text as "endsOn",
         m.suspended_at is null and m.ended_at is null and m.starts_on <= $2::date
           and (m.ends_on is null or m.ends_on >= $2::date) as live
    from membership m
    left join organisation o on o.id = m.organisation_id
    left join professional d on d.id = m.delegate_of
   where m.tenant_id = $1 and m.professional_id = any($3::uuid[])
   order by m.ended_at nulls first, m.starts_on, m.id`;

export const ORGANISATIONS = `
  select distinct o.id, o.name, o.kind
    from membership m join organisation o on o.id = m.organisation_id
   where m.tenant_id = $1 order by o.name limit 1000`;

/** $3 roles. Live people of these roles, one row an organisation. */
export const PEOPLE_OF_ROLES = `
  select distinct m.professional_id as id, trim(p.civility || ' ' || p.given_name || ' ' || p.family_name) as name,
         o.id as "organisationId", o.name as "organisationName", p.search_name
    from membership m
    join professional p on p.id = m.professional_id
    left join organisation o on o.id = m.organisation_id
   where m.tenant_id = $1 and m.role = any($3) and m.suspended_at is null and m.ended_at is null
     and m.starts_on <= $2::date and (m.ends_on is null or m.ends_on >= $2::date)
   order by p.search_name limit 2000`;

const OPENED = `
   where a.tenant_id = $1 and a.at >= $2 and a.reason <> 'exceptional'
     and a.action in ('request.read', 'report.read', 'visit.read', 'attachment.listed', 'attachment.read', 'patient.read')`;

/** Whose file a line of the trail is about. */
const OF_PATIENT = `
    left join attachment t on a.resource = 'attachment' and t.tenant_id = $1 and t.id = a.resource_id
    left join request r on a.resource in ('request', 'attachment')
                       and r.tenant_id = $1 and r.id = coalesce(t.request_id, a.resource_id)`;
const PATIENT_ID = `coalesce(r.patient_id, case when a.resource = 'patient' then a.resource_id end)`;

/** Each patient of whom something was opened: what was opened, once each, before whose it is. */
export const OPENED_PATIENTS = `
  with a as materialized (select distinct a.resource, a.resource_id from audit a ${OPENED})
  select distinct ${PATIENT_ID} as id from a ${OF_PATIENT}
   where ${PATIENT_ID} is not null`;

/** Openings of a file by somebody, in the period; those of an exceptional access are reviewed with it. */
const OPENINGS = (more: string) => `
  select a.id, a.at, a.actor_id, a.reason, (a.at at time zone $3)::date as day, ${PATIENT_ID} as patient_id
    from audit a
    join professional q on q.id = a.actor_id ${OF_PATIENT} ${OPENED} ${more}`;

/** What a line of the trail about these people and these patients is about. */
const OF_CHOSEN = `
     and a.actor_id = any($4::uuid[])
     and a.resource_id = any(array(select unnest($5::uuid[])
                                   union all select id from request where tenant_id = $1 and patient_id = any($5::uuid[])
                                   union all select id from attachment where tenant_id = $1 and patient_id = any($5::uuid[])))`;

/**
 * The openings of chosen pairs, one row a person, a patient and a day; what came after a review that day is a row of
 * its own, to be reviewed too.
 */
export const PAIRS_TO_REVIEW = `
  with chosen as (select * from unnest($4::uuid[], $5::uuid[]) as c (actor_id, patient_id)),
  opening as (select o.* from (${OPENINGS(OF_CHOSEN)}) o join chosen c using (actor_id, patient_id)),
  reviewed as (
    select o.actor_id, o.patient_id, o.day, max(v.at) as at, (array_agg(v.id order by v.at desc))[1] as review_id
      from opening o join access_review v on v.tenant_id = $1 and v.audit_id = o.id
     group by 1, 2, 3)
  select (array_agg(o.id order by o.at, o.id))[1] as id, min(o.at) as at, max(o.at) as until, count(*)::int as times,
         o.actor_id as "actorId", o.patient_id as "patientId", min(o.reason) as reason,
         case when o.at <= v.at then v.review_id end as "reviewId"
    from opening o left join reviewed v using (actor_id, patient_id, day)
   group by o.actor_id, o.patient_id, o.day, case when o.at <= v.at then v.review_id end`;

/** Every exceptional access of the period, with what was opened by it. */
export const EXCEPTIONAL = `
  select x.id, x.opened_at as at, coalesce(x.ended_at, x.expires_at) as until, x.professional_id as "actorId",
         x.patient_id as "patientId", x.reason_code as reason, x.sealed, v.id as "reviewId",
         (select count(*)::int from audit a
           where a.tenant_id = $1 and a.actor_id = x.professional_id and a.reason = 'exceptional'
             and a.at between x.opened_at and x.expires_at and a.action not like 'access.%') as times
    from exceptional_access x
    left join access_review v on v.tenant_id = x.tenant_id and v.exceptional_id = x.id
   where x.tenant_id = $1 and x.opened_at >= $2`;

export const REVIEWS_GIVEN = `
  select v.id, v.verdict, v.at, v.patient_id as "patientId", v.sealed,
         trim(p.civility || ' ' || p.given_name || ' ' || p.family_name) as "byName"
    from access_review v left join professional p on p.id = v.by_id
   where v.tenant_id = $1 and v.id = any($2)`;

/** Everybody who is or was of this ESS, with where he works or worked. */
export const PEOPLE_KNOWN = `
  select p.id, p.family_name as "familyName", p.given_name as "givenName", p.phone,
         trim(p.civility || ' ' || p.given_name || ' ' || p.family_name) as name,
         (array_agg(m.role order by m.starts_on desc))[1] as role,
         (array_agg(m.requester_role order by m.starts_on desc))[1] as "requesterRole",
         json_agg(json_build_object('id', coalesce(o.id, e.id), 'name', coalesce(o.name, e.name), 'kind', coalesce(o.kind, 'ess'),
                                    'communeInsee', o.commune_insee, 'address', o.address, 'phone', o.phone)) as employers
    from membership m
    join ess e on e.id = m.tenant_id
    join professional p on p.id = m.professional_id
    left join organisation o on o.id = m.organisation_id
   where m.tenant_id = $1
   group by p.id`;

export const PATIENTS_OPENED = `
  select id, wrapped_key as "wrappedKey", sealed, birth_name as "birthName", given_names as "givenNames",
         birth_date::text as "birthDate", coalesce(commune_insee, '') as "communeInsee", erased_at is not null as erased
    from patient where tenant_id = $1 and id = any($2)`;

/** The access a review is about, in this ESS, with who made it. */
export const ACCESS_OF_REVIEW = `
  with opening as (${OPENINGS('and a.id = $4')})
  select patient_id as "patientId", actor_id as "actorId" from opening where patient_id is not null
  union all
  select patient_id, professional_id from exceptional_access where tenant_id = $1 and id = $5`;

export const WRITE_REVIEW = `
  insert into access_review (tenant_id, id, audit_id, exceptional_id, patient_id, verdict, at, by_id, sealed)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict do nothing returning id`;

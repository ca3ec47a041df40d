/**
 * Events as facts. What never changes comes from the request where an older event did not carry it; the rest stays as
 * it was at the event. $1 tenant.
 */
const INSERT = `
  insert into fact (tenant_id, event_id, at, type, move, request_id, undoes, actor_kind,
                    requester_role, organisation_id, organisation_kind, commune_insee, specialty,
                    class, from_class, modality, act, report, reception, channel, state, next_action, owner_kind,
                    minutes_since_received, minutes_late, outcome, without_ess)
  select e.tenant_id, e.id, e.at, e.type, e.data ->> 'move', e.request_id, (e.data ->> 'eventId')::uuid,
         case when e.actor_id is null then 'system'
              when exists (select 1 from membership m
                            where m.tenant_id = e.tenant_id and m.professional_id = e.actor_id
                              and m.role <> 'requester') then 'ess'
              else 'requester' end,
         coalesce(e.data ->> 'requesterRole', r.requester_role), o.id, o.kind,
         coalesce(e.data ->> 'communeInsee', r.commune_insee), ess.specialty,
         e.data ->> 'class', e.data ->> 'fromClass', e.data ->> 'modality', e.data ->> 'act', e.data ->> 'report', e.data ->> 'reception',
         coalesce(e.data ->> 'channel', r.channel), e.data ->> 'state', e.data ->> 'nextAction', e.data ->> 'ownerKind',
         (e.data ->> 'minutesSinceReceived')::int, (e.data ->> 'minutesLate')::int,
         e.data ->> 'outcome', e.data ->> 'withoutEss'
    from event e
    join ess on ess.id = e.tenant_id
    join request r on r.tenant_id = e.tenant_id and r.id = e.request_id
    join organisation o on o.id = coalesce((e.data ->> 'organisationId')::uuid, r.organisation_id)
   where e.tenant_id = $1`;

/** $2 the event. */
export const RECORD_EVENT = `${INSERT} and e.id = $2 on conflict do nothing`;

/** In one order, so that two workers that start together wait for each other. */
export const RECORD_MISSING = `${INSERT}
     and not exists (select 1 from fact f where f.tenant_id = e.tenant_id and f.event_id = e.id)
   order by e.id
      on conflict do nothing
  returning event_id`;

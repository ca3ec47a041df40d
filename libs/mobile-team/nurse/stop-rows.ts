import type { RequestState } from '#contracts';
import type { PriorityClass } from '#contracts/enums';
import type { Tx } from '#platform';

export interface StopFound {
  stopId: string;
  actId: string;
  dueAt: Date;
  actOpen: boolean;
  requestId: string;
  patientId: string;
  version: number;
  reference: string;
  reason: string;
  state: RequestState;
  class: PriorityClass;
  communeName: string | null;
  lat: number | null;
  lng: number | null;
}

/** The published stops of somebody's teams, in driving order, and those of a day before that he has not ended. */
export const stopsOf = (tx: Tx, professionalId: string, date: string): Promise<StopFound[]> =>
  tx.manager.query(STOPS, [tx.ctx.tenantId, professionalId, date]);

/** A stop whose request was cancelled has left the tour by itself. */
const STOPS = `
  select s.id as "stopId", s.act_id as "actId", a.due_at as "dueAt", a.state = 'open' as "actOpen",
         s.request_id as "requestId", s.patient_id as "patientId", r.version, r.reference, r.reason, r.state, r.class,
         c.name as "communeName", c.lat, c.lng
    from tour_stop s
    join team_member m on m.tenant_id = s.tenant_id and m.team_id = s.team_id and m.professional_id = $2
    join act a on a.tenant_id = s.tenant_id and a.id = s.act_id
    join request r on r.tenant_id = s.tenant_id and r.id = s.request_id
    join patient p on p.tenant_id = s.tenant_id and p.id = s.patient_id
    join patient f on f.tenant_id = p.tenant_id and f.id = coalesce(p.merged_into, p.id)
    left join commune c on c.insee_code = f.commune_insee
   where s.tenant_id = $1 and s.withdrawn_at is null
     and (s.day = $3::date or (s.status in ('en_route', 'arrived') and s.day < $3::date))
     and (s.status in ('done', 'not_done') or (a.state = 'open' and r.next_action = 'visit'))
   order by s.day, s.start_at, s.id`;

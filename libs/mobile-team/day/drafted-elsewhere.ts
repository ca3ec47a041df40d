import type { PriorityClass } from '#contracts/enums';
import { listName } from '#patients';
import type { Tx } from '#platform';
import type { DraftedView } from './day.view.ts';

interface Found {
  actId: string;
  class: PriorityClass;
  birthName: string;
  givenNames: string;
  date: string;
  teamName: string;
}

/** Open visits drafted for another day to come, and announced to nobody: the soonest first. */
export async function draftedElsewhere(tx: Tx, date: string, today: string): Promise<DraftedView[]> {
  const rows: Found[] = await tx.manager.query(DRAFTED, [tx.ctx.tenantId, date, today]);
  return rows.map((row) => ({
    actId: row.actId,
    patientName: listName(row),
    class: row.class,
    date: row.date,
    teamName: row.teamName,
  }));
}

const DRAFTED = `
  select v.act_id as "actId", r.class, f.birth_name as "birthName", f.given_names as "givenNames",
         v.day::text as date, t.name as "teamName"
    from visit v
    join act a on a.tenant_id = v.tenant_id and a.id = v.act_id
    join request r on r.tenant_id = a.tenant_id and r.id = a.request_id
    join patient p on p.tenant_id = a.tenant_id and p.id = a.patient_id
    join patient f on f.tenant_id = p.tenant_id and f.id = coalesce(p.merged_into, p.id)
    join team t on t.tenant_id = v.tenant_id and t.id = v.team_id
   where v.tenant_id = $1 and v.day >= $3::date and v.day <> $2::date
     and a.state = 'open' and r.next_action = 'plan_visit'
     and not exists (select 1 from tour_stop s
                      where s.tenant_id = v.tenant_id and s.act_id = v.act_id
                        and s.withdrawn_at is null and s.status <> 'not_done')
   order by v.day, r.class, a.due_at, a.id`;

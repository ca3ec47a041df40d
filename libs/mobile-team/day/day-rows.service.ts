import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { RequestState } from '#contracts';
import type { NotDoneReason } from '#contracts/care';
import type { PriorityClass } from '#contracts/enums';
import { Acts, ActRow } from '#decision';
import { Directory, localTime } from '#directory';
import type { EssRow } from '#directory';
import { ageOn, listName, Patients } from '#patients';
import { Clock } from '#platform';
import type { Tx } from '#platform';
import { TeamMemberRow, TeamRow } from '../tables/team.entity.ts';
import { TourRow } from '../tables/tour.entity.ts';
import { TourStopRow } from '../tables/tour-stop.entity.ts';
import type { DayState, DayVisit } from './day-state.ts';
import { draftedElsewhere } from './drafted-elsewhere.ts';

interface Found {
  actId: string;
  requestId: string;
  patientId: string;
  dueAt: Date;
  reference: string;
  state: RequestState;
  class: PriorityClass;
  birthName: string;
  givenNames: string;
  birthDate: string;
  wrappedKey: Buffer;
  communeName: string | null;
  lat: number | null;
  lng: number | null;
  day: string | null;
  teamId: string | null;
  position: number | null;
  startsAt: Date | null;
  locked: boolean | null;
  notDoneAt: Date | null;
  notDoneReason: NotDoneReason | null;
}

const USUAL_MINUTES = 30;
/** Seals opened in one go: between two of them, others are answered. */
const AT_ONCE = 20;

/** Reads a day: its teams, its visits, and those that wait for a day. */
@Injectable()
export class DayRows {
  constructor(
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly patients: Patients,
    private readonly acts: Acts,
  ) {}

  async read(tx: Tx, ess: EssRow, date: string): Promise<DayState> {
    const { tenantId } = tx.ctx;
    const now = this.clock.now();
    const today = localTime(now, ess.timezone).date;
    const teams = await tx.manager.find(TeamRow, { where: { tenantId }, order: { colour: 'ASC', name: 'ASC' } });
    return {
      date,
      today,
      now,
      timezone: ess.timezone,
      tour: await tx.manager.findOneBy(TourRow, { tenantId, day: date }),
      teams,
      members: await this.members(tx, teams),
      visits: await this.visits(tx, date, today),
      // A day that is over takes nothing more.
      draftedElsewhere: date < today ? [] : await draftedElsewhere(tx, date, today),
    };
  }

  private async members(tx: Tx, teams: TeamRow[]): Promise<Map<string, string[]>> {
    const rows = await tx.manager.findBy(TeamMemberRow, { tenantId: tx.ctx.tenantId });
    const names = await this.directory.names(
      tx,
      rows.map((row) => row.professionalId),
    );
    const ofTeam = (id: string) =>
      rows.filter((row) => row.teamId === id).flatMap((row) => names.get(row.professionalId) ?? []);
    return new Map(teams.map(({ id }) => [id, ofTeam(id).sort()]));
  }

  private async visits(tx: Tx, date: string, today: string): Promise<DayVisit[]> {
    const { tenantId } = tx.ctx;
    const rows: Found[] = await tx.manager.query(VISITS_OF_DAY, [tenantId, date, today]);
    const [first] = rows;
    if (!first) return [];
    const ids = rows.map((row) => row.actId);
    const acts = new Map((await tx.manager.findBy(ActRow, { tenantId, id: In(ids) })).map((act) => [act.id, act]));
    const told = new Map((await this.told(tx, ids)).map((stop) => [stop.actId, stop]));
    // Brings the tenant's key into memory by this connection; the others are opened without it.
    await this.patients.open(tx, first.patientId);
    const visits: DayVisit[] = [];
    for (const [rank, row] of rows.entries()) {
      if (rank % AT_ONCE === AT_ONCE - 1) await breathe();
      const key = await this.patients.keyFrom(tenantId, row.patientId, row.wrappedKey);
      const act = acts.get(row.actId);
      const detail = act ? this.acts.detail(act, key) : null;
      const stop = told.get(row.actId) ?? null;
      visits.push({
        ...toVisit(row, date, stop),
        patientAge: ageOn(row.birthDate, today),
        exams: detail?.exams ?? [],
        minutes: detail?.minutes ?? USUAL_MINUTES,
        told: stop,
      });
    }
    return visits;
  }

  /** Living announced stops, without their sheets. */
  private told(tx: Tx, actIds: string[]): Promise<TourStopRow[]> {
    return tx.manager.find(TourStopRow, {
      where: { tenantId: tx.ctx.tenantId, actId: In(actIds), withdrawnAt: IsNull(), status: Not('not_done') },
    });
  }
}

/** The team of a begun stop is the one that drives, whatever was drawn since. */
const toVisit = (
  row: Found,
  date: string,
  told: TourStopRow | null,
): Omit<DayVisit, 'patientAge' | 'exams' | 'minutes' | 'told'> => ({
  actId: row.actId,
  requestId: row.requestId,
  patientId: row.patientId,
  reference: row.reference,
  requestState: row.state,
  class: row.class,
  patientName: listName(row),
  commune:
    row.communeName !== null && row.lat !== null && row.lng !== null
      ? { name: row.communeName, lat: row.lat, lng: row.lng }
      : null,
  dueAt: row.dueAt,
  placement:
    row.day === date && row.teamId !== null && row.position !== null && row.startsAt !== null
      ? {
          teamId: told && told.status !== 'planned' ? told.teamId : row.teamId,
          position: row.position,
          startsAt: row.startsAt,
          locked: row.locked ?? false,
        }
      : null,
  lastNotDone: row.notDoneAt && row.notDoneReason ? { at: row.notDoneAt, reason: row.notDoneReason } : null,
});

/**
 * Open visits of the day, those that have no day, those that a past day has left undone, and what was done that day.
 * A visit whose request is over or cancelled is in none of them. The visits are chosen first, and what surrounds each is
 * found one row at a time by its key: `limit 1` leaves the planner no other way, whatever its statistics.
 */
const VISITS_OF_DAY = `
  select a.id as "actId", a.request_id as "requestId", a.patient_id as "patientId", a.due_at as "dueAt",
         r.reference, r.state, r.class,
         f.birth_name as "birthName", f.given_names as "givenNames", f.birth_date::text as "birthDate",
         p.wrapped_key as "wrappedKey", c.name as "communeName", c.lat, c.lng,
         v.day::text as day, v.team_id as "teamId", v.position, v.starts_at as "startsAt", v.locked,
         n.ended_at as "notDoneAt", n.not_done_reason as "notDoneReason"
    from (select x.* from act x where x.tenant_id = $1 and x.kind = 'visit' and x.state = 'open'
          union all
          select x.* from act x
           where x.tenant_id = $1 and x.kind = 'visit' and x.state <> 'open'
             and x.id = any(array(select d.act_id from visit d where d.tenant_id = $1 and d.day = $2::date))) a
    join lateral (select * from request x where x.tenant_id = $1 and x.id = a.request_id limit 1) r on true
    join lateral (select * from patient x where x.tenant_id = $1 and x.id = a.patient_id limit 1) p on true
    join lateral (select * from patient x where x.tenant_id = $1 and x.id = coalesce(p.merged_into, p.id) limit 1) f on true
    left join commune c on c.insee_code = f.commune_insee
    left join lateral (select * from visit x where x.tenant_id = $1 and x.act_id = a.id limit 1) v on true
    left join lateral (
      select x.status from tour_stop x
       where x.tenant_id = $1 and x.act_id = a.id and x.withdrawn_at is null and x.status <> 'not_done' limit 1) s on true
    left join lateral (
      select d.ended_at, d.not_done_reason from tour_stop d
       where d.tenant_id = $1 and d.request_id = a.request_id and d.act_id = a.id and d.status = 'not_done'
       order by d.ended_at desc limit 1) n on true
   where (a.state = 'open' and r.next_action in ('plan_visit', 'visit')
          and (v.day = $2::date
               or ($2::date >= $3::date and (v.day is null or v.day < $3::date) and coalesce(s.status, 'planned') = 'planned')))
      or (s.status = 'done' and v.day = $2::date)
   order by a.due_at, a.id`;

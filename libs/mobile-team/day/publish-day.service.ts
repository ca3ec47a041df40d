import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { isOpenMove } from '#contracts';
import { Directory } from '#directory';
import type { Member } from '#directory';
import { Clock, Database, uuidv7 } from '#platform';
import type { Tx } from '#platform';
import { RequestRow, Requests } from '#requests';
import type { Stop } from '#routing';
import { tellMembers } from '../tell-members.ts';
import { TourRow } from '../tables/tour.entity.ts';
import { TourStopRow } from '../tables/tour-stop.entity.ts';
import { promiseFor, type Slot } from './announced-slot.ts';
import type { DayClock } from './day-clock.ts';
import { stepVersion } from './day-guard.ts';
import { DayRows } from './day-rows.service.ts';
import { type DayVisit, isStarted, tourOf } from './day-state.ts';
import type { DayDto } from './day.dto.ts';
import type { DayView } from './day.view.ts';
import { renumbered, settled } from './rearrange.ts';
import { legBefore, promisesMovedBy, timeDay, type TimedDay, toDayView } from './to-day-view.ts';
import { refuseUnplannable } from './tour-planning.service.ts';
import { writeDay } from './write-day.ts';

/** One stop as it is announced. */
interface Announcement {
  visit: DayVisit;
  teamId: string;
  position: number;
  stop: Stop;
  leg: { seconds: number; meters: number };
  promise: Slot;
}

/** « Publier la journée »: every stop is promised to its requester and given to its team, or none is. */
@Injectable()
export class PublishDay {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly requests: Requests,
    private readonly rows: DayRows,
  ) {}

  /** Only what changed is told again; the answer lists the promises that moved. */
  publish(member: Member, order: DayDto): Promise<DayView> {
    return this.database.tx(member.ctx, async (tx) => {
      const before = await this.rows.read(tx, member.ess, order.date);
      refuseUnplannable(before);
      const now = this.clock.now();
      await stepVersion(tx, this.directory, member, order, now);
      const day = settled(timeDay(before));
      await writeDay(tx, renumbered(day.state));
      const moved = promisesMovedBy(day);
      const announced = announcementsOf(day);
      const rows = await this.requestsOf(tx, announced);
      for (const announcement of announced) {
        const row = rows.get(announcement.visit.requestId);
        if (row && isTold(announcement, order.date)) await this.promise(tx, member, row, announcement);
        await this.announce(tx, day.clock, announcement, now);
      }
      const withdrawn = await this.withdraw(tx, member, order.date, announced, now);
      await tx.manager.update(
        TourRow,
        { tenantId: tx.ctx.tenantId, day: order.date },
        { publishedAt: now, publishedBy: member.professionalId },
      );
      const told = [...withdrawn, ...announced.map(({ teamId, visit }) => [teamId, visit.requestId] as const)];
      await tellMembers(tx, new Map(told), 'visit.planned');
      return toDayView(timeDay(await this.rows.read(tx, member.ess, order.date)), moved);
    });
  }

  private async requestsOf(tx: Tx, announced: Announcement[]): Promise<Map<string, RequestRow>> {
    const ids = announced.map(({ visit }) => visit.requestId);
    const rows = await tx.manager.findBy(RequestRow, { tenantId: tx.ctx.tenantId, id: In(ids) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async promise(tx: Tx, member: Member, row: RequestRow, { teamId, promise }: Announcement): Promise<void> {
    await this.requests.move(tx, member.ess, row, {
      move: 'plan_visit',
      version: row.version,
      member,
      assigneeId: teamId,
      planned: promise,
      facts: { teamId },
    });
  }

  private async announce(tx: Tx, clock: DayClock, announcement: Announcement, now: Date): Promise<void> {
    const { visit, teamId, position, stop, leg, promise } = announcement;
    const { tenantId } = tx.ctx;
    const columns = {
      teamId,
      day: clock.date,
      position,
      arriveAt: clock.toInstant(stop.arriveAt),
      startAt: clock.toInstant(stop.startAt),
      endAt: clock.toInstant(stop.leaveAt),
      travelSeconds: Math.round(leg.seconds),
      travelMeters: Math.round(leg.meters),
      fromAt: promise.from,
      toAt: promise.to,
      publishedAt: now,
    };
    if (visit.told) {
      await tx.manager.update(TourStopRow, { tenantId, id: visit.told.id }, columns);
      return;
    }
    const { actId, requestId, patientId } = visit;
    await tx.manager.insert(TourStopRow, {
      tenantId,
      id: uuidv7(now),
      actId,
      requestId,
      patientId,
      status: 'planned',
      ...columns,
    });
  }

  /** What was announced for this day and is no longer in it, because it was taken out, or is over. */
  private async withdraw(tx: Tx, member: Member, day: string, announced: Announcement[], now: Date) {
    const { tenantId } = tx.ctx;
    const kept = new Set(announced.map(({ visit }) => visit.actId));
    const living = await tx.manager.findBy(TourStopRow, {
      tenantId,
      day,
      status: 'planned',
      withdrawnAt: IsNull(),
    });
    const gone = living.filter(({ actId }) => !kept.has(actId));
    for (const stop of gone) {
      const row = await this.requests.find(tx, stop.requestId);
      if (isOpenMove('unplan_visit', row))
        await this.requests.move(tx, member.ess, row, {
          move: 'unplan_visit',
          version: row.version,
          member,
          facts: { teamId: stop.teamId },
        });
      await tx.manager.update(TourStopRow, { tenantId, id: stop.id }, { withdrawnAt: now, position: null });
    }
    return gone.map(({ teamId, requestId }) => [teamId, requestId] as const);
  }
}

/** Another promise, or another team: the request has to say so. */
function isTold({ visit, teamId, promise }: Announcement, day: string): boolean {
  const { told, requestState } = visit;
  if (!told || requestState === 'decided') return true;
  return told.day !== day || told.teamId !== teamId || told.fromAt.getTime() !== promise.from.getTime();
}

function announcementsOf({ state, plan, clock }: TimedDay): Announcement[] {
  return plan.tours.flatMap(({ team, stops }) => {
    const visits = new Map(tourOf(state.visits, team).map((visit) => [visit.actId, visit]));
    const begun = [...visits.values()].filter(isStarted).length;
    return stops.flatMap((stop, rank): Announcement[] => {
      const visit = visits.get(stop.visit);
      if (!visit) return [];
      const told = visit.told?.day === state.date ? { from: visit.told.fromAt, to: visit.told.toAt } : null;
      const promise = promiseFor(clock.toInstant(stop.startAt), told);
      return [{ visit, teamId: team, position: begun + rank, stop, leg: legBefore(stops, rank), promise }];
    });
  });
}

import { Injectable } from '@nestjs/common';
import { DomainError, isOpenMove, notFound } from '#contracts';
import { NOT_DONE_LABELS } from '#contracts/care';
import { Acts, ActRow } from '#decision';
import type { Member } from '#directory';
import { Patients } from '#patients';
import { Clock, Database, sealJson } from '#platform';
import type { Key, Tx } from '#platform';
import { Requests } from '#requests';
import type { NurseWriteKind } from '../tables/nurse-write.entity.ts';
import { TourStopRow } from '../tables/tour-stop.entity.ts';
import { VisitRow } from '../tables/visit.entity.ts';
import { tellPlanners } from '../tell-members.ts';
import { alreadyWritten } from './already-written.ts';
import type { SaveSheetDto, SheetDto, VisitDoneDto, VisitNotDoneDto, VisitStatusDto } from './nurse.dto.ts';
import type { TodayView } from './nurse.view.ts';
import { refuseUnanswered, sheetPlace, timeOfTap } from './sheet.ts';
import { livingStop } from './living-stop.ts';
import { TodayTour } from './today-tour.service.ts';

/** One write of the telephone, its stop locked for the time of the transaction. */
interface Write {
  tx: Tx;
  member: Member;
  stop: TourStopRow;
  key: Key;
  now: Date;
}

/** What the nurse does at the door. Each write has a key: sent again by the telephone, it changes nothing. */
@Injectable()
export class NurseVisits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly patients: Patients,
    private readonly requests: Requests,
    private readonly acts: Acts,
    private readonly today: TodayTour,
  ) {}

  status(member: Member, actId: string, body: VisitStatusDto): Promise<TodayView> {
    return this.write(member, actId, 'status', body, async (write) => {
      if (isEnded(write.stop)) return;
      const at = timeOfTap(body.at, write.now);
      await this.start(write);
      const isThere = body.status === 'arrived' || write.stop.status === 'arrived';
      await update(write, {
        status: isThere ? 'arrived' : 'en_route',
        enRouteAt: write.stop.enRouteAt ?? (body.status === 'en_route' ? at : null),
        arrivedAt: write.stop.arrivedAt ?? (body.status === 'arrived' ? at : null),
      });
      tellPlanners(write.tx, write.stop.requestId);
    });
  }

  saveSheet(member: Member, actId: string, body: SaveSheetDto): Promise<TodayView> {
    return this.write(member, actId, 'sheet', body, (write) =>
      this.keepSheet(write, body.sheet, timeOfTap(body.savedAt, write.now)),
    );
  }

  /** The exam is to be read by who ordered the visit. A second nurse who ends the same visit completes its sheet. */
  done(member: Member, actId: string, body: VisitDoneDto): Promise<TodayView> {
    return this.write(member, actId, 'done', body, async (write) => {
      const at = timeOfTap(body.at, write.now);
      const { exams } = await this.detail(write);
      refuseUnanswered(exams, body.sheet);
      await this.keepSheet(write, body.sheet, at);
      if (isEnded(write.stop)) return;
      await this.start(write);
      await this.move(write, 'visit_done');
      await update(write, { status: 'done', endedAt: at, endedBy: member.professionalId });
    });
  }

  /** Back to the desk, with the reason as a note; the visit waits for another day. */
  notDone(member: Member, actId: string, body: VisitNotDoneDto): Promise<TodayView> {
    return this.write(member, actId, 'not_done', body, async (write) => {
      if (isEnded(write.stop)) return;
      const { tx, stop, now } = write;
      const said = body.note.trim();
      const label = NOT_DONE_LABELS[body.reason];
      await this.move(write, 'visit_not_done', said ? `${label}\u00A0: ${said}` : label);
      await update(write, {
        status: 'not_done',
        notDoneReason: body.reason,
        position: null,
        endedAt: timeOfTap(body.at, now),
        endedBy: member.professionalId,
      });
      await tx.manager.update(
        VisitRow,
        { tenantId: tx.ctx.tenantId, actId: stop.actId },
        { day: null, teamId: null, position: null, startsAt: null, locked: false },
      );
      await tx.manager.query(
        `update tour set version = version + 1, changed_by = $3, changed_at = $4 where tenant_id = $1 and day = $2`,
        [tx.ctx.tenantId, stop.day, member.professionalId, now],
      );
    });
  }

  private write(
    member: Member,
    actId: string,
    kind: NurseWriteKind,
    body: { key: string },
    effect: (write: Write) => Promise<void>,
  ): Promise<TodayView> {
    return this.database.tx(member.ctx, async (tx) => {
      const now = this.clock.now();
      const act = await tx.manager.findOneBy(ActRow, { tenantId: tx.ctx.tenantId, id: actId, kind: 'visit' });
      if (!act) throw notFound();
      const { key } = await this.patients.open(tx, act.patientId);
      const today = this.today.todayOf(member.ess);
      const stop = await livingStop(tx, member, actId);
      if (await alreadyWritten(tx, member, { actId, kind, body, key, now, isMine: stop !== null }))
        return this.today.view(tx, member, today);
      if (!stop) throw notFound();
      await effect({ tx, member, stop, key, now });
      return this.today.view(tx, member, today);
    });
  }

  private async detail({ tx, stop, key }: Write) {
    const act = await tx.manager.findOneByOrFail(ActRow, { tenantId: tx.ctx.tenantId, id: stop.actId });
    if (act.state !== 'open' && stop.status === 'done')
      throw new DomainError(
        'visit.invalid',
        'La réponse de cette visite est signée\u00A0: sa fiche ne change plus. Appelez le guichet pour un complément.',
      );
    return this.acts.detail(act, key);
  }

  private async keepSheet(write: Write, sheet: SheetDto, savedAt: Date): Promise<void> {
    const { stop, key } = write;
    const { exams } = await this.detail(write);
    if (stop.status === 'done') refuseUnanswered(exams, sheet);
    if (stop.sheetSavedAt && stop.sheetSavedAt > savedAt) return;
    await update(write, { sealed: sealJson(key, sheetPlace(stop.id), sheet), sheetSavedAt: savedAt });
  }

  /** Off by one tap or by none: a visit that ends has begun. */
  private async start(write: Write): Promise<void> {
    const row = await this.requests.find(write.tx, write.stop.requestId);
    if (isOpenMove('start_visit', row)) await this.move(write, 'start_visit');
  }

  private async move(
    { tx, member, stop, key }: Write,
    move: 'start_visit' | 'visit_done' | 'visit_not_done',
    text?: string,
  ): Promise<void> {
    const row = await this.requests.find(tx, stop.requestId);
    await this.requests.move(tx, member.ess, row, {
      move,
      version: row.version,
      member,
      facts: { teamId: stop.teamId },
      ...(text && { note: { key, text } }),
    });
  }
}

const isEnded = ({ status }: TourStopRow): boolean => status === 'done' || status === 'not_done';

const update = async ({ tx, stop }: Write, columns: Partial<TourStopRow>): Promise<void> => {
  await tx.manager.update(TourStopRow, { tenantId: stop.tenantId, id: stop.id }, columns);
};

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DomainError } from '#contracts';
import { EXAM_LABELS } from '#contracts/care';
import { PRIORITY_WORDS } from '#contracts/enums';
import { Acts, ActRow } from '#decision';
import { addDays, Directory, localTime, Roster } from '#directory';
import type { EssRow, Member } from '#directory';
import { ageOn, listName, Patients } from '#patients';
import type { PatientIdentity } from '#patients';
import { Audit, Clock, Database, unsealJson } from '#platform';
import type { Tx } from '#platform';
import { kitFor } from '../day/needs.ts';
import { TeamMemberRow, TeamRow } from '../tables/team.entity.ts';
import { TourRow } from '../tables/tour.entity.ts';
import { TourStopRow } from '../tables/tour-stop.entity.ts';
import type { SheetDto } from './nurse.dto.ts';
import type { NurseStopView, TourOnCallView, TodayView } from './nurse.view.ts';
import { sheetPlace } from './sheet.ts';
import { type StopFound, stopsOf } from './stop-rows.ts';

/** « Ma tournée »: the published stops of the teams of one person. */
@Injectable()
export class TodayTour {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly directory: Directory,
    private readonly roster: Roster,
    private readonly patients: Patients,
    private readonly acts: Acts,
  ) {}

  /** A tour opens on its day and stays open the day after, to finish the sheets. */
  open(member: Member, date?: string): Promise<TodayView> {
    return this.database.tx(member.ctx, async (tx) => {
      const today = this.todayOf(member.ess);
      const wanted = date ?? today;
      if (wanted !== today && wanted !== addDays(today, -1))
        throw new DomainError('input.invalid', 'Une tournée s’ouvre le jour même, et jusqu’au lendemain soir.');
      await this.audit.line(tx, { action: 'tour.read', resource: 'list', resourceId: null, reason: 'tour' });
      return this.view(tx, member, wanted);
    });
  }

  todayOf(ess: EssRow): string {
    return localTime(this.clock.now(), ess.timezone).date;
  }

  async view(tx: Tx, member: Member, date: string): Promise<TodayView> {
    const { tenantId } = tx.ctx;
    const { ess, professionalId } = member;
    const mine = await tx.manager.findBy(TeamMemberRow, { tenantId, professionalId });
    const teams = await tx.manager.find(TeamRow, {
      where: { tenantId, id: In(mine.map(({ teamId }) => teamId)) },
      order: { colour: 'ASC' },
    });
    const [first] = teams;
    const found = await stopsOf(tx, professionalId, date);
    const stops: NurseStopView[] = [];
    for (const row of found) stops.push(await this.stop(tx, row, date));
    return {
      date,
      teamName: first ? teams.map(({ name }) => name).join(' et ') : null,
      stops,
      start: first ? { label: first.startLabel, lat: first.startLat, lng: first.startLng } : null,
      end: first ? { label: first.endLabel, lat: first.endLat, lng: first.endLng } : null,
      onCall: await this.onCall(tx),
      essPhone: ess.phone,
      specialty: ess.specialty,
      publishedAt: (await tx.manager.findOneBy(TourRow, { tenantId, day: date }))?.publishedAt?.toISOString() ?? null,
      serverNow: this.clock.now().toISOString(),
    };
  }

  private async onCall(tx: Tx): Promise<TourOnCallView | null> {
    const person = await this.roster.onCall(tx);
    return person && { ...person, phone: (await this.directory.person(tx, person.id)).phone };
  }

  private async stop(tx: Tx, row: StopFound, today: string): Promise<NurseStopView> {
    const { tenantId } = tx.ctx;
    const stop = await tx.manager.findOneByOrFail(TourStopRow, { tenantId, id: row.stopId });
    const act = await tx.manager.findOneByOrFail(ActRow, { tenantId, id: row.actId });
    const { key, identity } = await this.patients.open(tx, row.patientId);
    const { exams, question, instructions } = this.acts.detail(act, key);
    return {
      actId: row.actId,
      requestId: row.requestId,
      requestVersion: row.version,
      reference: row.reference,
      reason: row.reason,
      class: row.class,
      classWord: PRIORITY_WORDS[row.class],
      ...whoAndWhere(identity, row, today),
      exams,
      examLabels: exams.map((exam) => EXAM_LABELS[exam]),
      kit: kitFor(exams),
      question,
      instructions,
      ...hoursOf(stop),
      status: stop.status,
      // Of an erased patient the stop stays, among others that it must not take down; its sheet opens no more.
      sheet:
        stop.sealed && key.erased === undefined ? unsealJson<SheetDto>(key, sheetPlace(stop.id), stop.sealed) : null,
      sheetSavedAt: stop.sheetSavedAt?.toISOString() ?? null,
      sheetClosed: !row.actOpen,
      dueAt: row.dueAt.toISOString(),
    };
  }
}

const CIVILITY = { F: 'Mme ', M: 'M. ', unknown: '' } as const;

const whoAndWhere = (identity: PatientIdentity, row: StopFound, today: string) => ({
  patientName: `${CIVILITY[identity.sex]}${identity.usedName || identity.birthName}`.replace(' ', '\u00A0'),
  civilName: listName(identity),
  birthDate: identity.birthDate,
  patientAge: ageOn(identity.birthDate, today),
  sex: identity.sex,
  address: identity.address,
  communeName: row.communeName,
  accessNotes: identity.accessNotes,
  phone: identity.phone,
  contactName: identity.contactName,
  contactPhone: identity.contactPhone,
  lat: row.lat,
  lng: row.lng,
});

const hoursOf = (stop: TourStopRow) => ({
  arriveAt: stop.arriveAt.toISOString(),
  startAt: stop.startAt.toISOString(),
  endAt: stop.endAt.toISOString(),
  travelMin: Math.round(stop.travelSeconds / 60),
  km: Math.round(stop.travelMeters / 100) / 10,
  promised: { from: stop.fromAt.toISOString(), to: stop.toAt.toISOString() },
  enRouteAt: stop.enRouteAt?.toISOString() ?? null,
  arrivedAt: stop.arrivedAt?.toISOString() ?? null,
  endedAt: stop.endedAt?.toISOString() ?? null,
});

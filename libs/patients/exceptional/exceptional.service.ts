import { Inject, Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { MEMBER_ROLES } from '#contracts/enums';
import { notFound, permissionsOf } from '#contracts';
import { EXCEPTIONAL_MINUTES, EXCEPTIONAL_REASON_LABELS } from '#contracts/patient';
import { localTime, searchName } from '#directory';
import type { Member } from '#directory';
import { Audit, Clock, Database, Outbox, sealJson, type Tx, uuidv7 } from '#platform';
import { ACCESS_REASON, type AccessReason, isReadOnly } from '../access-reason.ts';
import { listName } from '../identity.ts';
import { patientInvalid } from '../patient-door.service.ts';
import { Patients } from '../patients.service.ts';
import { ExceptionalAccessRow } from './exceptional-access.entity.ts';
import type { ExceptionalOpenDto, ExceptionalSearchDto } from './exceptional.dto.ts';
import type { ExceptionalHitView, ExceptionView, OpenedExceptionView } from './exceptional.view.ts';

const place = (id: string) => ({ table: 'exceptional_access', column: 'sealed', row: id });
const MOST_HITS = 3;
/** Born one day, in one territory: beyond, it is no search for one person. */
const MOST_BORN = 500;

interface Born extends Omit<ExceptionalHitView, 'withinReach'> {
  fileBirthName: string;
  fileGivenNames: string;
}

/** A file without another reason, for an hour, to be read only: told at once to who reviews it, ended by hand or by time. */
@Injectable()
export class Exceptional {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly patients: Patients,
    @Inject(ACCESS_REASON) private readonly access: AccessReason,
  ) {}

  /** Exact: date of birth, whole birth name, first given name; at most three, traits only. */
  search(member: Member, { birthDate, birthName, givenName }: ExceptionalSearchDto): Promise<ExceptionalHitView[]> {
    return this.database.tx(member.ctx, async (tx) => {
      const born: Born[] = await tx.manager.query(BORN_ON, [tx.ctx.tenantId, birthDate]);
      const [family, given] = [searchName(birthName), searchName(givenName)];
      const wanted = born.filter(
        (file) => searchName(file.fileBirthName) === family && isGiven(given, searchName(file.fileGivenNames)),
      );
      const hits = [...new Map(wanted.map((file) => [file.id, file])).values()].slice(0, MOST_HITS);
      const reason = 'exceptional';
      await this.audit.line(tx, { action: 'patient.searched', resource: 'list', resourceId: null, reason });
      const views: ExceptionalHitView[] = [];
      for (const { fileBirthName: _, fileGivenNames: __, ...hit } of hits)
        views.push({ ...hit, withinReach: await this.isWithinReach(tx, member, hit.id) });
      return views;
    });
  }

  /** A second click, or a second tab, finds the access that is already open. */
  open(member: Member, { patientId, reasonCode, text }: ExceptionalOpenDto): Promise<OpenedExceptionView> {
    return this.database.tx(member.ctx, async (tx) => {
      const row = await this.patients.standing(tx, patientId);
      if (row.erasedAt || row.archivedAt) throw notFound();
      await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [
        `${member.professionalId}${row.id}`,
      ]);
      const live = (await this.liveOf(tx, member)).find((access) => access.patientId === row.id);
      if (live) return toOpened(live);
      if (await this.isWithinReach(tx, member, row.id))
        throw patientInvalid('patientId', 'Ce dossier vous est déjà ouvert\u00a0: cherchez-le comme les autres.');
      const openedAt = this.clock.now();
      const id = uuidv7(openedAt);
      const { key } = await this.patients.open(tx, row.id);
      const opened: ExceptionalAccessRow = {
        ...{
          tenantId: row.tenantId,
          id,
          patientId: row.id,
          professionalId: member.professionalId,
          reasonCode,
          openedAt,
        },
        expiresAt: new Date(openedAt.getTime() + EXCEPTIONAL_MINUTES * 60_000),
        endedAt: null,
        sealed: sealJson(key, place(id), { text: text.trim() }),
      };
      await tx.manager.insert(ExceptionalAccessRow, opened);
      const reason = 'exceptional';
      await this.audit.line(tx, { action: 'access.exceptional', resource: 'patient', resourceId: row.id, reason });
      await this.outbox.notice(tx, {
        ...{ type: 'access.exceptional', subjectId: id, actorId: member.professionalId },
        rooms: await this.reviewersOf(tx, member),
        data: { reason: reasonCode },
      });
      return toOpened(opened);
    });
  }

  /** By who opened it, before its hour is over. */
  end(member: Member, id: string): Promise<void> {
    return this.database.tx(member.ctx, async (tx) => {
      const row = await tx.manager.findOneBy(ExceptionalAccessRow, { tenantId: tx.ctx.tenantId, id });
      if (!row || row.professionalId !== member.professionalId) throw notFound();
      const now = this.clock.now();
      if (row.endedAt || row.expiresAt <= now) return;
      await tx.manager.update(
        ExceptionalAccessRow,
        { tenantId: row.tenantId, id, endedAt: IsNull() },
        { endedAt: now },
      );
      const reason = 'exceptional';
      const line = { action: 'access.exceptional-ended', resource: 'patient', resourceId: row.patientId } as const;
      await this.audit.line(tx, { ...line, reason });
    });
  }

  mine(member: Member): Promise<ExceptionView[]> {
    return this.database.tx(member.ctx, async (tx) => {
      const views: ExceptionView[] = [];
      for (const live of await this.liveOf(tx, member))
        views.push({
          ...{ id: live.id, patientId: live.patientId, reasonCode: live.reasonCode },
          reasonLabel: EXCEPTIONAL_REASON_LABELS[live.reasonCode],
          patientName: listName(await this.patients.standing(tx, live.patientId)),
          openedAt: live.openedAt.toISOString(),
          expiresAt: live.expiresAt.toISOString(),
        });
      return views;
    });
  }

  /** Of this patient, by this member, now; null when there is none. */
  async liveFor(tx: Tx, member: Member, family: string[]): Promise<OpenedExceptionView | null> {
    const live = (await this.liveOf(tx, member)).find((access) => family.includes(access.patientId));
    return live ? toOpened(live) : null;
  }

  private liveOf(tx: Tx, member: Member): Promise<ExceptionalAccessRow[]> {
    return tx.manager.find(ExceptionalAccessRow, {
      where: {
        ...{ tenantId: tx.ctx.tenantId, professionalId: member.professionalId },
        ...{ endedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) },
      },
      order: { expiresAt: 'ASC' },
    });
  }

  private async isWithinReach(tx: Tx, member: Member, patientId: string): Promise<boolean> {
    const reason = await this.access.toPatient(tx, member, patientId);
    return reason !== null && !isReadOnly(reason);
  }

  /** Those who review accesses here hear of it at once. */
  private async reviewersOf(tx: Tx, member: Member): Promise<string[]> {
    const roles = MEMBER_ROLES.filter((role) => permissionsOf([role]).has('access.review'));
    const rows: { id: string }[] = await tx.manager.query(REVIEWERS, [
      tx.ctx.tenantId,
      roles,
      localTime(this.clock.now(), member.ess.timezone).date,
    ]);
    return rows.map((row) => `user:${row.id}`);
  }
}

const toOpened = ({ id, expiresAt }: ExceptionalAccessRow): OpenedExceptionView => ({
  id,
  expiresAt: expiresAt.toISOString(),
});

/** « Marie » finds « Marie Louise », « Marie-Louise » is asked whole. */
const isGiven = (typed: string, known: string): boolean => known === typed || known.startsWith(`${typed} `);

/** By the names and date of any of his files; shown as the file he is known by. */
const BORN_ON = `
  select s.id, s.birth_name as "birthName", s.given_names as "givenNames", s.sex, s.birth_date::text as "birthDate",
         c.name as "communeName", p.birth_name as "fileBirthName", p.given_names as "fileGivenNames"
    from patient p
    join patient s on s.tenant_id = p.tenant_id and s.id = coalesce(p.merged_into, p.id)
    left join commune c on c.insee_code = s.commune_insee
   where p.tenant_id = $1 and p.birth_date = $2::date and p.erased_at is null and s.archived_at is null
   order by p.id
   limit ${MOST_BORN}`;

const REVIEWERS = `
  select distinct professional_id as id from membership
   where tenant_id = $1 and role = any($2) and starts_on <= $3::date and (ends_on is null or ends_on >= $3::date)`;

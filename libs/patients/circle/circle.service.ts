import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { notFound } from '#contracts';
import { checkPhone, showPhone } from '#contracts/identifiers';
import type { RelativeLink } from '#contracts/patient';
import { Directory, localTime } from '#directory';
import type { Member } from '#directory';
import { Audit, Clock, Database, type Key, sealJson, type Tx, unsealJson, uuidv7 } from '#platform';
import { patientInvalid, PatientDoor, tellChanged } from '../patient-door.service.ts';
import { Patients } from '../patients.service.ts';
import type { CircleMemberDto } from './circle.dto.ts';
import { CircleMemberRow } from './circle-member.entity.ts';
import { isLive } from './may-talk-to.ts';

const place = (id: string) => ({ table: 'circle_member', column: 'sealed', row: id });

/** Sealed under the patient's key: who his relatives are is his. */
interface CircleDetail {
  name: string;
  link: RelativeLink | null;
  phone: string;
  mayTalk: boolean;
  role: string;
  note: string;
}

export interface CirclePerson extends Omit<CircleMemberRow, 'tenantId' | 'sealed'>, CircleDetail {
  /** Within the period, and not ended. */
  live: boolean;
}

type Wanted = Pick<CircleMemberRow, 'kind' | 'professionalId' | 'startsOn' | 'endsOn'>;

const MOST_MEMBERS = 60;

/** One circle a patient: professionals who follow him, relatives one may talk to, each for a period. */
@Injectable()
export class Circle {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly directory: Directory,
    private readonly patients: Patients,
    private readonly door: PatientDoor,
  ) {}

  /** @returns the id of the member of the circle; a second click finds the one that the first has written. */
  add(member: Member, patientId: string, dto: CircleMemberDto): Promise<string> {
    return this.database.tx(member.ctx, async (tx) => {
      const { row, reason } = await this.door.toWrite(tx, member, patientId);
      await this.patients.hold(tx, row.id);
      const family = await this.patients.family(tx, row.id);
      const professionalId = dto.kind === 'professional' ? (dto.professionalId ?? '') : null;
      const wanted = { kind: dto.kind, professionalId, ...this.periodOf(member, dto) };
      const detail = detailOf(dto);
      const already = await this.sameIn(tx, family, wanted, detail);
      if (already) return already;
      if (professionalId !== null)
        await this.refuseWrongProfessional(tx, member, family, { ...wanted, professionalId });
      const now = this.clock.now();
      const id = uuidv7(now);
      const { key } = await this.patients.open(tx, row.id);
      await tx.manager.insert(CircleMemberRow, {
        ...{ tenantId: row.tenantId, id, patientId: row.id, ...wanted },
        ...{ addedAt: now, addedBy: member.professionalId, endedAt: null, endedBy: null },
        sealed: sealJson(key, place(id), detail),
      });
      await this.changed(tx, row.id, reason);
      return id;
    });
  }

  /** Out at once; the line stays in the history. A second click finds it done. */
  end(member: Member, patientId: string, memberId: string): Promise<void> {
    return this.database.tx(member.ctx, async (tx) => {
      const { row, reason } = await this.door.toWrite(tx, member, patientId);
      const family = await this.patients.family(tx, row.id);
      const found = await tx.manager.findOneBy(CircleMemberRow, { tenantId: row.tenantId, id: memberId });
      if (!found || !family.includes(found.patientId)) throw notFound();
      if (found.endedAt) return;
      await tx.manager.update(
        CircleMemberRow,
        { tenantId: row.tenantId, id: memberId },
        { endedAt: this.clock.now(), endedBy: member.professionalId },
      );
      await this.changed(tx, row.id, reason, found.professionalId);
    });
  }

  /** Of every file given, those who are in it now first. */
  async of(tx: Tx, family: string[], keys: Map<string, Key>, timezone: string): Promise<CirclePerson[]> {
    const rows = await tx.manager.find(CircleMemberRow, {
      where: { tenantId: tx.ctx.tenantId, patientId: In(family) },
      order: { startsOn: 'DESC', id: 'DESC' },
      take: MOST_MEMBERS,
    });
    const names = await this.directory.names(
      tx,
      rows.map((row) => row.professionalId),
    );
    const today = localTime(this.clock.now(), timezone).date;
    const people = rows.map(({ sealed, tenantId: _, ...row }) => {
      const key = keys.get(row.patientId);
      if (!key) throw new Error('a circle of nobody');
      const detail = unsealJson<CircleDetail>(key, place(row.id), sealed);
      const name = row.professionalId ? (names.get(row.professionalId) ?? '') : detail.name;
      return { ...row, ...detail, name, live: isLive(row, today) };
    });
    return [...people.filter(({ live }) => live), ...people.filter(({ live }) => !live)];
  }

  /** The very same line, still there: who, since when, until when and every word. */
  private async sameIn(tx: Tx, family: string[], wanted: Wanted, detail: CircleDetail): Promise<string | null> {
    const { endsOn, professionalId, ...same } = wanted;
    const rows = await tx.manager.findBy(CircleMemberRow, {
      ...{ tenantId: tx.ctx.tenantId, patientId: In(family), endedAt: IsNull(), ...same },
      ...{ endsOn: endsOn ?? IsNull(), professionalId: professionalId ?? IsNull() },
    });
    const keys = await this.patients.keysOf(tx, family);
    const found = rows.find((row) => {
      const key = keys.get(row.patientId);
      return key && isDeepStrictEqual(unsealJson<CircleDetail>(key, place(row.id), row.sealed), detail);
    });
    return found?.id ?? null;
  }

  private periodOf(member: Member, { startsOn, endsOn }: CircleMemberDto): { startsOn: string; endsOn: string | null } {
    const from = startsOn ?? localTime(this.clock.now(), member.ess.timezone).date;
    if (endsOn && endsOn < from) throw patientInvalid('endsOn', 'La fin vient après le début.');
    return { startsOn: from, endsOn: endsOn ?? null };
  }

  /** Known to this team, not oneself, and not there already for a part of that time. */
  private async refuseWrongProfessional(
    tx: Tx,
    member: Member,
    family: string[],
    { professionalId: id, startsOn, endsOn }: Wanted,
  ): Promise<void> {
    if (id === member.professionalId)
      throw patientInvalid(
        'professionalId',
        'Demandez à un confrère de vous ajouter\u00a0: on n’entre pas seul dans un cercle.',
      );
    const [found]: { known: boolean; there: boolean }[] = await tx.manager.query(KNOWN_AND_THERE, [
      tx.ctx.tenantId,
      id,
      family,
      localTime(this.clock.now(), member.ess.timezone).date,
      startsOn,
      endsOn,
    ]);
    if (!found?.known) throw patientInvalid('professionalId', 'Choisissez le professionnel dans la liste.');
    if (found.there) throw patientInvalid('professionalId', 'Cette personne est déjà dans le cercle de soins.');
  }

  private async changed(tx: Tx, patientId: string, reason: string, gone: string | null = null): Promise<void> {
    await this.audit.line(tx, { action: 'circle.changed', resource: 'patient', resourceId: patientId, reason });
    await tellChanged(tx, this.clock.now(), patientId, gone);
  }
}

function detailOf(dto: CircleMemberDto): CircleDetail {
  const { role = '', note = '' } = dto;
  if (dto.kind === 'professional') return { name: '', link: null, phone: '', mayTalk: false, role, note };
  const typed = dto.phone?.trim() ?? '';
  const phone = typed ? checkPhone(typed) : null;
  if (phone && !phone.ok) throw patientInvalid('phone', phone.message);
  const { name = '', link = 'autre', mayTalk = false } = dto;
  return { name: name.trim(), link, phone: phone ? showPhone(phone.value) : '', mayTalk, role, note };
}

const KNOWN_AND_THERE = `
  select exists (select 1 from membership m
                  where m.tenant_id = $1 and m.professional_id = $2 and m.suspended_at is null and m.ended_at is null
                    and (m.ends_on is null or m.ends_on >= $4::date)) as known,
         exists (select 1 from circle_member c
                  where c.tenant_id = $1 and c.professional_id = $2 and c.patient_id = any($3) and c.ended_at is null
                    and daterange(c.starts_on, c.ends_on, '[]') && daterange($5::date, $6::date, '[]')) as there`;

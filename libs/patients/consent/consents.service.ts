import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { localTime } from '#directory';
import type { Member } from '#directory';
import { Audit, Clock, Database, type Key, sealJson, type Tx, unsealJson, uuidv7 } from '#platform';
import { patientInvalid, PatientDoor, tellChanged } from '../patient-door.service.ts';
import { Patients } from '../patients.service.ts';
import type { ConsentDto } from './consent.dto.ts';
import { ConsentRow } from './consent.entity.ts';

const place = (id: string) => ({ table: 'consent', column: 'sealed', row: id });

/** Before that, it is a slip of the finger. */
const EARLIEST = new Date('1990-01-01T00:00:00Z');

export type NewConsent = Pick<ConsentRow, 'kind' | 'mode' | 'at'> & { requestId?: string; note?: string };

export interface ConsentLine extends Omit<ConsentRow, 'tenantId' | 'sealed'> {
  note: string;
}

/** Information given, consent, opposition: written down with their date and their way, never changed. */
@Injectable()
export class Consents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly patients: Patients,
    private readonly door: PatientDoor,
  ) {}

  /** A second click, or somebody else who notes the same word of the same day, finds it written. */
  record(member: Member, patientId: string, { kind, mode, at, note }: ConsentDto): Promise<void> {
    const when = new Date(at);
    return this.database.tx(member.ctx, async (tx) => {
      const { row, reason } = await this.door.toWrite(tx, member, patientId);
      this.refuseImpossible(kind, mode, when);
      await this.patients.hold(tx, row.id);
      if (await this.isLastWord(tx, member, row.id, { kind, mode, at: when, note })) return;
      const { key } = await this.patients.open(tx, row.id);
      await this.write(tx, row.id, key, { kind, mode, at: when, note }, reason);
    });
  }

  /** In the transaction of what it comes with; the caller has the reason and the key. */
  async write(tx: Tx, patientId: string, key: Key, said: NewConsent, reason: string): Promise<void> {
    const recordedAt = this.clock.now();
    const id = uuidv7(recordedAt);
    const { kind, mode, at, requestId = null, note = '' } = said;
    await tx.manager.insert(ConsentRow, {
      ...{ tenantId: tx.ctx.tenantId, id, patientId, kind, mode, at, recordedAt, requestId },
      recordedBy: tx.ctx.userId,
      sealed: note.trim() ? sealJson(key, place(id), note.trim()) : null,
    });
    await this.audit.line(tx, { action: 'consent.recorded', resource: 'patient', resourceId: patientId, reason });
    await tellChanged(tx, recordedAt, patientId);
  }

  /** Newest first, of every file given: by its own date, then by the date it was written down. */
  async of(tx: Tx, family: string[], keys: Map<string, Key>): Promise<ConsentLine[]> {
    const rows = await tx.manager.find(ConsentRow, {
      where: { tenantId: tx.ctx.tenantId, patientId: In(family) },
      order: { at: 'DESC', recordedAt: 'DESC', id: 'DESC' },
    });
    return rows.map((row) => {
      const { sealed: _, tenantId: __, ...line } = row;
      return { ...line, note: this.noteOf(row, keys) };
    });
  }

  /** Nothing else was noted since: after an opposition, the agreement of the same morning is a new word. */
  private async isLastWord(tx: Tx, member: Member, patientId: string, said: NewConsent): Promise<boolean> {
    const family = await this.patients.family(tx, patientId);
    const last = await tx.manager.findOne(ConsentRow, {
      where: {
        ...{ tenantId: tx.ctx.tenantId, patientId: In(family) },
        kind: said.kind === 'information' ? 'information' : Not('information'),
      },
      order: { recordedAt: 'DESC', id: 'DESC' },
    });
    const dayOf = (at: Date) => localTime(at, member.ess.timezone).date;
    if (last?.kind !== said.kind || last.mode !== said.mode || dayOf(last.at) !== dayOf(said.at)) return false;
    const keys = await this.patients.keysOf(tx, family);
    return this.noteOf(last, keys) === (said.note?.trim() ?? '');
  }

  private noteOf({ id, patientId, sealed }: ConsentRow, keys: Map<string, Key>): string {
    const key = keys.get(patientId);
    return sealed && key ? unsealJson<string>(key, place(id), sealed) : '';
  }

  private refuseImpossible(kind: ConsentRow['kind'], mode: ConsentRow['mode'], at: Date): void {
    if (mode === 'impossible' && kind !== 'information')
      throw patientInvalid(
        'mode',
        'Un accord ou une opposition se dit\u00a0: de vive voix, par écrit ou par un proche.',
      );
    if (!(at >= EARLIEST && at <= this.clock.now()))
      throw patientInvalid('at', 'Indiquez une date passée, ou aujourd’hui.');
  }
}

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { PatientChangeKind } from '#contracts/patient';
import { Clock, type Key, sealJson, type Tx, unsealJson, uuidv7 } from '#platform';
import { Patients } from '../patients.service.ts';
import { PatientChangeRow } from './patient-change.entity.ts';

const place = (id: string) => ({ table: 'patient_change', column: 'sealed', row: id });

/** What a change keeps: traits before and after, the paper that was seen, the files that were merged. */
export interface ChangeDetail {
  before?: Record<string, string>;
  after?: Record<string, string>;
  document?: string;
  /** Name of the file that was merged, or taken apart. */
  name?: string;
  /** Files that moved with a merge. */
  moved?: string[];
}

export interface PatientChange extends Pick<PatientChangeRow, 'id' | 'patientId' | 'otherId' | 'kind' | 'at' | 'byId'> {
  detail: ChangeDetail;
}

/** The history of an identity, oldest kept for ever with it. */
@Injectable()
export class PatientHistory {
  constructor(
    private readonly clock: Clock,
    private readonly patients: Patients,
  ) {}

  async keep(
    tx: Tx,
    patientId: string,
    kind: PatientChangeKind,
    detail: ChangeDetail,
    otherId: string | null = null,
  ): Promise<void> {
    const at = this.clock.now();
    const id = uuidv7(at);
    const key = await this.keyOf(tx, patientId);
    const { tenantId, userId } = tx.ctx;
    const sealed = sealJson(key, place(id), detail);
    await tx.manager.insert(PatientChangeRow, { tenantId, id, patientId, otherId, kind, at, byId: userId, sealed });
  }

  /** Newest first, of every file given. */
  async of(tx: Tx, family: string[]): Promise<PatientChange[]> {
    const rows = await tx.manager.find(PatientChangeRow, {
      where: { tenantId: tx.ctx.tenantId, patientId: In(family) },
      order: { at: 'DESC', id: 'DESC' },
      take: MOST_CHANGES,
    });
    const keys = await this.patients.keysOf(tx, family);
    return rows.map(({ sealed, tenantId: _, ...row }) => {
      const key = keys.get(row.patientId);
      if (!key) throw new Error('a change of a patient without his key');
      return { ...row, detail: unsealJson<ChangeDetail>(key, place(row.id), sealed) };
    });
  }

  private async keyOf(tx: Tx, patientId: string): Promise<Key> {
    const key = (await this.patients.keysOf(tx, [patientId])).get(patientId);
    if (!key) throw new Error('a change of nobody');
    return key;
  }
}

const MOST_CHANGES = 100;

import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { notFound } from '#contracts';
import { IDENTITY_STATUSES } from '#contracts/patient';
import type { Member } from '#directory';
import { Audit, Clock, Database, type Tx } from '#platform';
import { listName } from '../identity.ts';
import { identityStatusOf } from '../identity-status.ts';
import { PatientRow } from '../patient.entity.ts';
import { patientInvalid, PatientDoor, tellChanged } from '../patient-door.service.ts';
import { Patients } from '../patients.service.ts';
import { PatientHistory } from '../identity/patient-history.service.ts';
import type { MergeDto } from './merge.dto.ts';

const CHECK_VIOLATION = '23514';

/** Two files of one person become one by a link: each keeps its key, its requests and its texts, so that it can be undone. */
@Injectable()
export class Merges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly patients: Patients,
    private readonly door: PatientDoor,
    private readonly history: PatientHistory,
  ) {}

  /** The other file, and what was merged into it, now lead to this one. @throws patient.stale, patient.invalid */
  async merge(member: Member, id: string, { otherId, version }: MergeDto): Promise<void> {
    try {
      await this.database.tx(member.ctx, async (tx) => {
        const { reason } = await this.door.toWrite(tx, member, id);
        await this.door.toWrite(tx, member, otherId);
        const [kept, other] = await this.locked(tx, id, otherId);
        if (kept.version !== version) throw await this.door.stale(tx, kept.id);
        refuseImpossible(kept, other);
        const moved = await this.update(tx, MOVE_FAMILY, [other.id, kept.id]);
        await this.history.keep(tx, kept.id, 'merged', { name: listName(other), moved }, other.id);
        await this.tell(tx, 'patient.merged', kept.id, other.id, reason);
      });
    } catch (error) {
      // The guards of the table, for two merges that no lock of ours made wait.
      if (isCheckViolation(error)) throw await this.database.tx(member.ctx, (tx) => this.door.stale(tx, id));
      throw error;
    }
  }

  /** As before the merge: the other file stands by itself, with those that had been merged into it. */
  unmerge(member: Member, id: string, otherId: string): Promise<void> {
    return this.database.tx(member.ctx, async (tx) => {
      const { row, reason } = await this.door.toWrite(tx, member, id);
      await this.lock(tx, [row.id, otherId]);
      const other = await tx.manager.findOneBy(PatientRow, { tenantId: row.tenantId, id: otherId });
      if (!other || other.mergedInto !== row.id) throw notFound();
      const followers = await this.followersOf(tx, row.id, otherId);
      await this.update(tx, SET_APART, [otherId, row.id]);
      await this.update(tx, MOVE_BACK, [followers, row.id, otherId]);
      await this.history.keep(
        tx,
        row.id,
        'unmerged',
        { name: listName(other), moved: [otherId, ...followers] },
        otherId,
      );
      await this.tell(tx, 'patient.unmerged', row.id, otherId, reason);
    });
  }

  /** Both files that stand by themselves, held until the end; the same order for everybody. */
  private async locked(tx: Tx, id: string, otherId: string): Promise<[PatientRow, PatientRow]> {
    await this.lock(tx, [id, otherId]);
    const [kept, other] = [await this.patients.standing(tx, id), await this.patients.standing(tx, otherId)];
    if (kept.id === other.id) throw patientInvalid('otherId', 'Ces deux dossiers sont déjà réunis.');
    if (kept.id !== id || other.id !== otherId) throw await this.door.stale(tx, id);
    return [kept, other];
  }

  /** One merge at a time in an ESS: they are rare, and each may move a whole family. */
  private async lock(tx: Tx, ids: string[]): Promise<void> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [tx.ctx.tenantId]);
    await tx.manager.query('select 1 from patient where tenant_id = $1 and id = any($2) order by id for update', [
      tx.ctx.tenantId,
      ids,
    ]);
  }

  /** @returns the ids that were moved. */
  private async update(tx: Tx, sql: string, parameters: unknown[]): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await tx.manager.query(sql, [
      tx.ctx.tenantId,
      this.clock.now(),
      ...parameters,
    ]);
    return rows.map((row) => row.id);
  }

  /** What had been merged into the other before, and came along. */
  private async followersOf(tx: Tx, id: string, otherId: string): Promise<string[]> {
    const changes = await this.history.of(tx, await this.patients.family(tx, id));
    const merge = changes.find((change) => change.kind === 'merged' && change.otherId === otherId);
    return (merge?.detail.moved ?? []).filter((moved) => moved !== otherId);
  }

  private async tell(
    tx: Tx,
    action: 'patient.merged' | 'patient.unmerged',
    id: string,
    otherId: string,
    reason: string,
  ) {
    for (const each of [id, otherId]) {
      await this.audit.line(tx, { action, resource: 'patient', resourceId: each, reason });
      await tellChanged(tx, this.clock.now(), each);
    }
  }
}

/** The surer identity is the one to keep, and two INS are two people. */
function refuseImpossible(kept: PatientRow, other: PatientRow): void {
  if (kept.erasedAt || other.erasedAt) throw notFound();
  const bothKnown = kept.insiAt !== null && other.insiAt !== null;
  if (bothKnown && kept.insIndex && other.insIndex && !kept.insIndex.equals(other.insIndex))
    throw patientInvalid('otherId', 'Ces deux dossiers ont deux INS différentes\u00a0: ce sont deux personnes.');
  const rank = (row: PatientRow) => IDENTITY_STATUSES.indexOf(identityStatusOf(row));
  if (rank(other) > rank(kept))
    throw patientInvalid(
      'otherId',
      'Gardez le dossier dont l’identité est la plus sûre\u00a0: réunissez dans l’autre sens.',
    );
}

const isCheckViolation = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === CHECK_VIOLATION;

/** $1 tenant · $2 now. One statement, so that no file ever leads to one that leads elsewhere. */
const MOVE_FAMILY = `
  update patient set merged_into = $4, version = version + 1, updated_at = $2
   where tenant_id = $1 and (id = $3 or merged_into = $3) returning id`;
const SET_APART = `
  update patient set merged_into = null, version = version + 1, updated_at = $2
   where tenant_id = $1 and id = $3 and merged_into = $4 returning id`;
const MOVE_BACK = `
  update patient set merged_into = $5, version = version + 1, updated_at = $2
   where tenant_id = $1 and id = any($3) and merged_into = $4 returning id`;

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UNDO_SECONDS } from '#contracts';
import type { ReportKind } from '#contracts/care';
import { Patients } from '#patients';
import { Clock, sealJson, unsealJson, uuidv7 } from '#platform';
import type { Key, Tx } from '#platform';
import type { RequestRow } from '#requests';
import { type ReportContent, ReportRow } from './report.entity.ts';

const place = (id: string) => ({ table: 'report', column: 'sealed', row: id });

export interface NewReport {
  kind: ReportKind;
  actId: string | null;
  authorId: string;
  content: ReportContent;
}

/** Signed answers, newest last. */
@Injectable()
export class Reports {
  constructor(
    private readonly clock: Clock,
    private readonly patients: Patients,
  ) {}

  /** `request` is the row after the move that answers it. An urgent answer is visible at once. */
  async sign(tx: Tx, request: RequestRow, key: Key, report: NewReport): Promise<ReportRow> {
    const now = this.clock.now();
    const id = uuidv7(now);
    const isUrgent = request.class === 'P0' || request.class === 'P1';
    const row: ReportRow = {
      tenantId: request.tenantId,
      id,
      requestId: request.id,
      patientId: request.patientId,
      actId: report.actId,
      kind: report.kind,
      authorId: report.authorId,
      signedAt: now,
      visibleAt: isUrgent ? now : new Date(now.getTime() + UNDO_SECONDS * 1000),
      requestVersion: request.version,
      withdrawnAt: null,
      sealed: sealJson(key, place(id), report.content),
    };
    await tx.manager.insert(ReportRow, row);
    return row;
  }

  content(report: ReportRow, key: Key): ReportContent {
    return unsealJson<ReportContent>(key, place(report.id), report.sealed);
  }

  /** Newest first; withdrawn ones are left out. */
  async ofRequest(tx: Tx, requestId: string): Promise<ReportRow[]> {
    const rows = await tx.manager.find(ReportRow, {
      where: { tenantId: tx.ctx.tenantId, requestId },
      order: { requestVersion: 'DESC', id: 'DESC' },
    });
    return rows.filter((row) => row.withdrawnAt === null);
  }

  /** Of the person: of every file that was merged with this one. */
  async ofPatient(tx: Tx, patientId: string): Promise<ReportRow[]> {
    const family = await this.patients.family(tx, patientId);
    const rows = await tx.manager.find(ReportRow, {
      where: { tenantId: tx.ctx.tenantId, patientId: In(family) },
      order: { signedAt: 'DESC', id: 'DESC' },
    });
    return rows.filter((row) => row.withdrawnAt === null);
  }

  /** Takes back what one version of the request signed. */
  async takeBack(tx: Tx, requestId: string, version: number): Promise<void> {
    await tx.manager.update(
      ReportRow,
      { tenantId: tx.ctx.tenantId, requestId, requestVersion: version },
      { withdrawnAt: this.clock.now() },
    );
  }
}

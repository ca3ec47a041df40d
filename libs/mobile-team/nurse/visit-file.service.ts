import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { Exam } from '#contracts/care';
import type { FindingState } from '#contracts/enums';
import { Directory } from '#directory';
import { unsealJson } from '#platform';
import type { Key, Tx } from '#platform';
import { TourStopRow } from '../tables/tour-stop.entity.ts';
import type { SheetDto } from './nurse.dto.ts';
import { sheetPlace } from './sheet.ts';

/** What the visit brought, for who reads it. */
export interface VisitSheet {
  measures: { name: string; value: number; unit: string; at?: string }[];
  findings: Record<string, FindingState>;
  note: string;
  examsDone: Exam[];
  examsMissing: { exam: Exam; reason: string }[];
  called15: boolean;
  calledOnCall: boolean;
  /** Time of the telephone. */
  doneAt: Date;
  nurseName: string;
}

/** The sheet of a visit, for the reading and the report. The caller has checked the reason of access. */
@Injectable()
export class VisitFile {
  constructor(private readonly directory: Directory) {}

  /** The newest visit that was done for this request, or null. */
  async sheetOf(tx: Tx, requestId: string, key: Key): Promise<VisitSheet | null> {
    const [stop] = await tx.manager.find(TourStopRow, {
      where: { tenantId: tx.ctx.tenantId, requestId, status: 'done', sealed: Not(IsNull()) },
      order: { endedAt: 'DESC' },
      take: 1,
    });
    if (!stop?.sealed || !stop.endedAt) return null;
    const sheet = unsealJson<SheetDto>(key, sheetPlace(stop.id), stop.sealed);
    return {
      ...sheet,
      doneAt: stop.endedAt,
      nurseName: stop.endedBy ? (await this.directory.person(tx, stop.endedBy)).name : '',
    };
  }
}

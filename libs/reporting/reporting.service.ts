import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { RECORD_EVENT, RECORD_MISSING } from './insert-facts.sql.ts';

/** Fills steering's own table from the events. */
@Injectable()
export class Reporting {
  async record(tx: Tx, eventId: string): Promise<void> {
    await tx.manager.query(RECORD_EVENT, [tx.ctx.tenantId, eventId]);
  }

  /** Every event of the tenant that has no fact yet: a demonstration's past, or one older than the table. @returns how many. */
  async catchUp(tx: Tx): Promise<number> {
    const rows: unknown[] = await tx.manager.query(RECORD_MISSING, [tx.ctx.tenantId]);
    return rows.length;
  }
}

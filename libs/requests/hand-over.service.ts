import { Injectable } from '@nestjs/common';
import { CLOSED_STATES } from '#contracts/transitions';
import { HandOvers } from '#directory';
import type { EssRow, Handing, HandOver } from '#directory';
import type { Tx } from '#platform';
import { RequestRow } from './request.entity.ts';
import { Requests } from './requests.service.ts';

const IN_HAND = `
  from request
 where tenant_id = $1 and state <> all($3)
   and ((owner_kind = 'user' and owner_id = $2) or return_to = $2)`;

/** The port of `directory`: who leaves, or is disabled, passes his open requests, and those that would come back to him. */
@Injectable()
export class HandRequests implements HandOver {
  constructor(
    private readonly requests: Requests,
    handOvers: HandOvers,
  ) {
    handOvers.register(this);
  }

  async inHand(tx: Tx, professionalId: string): Promise<number> {
    const rows: { count: number }[] = await tx.manager.query(`select count(*)::int as count ${IN_HAND}`, [
      tx.ctx.tenantId,
      professionalId,
      [...CLOSED_STATES],
    ]);
    return rows[0]?.count ?? 0;
  }

  async handAll(tx: Tx, ess: EssRow, handing: Handing): Promise<number> {
    const rows: { id: string }[] = await tx.manager.query(`select id ${IN_HAND} order by id for update`, [
      tx.ctx.tenantId,
      handing.fromId,
      [...CLOSED_STATES],
    ]);
    for (const { id } of rows) {
      const row = await tx.manager.findOneByOrFail(RequestRow, { tenantId: ess.id, id });
      await this.requests.handOver(tx, ess, row, handing);
    }
    return rows.length;
  }
}

import { Injectable } from '@nestjs/common';
import { permissionsOf } from '#contracts';
import { MEMBER_ROLES } from '#contracts/enums';
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

const HANDLING_ROLES = MEMBER_ROLES.filter((role) => permissionsOf([role]).has('request.triage'));

/** Of a day: who owns an open request, or would have it back, without a role that handles requests on that day. */
const ABSENT = `
  select distinct person from (
    select owner_id as person from request where tenant_id = $1 and state <> all($2) and owner_kind = 'user'
    union select return_to from request where tenant_id = $1 and state <> all($2)
  ) waited
   where person is not null
     and not exists (select 1 from membership m
                      where m.tenant_id = $1 and m.professional_id = person and m.role = any($3)
                        and m.suspended_at is null and m.ended_at is null
                        and m.starts_on <= $4 and (m.ends_on is null or m.ends_on >= $4))
   order by person`;

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

  /**
   * A period that reaches its last day leaves no open request in the name of who had it (invariant 2): they go back to
   * the team, as when an access is closed.
   * @param day YYYY-MM-DD where the team works. @returns how many requests were handed back.
   */
  async handBackOfAbsent(tx: Tx, ess: EssRow, day: string): Promise<number> {
    const absent: { person: string }[] = await tx.manager.query(ABSENT, [
      ...[ess.id, [...CLOSED_STATES], HANDLING_ROLES],
      day,
    ]);
    let count = 0;
    for (const { person } of absent)
      count += await this.handAll(tx, ess, { fromId: person, toId: null, periodOver: true });
    return count;
  }
}

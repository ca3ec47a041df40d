import { Injectable } from '@nestjs/common';
import type { OnCallPerson } from '#directory';
import type { Tx } from '#platform';
import type { ColleagueView } from './decision.view.ts';

const SPECIALISTS = `
  from membership m join professional p on p.id = m.professional_id
 where m.tenant_id = $1 and m.role in ('specialist', 'locum', 'medical_lead')
   and m.suspended_at is null and m.ended_at is null
   and m.starts_on <= $2::date and (m.ends_on is null or m.ends_on >= $2::date)`;

/** Specialists of the ESS, the one on call first. */
@Injectable()
export class Colleagues {
  async list(tx: Tx, now: Date, onCall: OnCallPerson | null): Promise<ColleagueView[]> {
    const rows: { id: string; name: string }[] = await tx.manager.query(
      `select distinct p.id, trim(p.civility || ' ' || p.given_name || ' ' || p.family_name) as name
         ${SPECIALISTS}
        order by name`,
      [tx.ctx.tenantId, now],
    );
    return rows
      .map((row) => ({ ...row, onCall: row.id === onCall?.id }))
      .sort((a, b) => Number(b.onCall) - Number(a.onCall));
  }

  /**
   * Until this transaction ends nobody closes the access of who is chosen: who does it after finds what he was given,
   * and hands it back. @returns false when his access was closed in the meantime.
   */
  async hold(tx: Tx, now: Date, professionalId: string): Promise<boolean> {
    const held: unknown[] = await tx.manager.query(
      `select 1 ${SPECIALISTS} and m.professional_id = $3 for share of m`,
      [...[tx.ctx.tenantId, now, professionalId]],
    );
    return held.length > 0;
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '#platform';
import type { Tx } from '#platform';
import type { EssRow } from './ess.entity.ts';
import { isOpenAt, nextOpening } from './opening.ts';

export interface OnCallPerson {
  id: string;
  name: string;
}

export interface Presence {
  openNow: boolean;
  nextOpeningAt: Date | null;
  onCall: OnCallPerson | null;
  /** Somebody answers now: the desk is open, or a specialist is on call. */
  staffed: boolean;
}

/** Who is on duty. */
@Injectable()
export class Roster {
  constructor(private readonly clock: Clock) {}

  /** Nobody when the person planned has left, is disabled or is out of his period: the desk owns, and says so. */
  async onCall(tx: Tx, at: Date = this.clock.now()): Promise<OnCallPerson | null> {
    const rows: OnCallPerson[] = await tx.manager.query(
      `select p.id, trim(p.civility || ' ' || p.given_name || ' ' || p.family_name) as name
         from on_call o
         join professional p on p.id = o.professional_id
         join ess e on e.id = o.tenant_id
        where o.starts_at <= $1 and o.ends_at > $1
          and exists (select 1 from membership m
                       where m.tenant_id = o.tenant_id and m.professional_id = o.professional_id
                         and m.suspended_at is null and m.ended_at is null
                         and m.starts_on <= ($1 at time zone e.timezone)::date
                         and (m.ends_on is null or m.ends_on >= ($1 at time zone e.timezone)::date))
          and not exists (select 1 from account a
                           where a.professional_id = o.professional_id and a.disabled_at is not null)
        order by o.starts_at desc limit 1`,
      [at],
    );
    return rows[0] ?? null;
  }

  async presence(tx: Tx, ess: EssRow): Promise<Presence> {
    const now = this.clock.now();
    const openNow = isOpenAt(ess, now);
    const onCall = await this.onCall(tx, now);
    return {
      openNow,
      nextOpeningAt: openNow ? null : nextOpening(ess, now),
      onCall,
      staffed: openNow || onCall !== null,
    };
  }
}

import { Injectable } from '@nestjs/common';
import { consumersOf, EVENT_TYPES } from '#contracts';
import type { Consumer, EventPayload } from '#contracts';
import type { Tx } from '#platform';

/** What was already told about a request. `sending` counts as told: it may have left. */
@Injectable()
export class MailHistory {
  /** No later event of the request says the same thing anew. */
  async isLatest(tx: Tx, event: EventPayload, consumer: Consumer): Promise<boolean> {
    const types = EVENT_TYPES.filter((type) => consumersOf(type).includes(consumer));
    const later: unknown[] = await tx.manager.query(
      `select 1 from event
        where tenant_id = $1 and request_id = $2 and version > $3 and type = any($4) limit 1`,
      [event.tenantId, event.requestId, event.version, types],
    );
    return later.length === 0;
  }

  /** Since the last decision, a date was announced before this one. */
  async wasDateTold(tx: Tx, event: EventPayload): Promise<boolean> {
    const told: unknown[] = await tx.manager.query(DATE_TOLD, [event.tenantId, event.requestId, event.version]);
    return told.length > 0;
  }

  /** Who had been written to about the event that this one took back. */
  toldOfUndone(tx: Tx, event: EventPayload): Promise<{ recipientId: string; isTeam: boolean }[]> {
    return tx.manager.query(TOLD_OF_UNDONE, [event.tenantId, event.eventId]);
  }
}

const DATE_TOLD = `
  select 1
    from mail m join event e on e.tenant_id = m.tenant_id and e.id = m.event_id
   where m.tenant_id = $1 and e.request_id = $2 and m.consumer = 'alerts.notify-planned' and m.state <> 'no_address'
     and e.version < $3
     and e.version > coalesce((select max(d.version) from event d
                                where d.tenant_id = $1 and d.request_id = $2 and d.type = 'request.decided'), 0)
   limit 1`;

const TOLD_OF_UNDONE = `
  select m.recipient_id as "recipientId", bool_and(m.consumer like 'alerts.page-%') as "isTeam"
    from event undo
    join mail m on m.tenant_id = undo.tenant_id and m.event_id = (undo.data ->> 'eventId')::uuid
   where undo.tenant_id = $1 and undo.id = $2 and m.state <> 'no_address'
   group by m.recipient_id`;

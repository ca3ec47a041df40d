import type { Consumer, EventPayload } from '#contracts';
import type { EssRow } from '#directory';
import type { DeliveryHandler } from '#platform';
import type { Stage } from './stage.ts';

interface Due {
  consumer: Consumer;
  availableAt: Date;
  eventId: string;
  requestId: string;
  version: number;
  at: Date;
  actorId: string | null;
}

/** Timers of the house ring at their own hour, also in a past that is being told. */
export class Timers {
  private readonly stage: Stage;
  private readonly handlers: readonly DeliveryHandler[];

  constructor(stage: Stage) {
    this.stage = stage;
    this.handlers = [stage.receptionOverdue, stage.infoOverdue];
  }

  /** Rings what is due until then, of one request or of all. @returns whether anything rang. */
  async settle(ess: EssRow, until: Date, requestId: string | null = null): Promise<boolean> {
    const due = await this.due(ess.id, until, requestId);
    for (const { availableAt, consumer, ...event } of due) {
      this.stage.clock.travelTo(availableAt);
      const payload: EventPayload = { ...event, tenantId: ess.id, at: event.at.toISOString() };
      await this.handlers.find((handler) => handler.consumer === consumer)?.handle(payload);
    }
    return due.length > 0;
  }

  /** What nobody waits for any more: answers received, complements given. */
  async forget(ess: EssRow, until: Date): Promise<void> {
    await this.stage.database.tx({ tenantId: ess.id, userId: null }, (tx) =>
      tx.manager.query(
        `update delivery d set done_at = d.available_at
           from event e join request r on r.tenant_id = e.tenant_id and r.id = e.request_id
          where d.tenant_id = $1 and e.tenant_id = d.tenant_id and e.id = d.event_id and d.done_at is null
            and d.available_at <= $2 and d.consumer = any($3)
            and r.next_action not in ('await_reception', 'await_info')`,
        [ess.id, until, this.consumers],
      ),
    );
  }

  private get consumers(): Consumer[] {
    return this.handlers.map(({ consumer }) => consumer);
  }

  private due(tenantId: string, until: Date, requestId: string | null): Promise<Due[]> {
    return this.stage.database.tx({ tenantId, userId: null }, (tx) =>
      tx.manager.query(
        `select d.consumer, d.available_at as "availableAt", e.id as "eventId", e.request_id as "requestId",
                e.version, e.at, e.actor_id as "actorId"
           from event e join delivery d on d.tenant_id = e.tenant_id and d.event_id = e.id
          where e.tenant_id = $1 and d.done_at is null and d.available_at <= $2 and d.consumer = any($3)
            and ($4::uuid is null or e.request_id = $4)
          order by d.available_at, e.id`,
        [tenantId, until, this.consumers, requestId],
      ),
    );
  }
}

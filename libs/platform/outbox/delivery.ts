import type { Consumer, EventPayload } from '#contracts';
import type { Tx } from '../database/context.ts';

/** What a job carries: ids, never a datum. */
export interface DeliveryJob {
  tenantId: string;
  eventId: string;
  consumer: Consumer;
}

/** One handler for each consumer; start-up fails when one is missing or doubled. */
export interface DeliveryHandler {
  readonly consumer: Consumer;
  handle(event: EventPayload): Promise<void>;
}

/**
 * Marks a delivery done in the transaction of its effect, taking its row lock first.
 * @returns false when it was already done: the caller does nothing.
 */
export async function takeDelivery(tx: Tx, eventId: string, consumer: Consumer, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    `select 1 from delivery where tenant_id = $1 and event_id = $2 and consumer = $3 and done_at is null for update`,
    [tx.ctx.tenantId, eventId, consumer],
  );
  if (rows.length === 0) return false;
  await tx.manager.query(`update delivery set done_at = $4 where tenant_id = $1 and event_id = $2 and consumer = $3`, [
    tx.ctx.tenantId,
    eventId,
    consumer,
    at,
  ]);
  return true;
}

import { Inject, Injectable } from '@nestjs/common';
import { consumersOf, noticeConsumersOf, UNDO_SECONDS, type Consumer, type EventType } from '#contracts';
import type { PriorityClass } from '#contracts/enums';
import { Clock } from '../clock.ts';
import type { Tx } from '../database/context.ts';
import { uuidv7 } from '../ids.ts';
import { EventRow } from './event.entity.ts';

/** `born-done` is the demonstration's past: the effects are run by its own driver, nothing leaves. */
export type DeliveryMode = 'live' | 'born-done';
export const DELIVERY_MODE = Symbol('DeliveryMode');

export interface NewEvent {
  type: EventType;
  requestId: string;
  version: number;
  actorId: string | null;
  /** Class as known now, declared or confirmed: urgent deliveries go first. */
  urgency: PriorityClass | null;
  rooms: string[];
  data?: Record<string, string | number | boolean | null>;
  /** Undo windows and timers; a consumer that is not named acts at once. */
  availableAt?: Partial<Record<Consumer, Date>>;
}

/** Something that happened to a person or to an access, not to a request. */
export interface NewNotice {
  type: EventType;
  subjectId: string;
  actorId: string | null;
  rooms: string[];
  /** Codes only. */
  data?: NewEvent['data'];
}

/** Job priority: 1 runs first. Priority 0 would run before 1, so it is never used. */
export const jobPriorityOf = (urgency: PriorityClass | null): number => (urgency ? Number(urgency.slice(1)) + 1 : 5);

/** Steering waits until everybody has been served: it never delays care. */
const LAST = 10;
const priorityFor = (consumer: Consumer, urgency: PriorityClass | null): number =>
  consumer === 'reporting.record' ? LAST : jobPriorityOf(urgency);

/** Writes what happened, who must act on it and who must be told, inside the caller's transaction. */
@Injectable()
export class Outbox {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(DELIVERY_MODE) private readonly mode: DeliveryMode,
  ) {}

  async record(tx: Tx, event: NewEvent): Promise<EventRow> {
    const at = this.clock.now();
    const row: EventRow = {
      tenantId: tx.ctx.tenantId,
      id: uuidv7(at),
      requestId: event.requestId,
      subjectId: null,
      type: event.type,
      version: event.version,
      at,
      actorId: event.actorId,
      data: event.data ?? {},
    };
    await tx.manager.insert(EventRow, row);
    const consumers = consumersOf(event.type);
    await this.fanOut(
      tx,
      row,
      consumers,
      consumers.map((consumer) => event.availableAt?.[consumer] ?? at),
      consumers.map((consumer) => priorityFor(consumer, event.urgency)),
    );
    for (const room of event.rooms) {
      tx.signals.push({ tenant: row.tenantId, room, kind: event.type, id: event.requestId });
    }
    return row;
  }

  /** The same door for what is of no request: an invitation, a changed factor, an exceptional access. */
  async notice(tx: Tx, notice: NewNotice): Promise<EventRow> {
    const at = this.clock.now();
    const { type, subjectId, actorId, data = {} } = notice;
    const ids = { tenantId: tx.ctx.tenantId, id: uuidv7(at), requestId: null, subjectId };
    const row: EventRow = { ...ids, type, version: 0, at, actorId, data };
    await tx.manager.insert(EventRow, row);
    const consumers = noticeConsumersOf(type);
    await this.fanOut(
      tx,
      row,
      consumers,
      consumers.map(() => at),
      consumers.map(() => jobPriorityOf(null)),
    );
    for (const room of notice.rooms) tx.signals.push({ tenant: row.tenantId, room, kind: type, id: subjectId });
    return row;
  }

  private async fanOut(
    tx: Tx,
    row: EventRow,
    consumers: readonly Consumer[],
    times: Date[],
    priorities: number[],
  ): Promise<void> {
    // A demonstration's timers stay alive: only what would have left at once is taken as done.
    const soon = new Date(row.at.getTime() + UNDO_SECONDS * 1000);
    await tx.manager.query(
      `insert into delivery (tenant_id, event_id, consumer, priority, available_at, done_at)
       select $1, $2, consumer, priority, available_at, case when $3 and available_at <= $4 then available_at end
         from unnest($5::text[], $6::timestamptz[], $7::smallint[]) as due (consumer, available_at, priority)`,
      [row.tenantId, row.id, this.mode === 'born-done', soon, consumers, times, priorities],
    );
    tx.wakesRelay = this.mode === 'live';
  }
}

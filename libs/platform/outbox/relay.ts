import { Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { Consumer } from '#contracts';
import type { Clock } from '../clock.ts';
import { Listener } from '../database/listener.ts';
import type { SystemDatabase } from '../database/system-database.ts';
import type { DeliveryJob } from './delivery.ts';
import { TAKE_DELIVERIES } from './take-deliveries.sql.ts';

/** A net under the wake-up: a lost NOTIFY costs one second. */
const POLL_MS = 1000;
const BATCH = 500;

interface TakenDelivery {
  tenant_id: string;
  event_id: string;
  consumer: Consumer;
  priority: number;
}

/** Carries committed deliveries to the queue. PostgreSQL is the truth: what the queue loses is added again. */
export class Relay {
  private readonly logger = new Logger('Relay');
  private readonly listener: Listener;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    private readonly database: SystemDatabase,
    private readonly queue: Queue<DeliveryJob>,
    systemUrl: string,
    private readonly redeliverAfterMs: number,
    private readonly clock: Clock,
  ) {
    this.listener = new Listener(systemUrl, 'outbox', () => this.wake());
  }

  async start(): Promise<void> {
    await this.listener.start();
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.listener.stop();
    await this.running;
  }

  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.drain()
      .catch((error: unknown) =>
        this.logger.error(`deliveries not relayed, next try in ${POLL_MS} ms: ${String(error)}`),
      )
      .finally(() => {
        this.running = null;
        if (this.again) {
          this.again = false;
          this.wake();
        }
      });
  }

  private async drain(): Promise<void> {
    for (let taken = BATCH; taken === BATCH && !this.stopped;) taken = await this.relayBatch();
  }

  private relayBatch(): Promise<number> {
    return this.database.tx(async (client) => {
      const now = this.clock.now();
      const lostBefore = new Date(now.getTime() - this.redeliverAfterMs);
      const { rows } = await client.query<TakenDelivery>(TAKE_DELIVERIES, [now, lostBefore, BATCH]);
      if (rows.length > 0) await this.queue.addBulk(rows.map(toJob));
      return rows.length;
    });
  }
}

const toJob = (row: TakenDelivery) => ({
  name: row.consumer,
  data: { tenantId: row.tenant_id, eventId: row.event_id, consumer: row.consumer },
  // Removed when finished: `delivery.done_at` is the memory. Failed ones are added again by the relay.
  opts: {
    jobId: `${row.event_id}.${row.consumer}`,
    priority: row.priority,
    removeOnComplete: true,
    removeOnFail: true,
    attempts: 5,
    backoff: { type: 'exponential', delay: 500 },
  },
});

import { Logger } from '@nestjs/common';
import { Worker, type ConnectionOptions } from 'bullmq';
import { CONSUMERS, type Consumer, type EventPayload } from '#contracts';
import type { Database } from '../database/database.ts';
import { QUEUE_NAME } from '../queue/queue-backend.ts';
import type { DeliveryHandler, DeliveryJob } from './delivery.ts';
import { EventRow } from './event.entity.ts';

const CONCURRENCY = 8;
/** A worker that dies holding a job gives it back within about 15 s. */
const LOCK_MS = 10_000;
const STALLED_EVERY_MS = 5_000;

/** @throws when a subscribed consumer has no handler, or two. */
export function handlersByConsumer(handlers: DeliveryHandler[]): Map<Consumer, DeliveryHandler> {
  const map = new Map<Consumer, DeliveryHandler>();
  for (const handler of handlers) {
    if (map.has(handler.consumer)) throw new Error(`two handlers for ${handler.consumer}`);
    map.set(handler.consumer, handler);
  }
  const missing = CONSUMERS.filter((consumer) => !map.has(consumer));
  if (missing.length > 0) throw new Error(`no handler for ${missing.join(', ')}`);
  return map;
}

/** Ids in, one service call. */
export function startProcessor(
  database: Database,
  handlers: DeliveryHandler[],
  connection: ConnectionOptions,
): Worker<DeliveryJob> {
  const logger = new Logger('Processor');
  const byConsumer = handlersByConsumer(handlers);
  const worker = new Worker<DeliveryJob>(
    QUEUE_NAME,
    async (job) => {
      const { tenantId, eventId, consumer } = job.data;
      const event = await database.tx({ tenantId, userId: null }, (tx) =>
        tx.manager.findOneBy(EventRow, { tenantId, id: eventId }),
      );
      const handler = byConsumer.get(consumer);
      if (!event || !handler) throw new Error(`nothing to do for ${consumer}`);
      await handler.handle(payloadOf(event));
    },
    {
      connection,
      concurrency: CONCURRENCY,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_EVERY_MS,
      maxStalledCount: 10,
    },
  );
  worker.on('failed', (job, error) => logger.error(`${job?.name ?? 'job'} ${job?.id ?? ''}: ${error.message}`));
  worker.on('error', (error) => logger.warn(`queue: ${error.message}`));
  return worker;
}

const payloadOf = (event: EventRow): EventPayload => ({
  eventId: event.id,
  tenantId: event.tenantId,
  requestId: event.requestId ?? '',
  subjectId: event.subjectId,
  version: event.version,
  at: event.at.toISOString(),
  actorId: event.actorId,
});

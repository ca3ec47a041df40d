import type { INestApplicationContext } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Directory } from '#directory';
import {
  AuditAnchor,
  AuditSealer,
  chooseQueueBackend,
  Clock,
  Database,
  type Config,
  type DeliveryJob,
  QUEUE_NAME,
  Relay,
  startProcessor,
  SystemDatabase,
} from '#platform';
import { NightlyJobs, Reporting } from '#reporting';
import { catchUpFacts } from './catch-up-facts.ts';
import { handlersOf } from './handlers.ts';

export interface RunningWorker {
  stop(): Promise<void>;
}

/** Relay, processor, audit sealer and nightly jobs of one worker process; several may run side by side. */
export async function startWorker(context: INestApplicationContext, config: Config): Promise<RunningWorker> {
  const backend = chooseQueueBackend(config);
  const system = new SystemDatabase(config.databaseSystemUrl);
  const queue = new Queue<DeliveryJob>(QUEUE_NAME, { connection: backend.connection });
  // Said again by the relay, that keeps trying.
  queue.on('error', () => undefined);
  const processor = startProcessor(context.get(Database), handlersOf(context), backend.connection);
  const relay = new Relay(system, queue, config.databaseSystemUrl, config.redeliverAfterMs, context.get(Clock));
  const sealer = new AuditSealer(system);
  const anchor = config.auditAnchorFile ? new AuditAnchor(system, config.auditAnchorFile, context.get(Clock)) : null;
  await relay.start();
  sealer.start();
  anchor?.start();
  const night = context.get(NightlyJobs);
  night.start();
  const facts = catchUpFacts(context.get(Directory), context.get(Database), context.get(Reporting));
  return {
    async stop() {
      await relay.stop();
      await sealer.stop();
      await anchor?.stop();
      await night.stop();
      await processor.close();
      await facts;
      await queue.close();
      await backend.close();
      await system.onApplicationShutdown();
    },
  };
}

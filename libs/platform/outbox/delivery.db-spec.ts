import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Queue } from 'bullmq';
import { CONSUMERS } from '#contracts';
import type { PriorityClass } from '#contracts/enums';
import { waitFor } from '../../../test/journeys/support/wait-for.ts';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import { Clock, TravellingClock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { SystemDatabase } from '../database/system-database.ts';
import { takeDelivery, type DeliveryHandler, type DeliveryJob } from './delivery.ts';
import { handlersByConsumer } from './processor.ts';
import { Relay } from './relay.ts';

interface Job {
  name: string;
  data: DeliveryJob;
  opts: { jobId: string; priority: number };
}

/** The rim of the queue: keeps what the relay hands over, or refuses it. */
class Rim {
  batches: Job[][] = [];
  away = false;
  addBulk(jobs: Job[]): Promise<void> {
    if (this.away) return Promise.reject(new Error('the queue is away'));
    this.batches.push(jobs);
    return Promise.resolve();
  }
  get jobs(): Job[] {
    return this.batches.flat();
  }
}

describe('from a committed event to the queue', () => {
  let services: Services;
  let system: SystemDatabase;
  beforeAll(async () => {
    // The relay reads the real clock: so does this world.
    services = await openServices({ now: new Date() });
    system = new SystemDatabase(services.database.systemUrl);
  });
  afterAll(async () => {
    await system.onApplicationShutdown();
    await services.stop();
  });
  beforeEach(() => services.sql('update delivery set done_at = now()'));

  const relayTo = (rim: Rim, redeliverAfterMs: number, clock = new Clock()) =>
    new Relay(system, rim as unknown as Queue<DeliveryJob>, services.database.systemUrl, redeliverAfterMs, clock);
  /** Relays until `count` jobs have passed. */
  const relayed = async (count: number, rim = new Rim(), redeliverAfterMs = 60_000): Promise<Rim> => {
    const relay = relayTo(rim, redeliverAfterMs);
    await relay.start();
    await waitFor(`${count} jobs`, async () => rim.jobs.length >= count).finally(() => relay.stop());
    return rim;
  };
  const sendAs = (declaredClass: PriorityClass) => services.send(services.cardio, { declaredClass });
  const requestsOf = async (jobs: Job[]) => {
    const rows = await services.sql<{ id: string; request_id: string }>(
      'select id, request_id from event where id = any($1)',
      [jobs.map((job) => job.data.eventId)],
    );
    return jobs.map((job) => rows.find((row) => row.id === job.data.eventId)?.request_id);
  };

  test('each consumer has its job, that carries ids only, under an id that cannot double', async () => {
    const sent = await sendAs('P2');
    const { jobs } = await relayed(3);
    const priorities = Object.fromEntries(jobs.map((job) => [job.name, job.opts.priority]));
    // Steering comes last: it never delays care.
    expect(priorities).toEqual({ 'alerts.notify-requester': 3, 'triage.evaluate': 3, 'reporting.record': 10 });
    for (const job of jobs) {
      expect(Object.keys(job.data).sort()).toEqual(['consumer', 'eventId', 'tenantId']);
      expect(job.opts.jobId).toBe(`${job.data.eventId}.${job.name}`);
    }
    expect(new Set(await requestsOf(jobs))).toEqual(new Set([sent.id]));
  });

  test('the urgent goes first, whatever came before it, and never at priority zero', async () => {
    await services.sql('update delivery set done_at = now()');
    for (const value of ['P4', 'P3', 'P2'] as const) await sendAs(value);
    const urgent = await sendAs('P1');
    const { jobs } = await relayed(12);
    const byPriority = [...jobs].sort((a, b) => a.opts.priority - b.opts.priority);
    expect(byPriority.map((job) => job.opts.priority)).toEqual([2, 2, 3, 3, 4, 4, 5, 5, 10, 10, 10, 10]);
    expect(await requestsOf(byPriority.slice(0, 2))).toEqual([urgent.id, urgent.id]);
  });

  test('a backlog larger than a batch leaves the most urgent first', async () => {
    await sendAs('P1');
    await services.sql(
      `insert into delivery (tenant_id, event_id, consumer, priority, available_at)
       select tenant_id, event_id, 'routine ' || n, 5, available_at - interval '1 day' from delivery, generate_series(1, 600) n
        where done_at is null and consumer = 'triage.evaluate'`,
    );
    const rim = await relayed(603);
    expect(rim.batches.map((batch) => batch.length)).toEqual([500, 103]);
    expect(rim.batches[0]!.filter((job) => job.opts.priority === 2)).toHaveLength(2);
  });

  test('what is queued is not queued again until it counts as lost, and what is done never', async () => {
    await sendAs('P2');
    await relayed(3);
    await services.sql(`update delivery set queued_at = now() - interval '59 seconds' where done_at is null`);
    const [before] = await services.sql<{ n: number }>(
      `select count(*)::int as n from delivery where done_at is null and queued_at < now() - interval '60 seconds'`,
    );
    expect(before?.n).toBe(0);
    const early = new Rim();
    const relay = relayTo(early, 120_000);
    await relay.start();
    await relay.stop();
    expect(early.jobs).toEqual([]);
    const { jobs } = await relayed(3, new Rim(), 30_000);
    expect(jobs).toHaveLength(3);
    await services.sql(`update delivery set done_at = now(), queued_at = now() - interval '1 day'`);
    const late = new Rim();
    const again = relayTo(late, 1);
    await again.start();
    await again.stop();
    expect(late.jobs).toEqual([]);
  });

  test('what is for later waits for its time', async () => {
    await sendAs('P2');
    await services.sql(
      `update delivery set available_at = now() + interval '1 hour' where done_at is null and consumer = 'triage.evaluate'`,
    );
    const { jobs } = await relayed(2);
    expect(jobs.map((job) => job.name).sort()).toEqual(['alerts.notify-requester', 'reporting.record']);
  });

  test('a timer is a row that waits for its hour, on the clock of the house', async () => {
    await sendAs('P2');
    const due = new Date(Date.now() + 3 * 24 * 3600_000);
    await services.sql(`update delivery set done_at = now() where consumer <> 'triage.evaluate'`);
    await services.sql('update delivery set available_at = $1 where done_at is null', [due]);
    const clock = new TravellingClock(new Date(due.getTime() - 60_000));
    const rim = new Rim();
    const early = relayTo(rim, 60_000, clock);
    await early.start();
    await early.stop();
    expect(rim.jobs).toEqual([]);
    clock.advanceMinutes(1);
    const relay = relayTo(rim, 60_000, clock);
    await relay.start();
    await waitFor('the timer', async () => rim.jobs.length === 1).finally(() => relay.stop());
    expect(rim.jobs[0]?.name).toBe('triage.evaluate');
  });

  test('a queue that is away loses nothing: the delivery is not marked as queued', async () => {
    await sendAs('P2');
    const rim = new Rim();
    rim.away = true;
    const relay = relayTo(rim, 60_000);
    await relay.start();
    await relay.stop();
    const rows = await services.sql('select 1 from delivery where done_at is null and queued_at is null');
    expect(rows).toHaveLength(3);
    expect((await relayed(3)).jobs).toHaveLength(3);
  });

  test('two transactions on one delivery: one takes it, the other, after its commit, finds it done', async () => {
    await sendAs('P2');
    const [row] = await services.sql<{ event_id: string }>(
      `select event_id from delivery where done_at is null and consumer = 'triage.evaluate'`,
    );
    const database = services.get(Database);
    const ctx = { tenantId: services.cardio.id, userId: null };
    const take = () => database.tx(ctx, (tx) => takeDelivery(tx, row!.event_id, 'triage.evaluate', new Date()));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let second: Promise<boolean> | null = null;
    const first = database.tx(ctx, async (tx) => {
      const taken = await takeDelivery(tx, row!.event_id, 'triage.evaluate', new Date());
      second = take();
      await held;
      return taken;
    });
    await waitFor('the second to wait for the first', async () => {
      const waiting = await services.sql(
        `select 1 from pg_locks where not granted and locktype in ('transactionid', 'tuple')`,
      );
      return waiting.length > 0;
    });
    release();
    expect([await first, await second]).toEqual([true, false]);
    expect(await take()).toBe(false);
  });

  test('an effect that fails gives its delivery back', async () => {
    await sendAs('P2');
    const [row] = await services.sql<{ event_id: string }>(
      `select event_id from delivery where done_at is null and consumer = 'triage.evaluate'`,
    );
    const ctx = { tenantId: services.cardio.id, userId: null };
    const take = (fail: boolean) =>
      services.get(Database).tx(ctx, async (tx) => {
        const taken = await takeDelivery(tx, row!.event_id, 'triage.evaluate', new Date());
        if (fail) throw new Error('the effect failed');
        return taken;
      });
    await expect(take(true)).rejects.toThrow('the effect failed');
    expect(await take(false)).toBe(true);
  });

  test('the other team takes nothing: the delivery is not there for it', async () => {
    await sendAs('P2');
    const [row] = await services.sql<{ event_id: string }>(
      'select event_id from delivery where done_at is null limit 1',
    );
    const ctx = { tenantId: services.nephro.id, userId: null };
    const taken = await services
      .get(Database)
      .tx(ctx, (tx) => takeDelivery(tx, row!.event_id, 'triage.evaluate', new Date()));
    expect(taken).toBe(false);
  });
});

describe('the handlers of the worker', () => {
  const handler = (consumer: DeliveryHandler['consumer']): DeliveryHandler => ({
    consumer,
    handle: () => Promise.resolve(),
  });
  const all = CONSUMERS.map(handler);

  test('are one for each consumer, or the worker does not start', () => {
    expect([...handlersByConsumer(all).keys()]).toEqual(CONSUMERS);
    expect(() => handlersByConsumer(all.slice(1))).toThrow(`no handler for ${CONSUMERS[0]}`);
    expect(() => handlersByConsumer([...all, handler('triage.evaluate')])).toThrow('two handlers for triage.evaluate');
  });
});

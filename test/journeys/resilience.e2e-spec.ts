import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { consumersOf } from '#contracts';
import { barHere } from '../support/bar.ts';
import { leastEmergency } from './support/answers.ts';
import { queuesHere, withQueue } from './support/queues.ts';
import { expectTriagedOnce, lettersOf } from './support/triaged-once.ts';
import { waitFor } from './support/wait-for.ts';
import { openWorld, send, type Sent, type Visitor, type World } from './support/world.ts';

/** Each side of a clock read by two processes. */
const CLOCKS_MS = 5_000;

const MINUTE_MS = 60_000;
/** Jobs of a request just sent: its priority, its mail, its facts. */
const AT_BIRTH = consumersOf('request.received').length;
/** Hands of the worker: the first taken may not be the first to finish. */
const AT_ONCE = 8;

describe.each(queuesHere())('ce qui arrive quand un processus meurt (file %s)', (queue) => {
  let world: World;
  let gp: Visitor;
  beforeAll(async () => {
    world = await openWorld({ queue, worker: false });
    gp = await world.as(world.cardio.gp);
  });
  afterAll(() => world.stop());

  const sendMany = async (count: number): Promise<Sent[]> => {
    const sent: Sent[] = [];
    while (sent.length < count) {
      const few = Array.from({ length: Math.min(8, count - sent.length) }, () => send(gp, world.cardio));
      sent.push(...(await Promise.all(few)));
    }
    return sent;
  };

  test('une urgence vitale atteint le guichet et le cardiologue d’avis sans le moteur, puis se prend une seule fois', async () => {
    const { cardio } = world;
    const path = `/api/e/${cardio.slug}/requests`;
    const secretary = await world.as(cardio.secretary);
    const specialist = await world.as(cardio.specialist);
    const [desk, onCall] = [await secretary.socket(), await specialist.socket()];
    const answers = leastEmergency(cardio);
    const begun = Date.now();
    const sent = await gp.post(path, { answers, emergencyAct: 'called_15' }, { 'idempotency-key': randomUUID() });
    const answeredAt = Date.now();
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ emergency: true, state: 'emergency', onCallTold: true });
    expect(JSON.stringify(sent.body)).not.toMatch(/reçue/i);
    expect(sent.body.next.label).toContain('15');
    for (const screen of [desk, onCall])
      expect((await screen.heard('request.emergency', sent.body.id)).at - answeredAt).toBeLessThan(barHere(2_000));
    expect(onCall.signals.map((signal) => signal.room)).toContain(`user:${cardio.specialist.id}`);

    const file = await secretary.get(`${path}/${sent.body.id}`).expect(200);
    expect(file.body).toMatchObject({ state: 'emergency', class: 'P0', nextAction: 'acknowledge', evaluation: null });
    expect(file.body.owner).toMatchObject({ kind: 'user', id: cardio.specialist.id });
    expect(Math.abs(Date.parse(file.body.dueAt) - begun - 5 * MINUTE_MS)).toBeLessThan(barHere(CLOCKS_MS));
    const line = await secretary.get(`/api/e/${cardio.slug}/desk/queue`).expect(200);
    expect(line.body.items[0]).toMatchObject({ id: sent.body.id, emergency: true, group: 'urgent' });

    const { version } = file.body;
    const clicks = await Promise.all([
      specialist.post(`${path}/${sent.body.id}/acknowledge`, { version }),
      specialist.post(`${path}/${sent.body.id}/acknowledge`, { version }),
    ]);
    expect(clicks.map((click) => click.status).sort()).toEqual([200, 409]);
    const again = await specialist.post(`${path}/${sent.body.id}/acknowledge`, { version: version + 1 });
    expect([again.status, again.body.code]).toEqual([422, 'request.move-not-allowed']);
    const taken = await specialist.get(`${path}/${sent.body.id}`).expect(200);
    expect(taken.body).toMatchObject({ state: 'emergency', nextAction: 'call_back' });
    expect(taken.body.timeline.filter((step: { type: string }) => step.type === 'request.acknowledged')).toHaveLength(
      1,
    );

    await world.startWorker();
    await waitFor('the explanation', async () => {
      const later = await specialist.get(`${path}/${sent.body.id}`);
      return later.body.evaluation !== null;
    });
    const pages = await waitFor('the page to on-call', async () => {
      const found = lettersOf(world, `/bureau/${sent.body.id}`);
      return found.length > 0 && (await undone(sent.body.id)) === 0 ? found : null;
    });
    expect(pages).toHaveLength(1);
    expect(lettersOf(world, `/demandes/${sent.body.id}`)).toEqual([]);
    const after = await specialist.get(`${path}/${sent.body.id}`).expect(200);
    expect(after.body).toMatchObject({ state: 'emergency', class: 'P0', nextAction: 'call_back' });
    desk.close();
    onCall.close();
  });

  test('le moteur tué entre l’enregistrement et le travail : la demande est triée une fois', async () => {
    await world.killWorker();
    const sent = await send(gp, world.cardio);
    expect(await undone(sent.id)).toBe(AT_BIRTH);
    await world.startWorker();
    const letters = await expectTriagedOnce(world, [sent.id]);
    expect(letters.get(sent.id)).toHaveLength(1);
  });

  test('deux moteurs à la fois ne trient rien deux fois', async () => {
    await world.killWorker();
    const sent = await sendMany(20);
    const first = await world.startWorker();
    await world.startWorker();
    const letters = await expectTriagedOnce(world, idsOf(sent));
    expect([...letters.values()].map((of) => of.length)).toEqual(sent.map(() => 1));
    await first.kill('SIGTERM');
  });

  test('le moteur tué pendant qu’il tient des travaux : les 30 demandes sont triées une fois', async () => {
    await world.killWorker();
    const sent = await sendMany(30);
    await holdingOne(sent.at(-1)!, async () => {
      await world.startWorker();
      await waitFor('the first evaluations', async () => (await evaluated(sent)) > 0);
      await world.killWorker();
    });
    const done = await evaluated(sent);
    expect(done).toBeLessThan(sent.length);
    await world.startWorker();
    const letters = await expectTriagedOnce(world, idsOf(sent));
    // The second letter of a kill between SMTP and the database carries the same Message-ID.
    expect([...letters.values()].map((of) => new Set(of).size)).toEqual(sent.map(() => 1));
  });

  if (queue === 'redis') {
    test('FLUSHALL juste après le dépôt dans la file : la demande est remise et triée une fois', async () => {
      const { socketPath } = world.redis!;
      const sent = await heldInTheQueue();
      const redis = new Redis({ path: socketPath });
      await redis.flushall();
      await redis.quit();
      await world.startWorker();
      const letters = await expectTriagedOnce(world, [sent.id]);
      expect(letters.get(sent.id)).toHaveLength(1);
    });

    test('la file tuée puis relancée, le moteur en marche : chaque demande est triée une fois', async () => {
      const redis = world.redis!;
      const before = await sendMany(3);
      await redis.kill();
      const during = await sendMany(3);
      const ready = await gp.get('/ready');
      expect([ready.status, ready.body.queue]).toEqual([503, false]);
      await redis.restart();
      const letters = await expectTriagedOnce(world, idsOf([...before, ...during]));
      expect([...letters.values()].map((of) => new Set(of).size)).toEqual([1, 1, 1, 1, 1, 1]);
      await gp.get('/ready').expect(200);
    });
  }

  test('les urgences déclarées passent d’abord, quel que soit le retard', async () => {
    await world.killWorker();
    const routine = await sendMany(200);
    const urgent = await send(gp, world.cardio, { declaredClass: 'P1' });
    await world.startWorker();
    expect(await proposedBefore(urgent, routine)).toBeLessThan(AT_ONCE);
  });

  test('une urgence déclarée passe devant les travaux déjà dans la file', async () => {
    const { urgent, routine } = await withQueue(world, async (jobs) => {
      await waitFor('an empty queue', async () => (await dropUndone()) + (await jobs.count()) === 0);
      await jobs.pause();
      const sent = { routine: await sendMany(40), urgent: null as Sent | null };
      await waitFor('the backlog in the queue', async () => (await jobs.count()) >= 40 * AT_BIRTH);
      sent.urgent = await send(gp, world.cardio, { declaredClass: 'P1' });
      await waitFor('the urgent in the queue', async () => (await jobs.count()) >= 41 * AT_BIRTH);
      await jobs.resume();
      return sent;
    });
    expect(await proposedBefore(urgent!, routine)).toBeLessThan(AT_ONCE);
  });

  test('un écran resté ouvert ne retient pas l’arrêt de l’api', async () => {
    const screen = await gp.socket();
    const begun = Date.now();
    await world.api.kill('SIGTERM');
    expect(Date.now() - begun).toBeLessThan(barHere(5_000));
    screen.close();
  });

  /** How many of the routine were proposed before the urgent one. */
  async function proposedBefore(urgent: Sent, routine: Sent[]): Promise<number> {
    await waitFor('the urgent proposal', async () => (await evaluated([urgent])) === 1);
    const rows = await world.sql<{ count: number }>(
      `select count(*)::int as count from event e
        where e.type = 'request.proposed' and e.request_id = any($1)
          and e.at <= (select at from event where request_id = $2 and type = 'request.proposed')`,
      [idsOf(routine), urgent.id],
    );
    return rows[0]?.count ?? -1;
  }

  /** While somebody else holds the delivery of its evaluation, no worker ends it, however fast. */
  async function holdingOne(sent: Sent, work: () => Promise<void>): Promise<void> {
    const elsewhere = new pg.Client({ connectionString: world.database.superUrl });
    await elsewhere.connect();
    try {
      await elsewhere.query('begin');
      await elsewhere.query(
        `select 1 from delivery where consumer = 'triage.evaluate' and event_id = (select id from event where request_id = $1 and version = 1) for update`,
        [sent.id],
      );
      await work();
    } finally {
      await elsewhere.end();
    }
  }

  /** A request whose jobs are in the queue and that no worker will take: the queue is paused, the worker killed. */
  function heldInTheQueue(): Promise<Sent> {
    return withQueue(world, async (jobs) => {
      await jobs.pause();
      const sent = await send(gp, world.cardio);
      await waitFor('the jobs in the queue', async () => (await jobs.count()) >= AT_BIRTH);
      await world.killWorker();
      return sent;
    });
  }

  async function undone(requestId: string): Promise<number> {
    const rows = await world.sql<{ count: number }>(
      `select count(*)::int as count from delivery d join event e on e.id = d.event_id
        where e.request_id = $1 and d.done_at is null`,
      [requestId],
    );
    return rows[0]?.count ?? -1;
  }

  /** What the test before left to do is nobody's work any more. */
  const dropUndone = async (): Promise<number> =>
    (await world.sql('update delivery set done_at = now() where done_at is null returning 1')).length;

  async function evaluated(sent: Sent[]): Promise<number> {
    const rows = await world.sql<{ count: number }>(
      'select count(*)::int as count from evaluation where request_id = any($1)',
      [idsOf(sent)],
    );
    return rows[0]?.count ?? 0;
  }
});

const idsOf = (sent: { id: string }[]): string[] => sent.map((one) => one.id);

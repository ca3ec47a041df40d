import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { RequestAnswers } from '#forms';
import { findFreePort } from '../../../apps/cli/start/free-port.ts';
import { stopProcess } from '../../../apps/cli/start/process/running-process.ts';
import { startPrivateRedis, type PrivateRedis } from '../../../apps/cli/start/redis/private-redis.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { answersOf, somebody } from './answers.ts';
import { startMailCatcher, type MailCatcher } from './mail-catcher.ts';
import { runBuilt, type Running } from './processes.ts';
import type { QueueKind } from './queues.ts';
import { settledTerritory } from './settled-territory.ts';
import type { Person, Team } from './territory.ts';
import { signIn, type Visitor } from './visitor.ts';

export { answersOf, somebody } from './answers.ts';
export type { Listening, Visitor } from './visitor.ts';

export interface WorldOptions {
  /** `redis` gives this world a Redis of its own; by default queue and bus live in PostgreSQL. */
  queue?: QueueKind;
  worker?: boolean;
  env?: Record<string, string>;
}

export interface WorldRedis {
  url: string;
  socketPath: string;
  kill(): Promise<unknown>;
  restart(): Promise<void>;
}

/** Two ESS, one api, one worker, a mail catcher, a database of their own: all real, all ended by `stop`. */
export interface World {
  url: string;
  cardio: Team;
  nephro: Team;
  /** A doctor who writes to both teams, for a practice of each. */
  commuter: Person;
  mails: MailCatcher;
  database: TestDatabase;
  api: Running;
  worker: Running | null;
  redis: WorldRedis | null;
  startWorker(): Promise<Running>;
  /** SIGKILL to whoever works, in the middle of whatever it does. */
  killWorker(): Promise<void>;
  as(person: Person): Promise<Visitor>;
  /** As a superuser: to look behind the walls. */
  sql<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>;
  logs(): string;
  stop(): Promise<void>;
}

const MOST_PORTS = 3;

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const { template, keyFile, territory } = await settledTerritory();
  const database = await createTestDatabase('journey', template);
  const folder = await mkdtemp(join(tmpdir(), 'guichet-journey-'));
  const mails = await startMailCatcher();
  const redis = options.queue === 'redis' ? await ownRedis(folder) : null;
  const env: Record<string, string> = {
    DATABASE_URL: database.appUrl,
    DATABASE_SYSTEM_URL: database.systemUrl,
    MASTER_KEY_FILE: keyFile,
    SMTP_URL: mails.url,
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    DEMONSTRATION: '1',
    ALLOW_FSYNC_OFF: '1',
    DATABASE_POOL_SIZE: '3',
    REDELIVER_AFTER_MS: '3000',
    RATE_LIMIT_SCALE: '1000',
    ...(redis ? { REDIS_URL: redis.url } : {}),
    ...options.env,
  };
  const looker = new pg.Pool({ connectionString: database.superUrl, max: 2 });
  looker.on('error', () => undefined);
  const running: Running[] = [];
  const run = async (app: 'api' | 'worker') => {
    const started = await runBuilt(app, env);
    running.push(started);
    return started;
  };
  /** A port is free when it is found: another program may take it before we do. */
  const openApi = async (): Promise<Running> => {
    for (let tries = 1; ; tries += 1) {
      env.PORT = options.env?.PORT ?? String(await findFreePort());
      try {
        return await run('api');
      } catch (error) {
        if (tries === MOST_PORTS || !String(error).includes('EADDRINUSE')) throw error;
      }
    }
  };
  const [api, worker] = await Promise.all([openApi(), options.worker === false ? null : run('worker')]);
  const workers = worker ? [worker] : [];
  const url = `http://127.0.0.1:${env.PORT}`;
  const world: World = {
    url,
    ...territory,
    mails,
    database,
    api,
    worker,
    redis,
    async startWorker() {
      world.worker = await run('worker');
      workers.push(world.worker);
      return world.worker;
    },
    async killWorker() {
      await Promise.all(workers.splice(0).map((one) => one.kill('SIGKILL')));
      world.worker = null;
    },
    as: (person) => signIn(url, person),
    async sql<T extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
      return (await looker.query<T>(text, values)).rows;
    },
    logs: () => running.map((one) => one.output()).join('\n'),
    async stop() {
      await Promise.all(running.map((one) => one.kill('SIGTERM')));
      await redis?.kill();
      await mails.stop();
      await looker.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return world;
}

async function ownRedis(folder: string): Promise<WorldRedis> {
  const started: PrivateRedis | null = await startPrivateRedis(folder);
  if (!started) throw new Error('redis-server did not start');
  let current = started.running;
  return {
    url: started.url,
    socketPath: started.url.slice('unix://'.length),
    kill: () => stopProcess(current, 'SIGKILL', 'SIGKILL', 2000),
    restart: async () => {
      current = await started.restart();
    },
  };
}

export interface Sent {
  id: string;
  reference: string;
  emergency: boolean;
  state: string;
}

export async function send(
  visitor: Visitor,
  team: Team,
  change: Partial<RequestAnswers> = {},
  draftId: string = randomUUID(),
): Promise<Sent> {
  const answers = answersOf(team, { patient: somebody(), ...change });
  const answer = await visitor.post(`/api/e/${team.slug}/requests`, { answers }, { 'idempotency-key': draftId });
  if (answer.status !== 201) throw new Error(`not sent: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Sent;
}

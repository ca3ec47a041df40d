import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import supertest from 'supertest';
import { readConfig } from '#platform';
import { exampleAnswers, type RequestAnswers } from '#forms';
import { findFreePort } from '../../../apps/cli/start/free-port.ts';
import { createTestDatabase } from '../../support/database.ts';
import { startMailCatcher, type MailCatcher } from './mail-catcher.ts';
import { runBuilt, type Running } from './processes.ts';
import { PASSWORD, settleTerritory, type Person, type Team } from './territory.ts';
import { waitFor } from './wait-for.ts';

export interface WorldOptions {
  /** Absent: queue and bus in PostgreSQL. */
  redisUrl?: string | null;
  worker?: boolean;
  env?: Record<string, string>;
}

/** Two ESS, one api, one worker, a mail catcher, a database of their own: all real, all ended by `stop`. */
export interface World {
  url: string;
  cardio: Team;
  nephro: Team;
  mails: MailCatcher;
  api: Running;
  worker: Running | null;
  startWorker(): Promise<Running>;
  as(person: Person): Promise<Visitor>;
  /** As a superuser: to look behind the walls. */
  sql<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>;
  logs(): string;
  stop(): Promise<void>;
}

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const database = await createTestDatabase('journey');
  const folder = await mkdtemp(join(tmpdir(), 'guichet-journey-'));
  const keyFile = join(folder, 'master.key');
  await writeFile(keyFile, randomBytes(32).toString('hex'), { mode: 0o600 });
  const mails = await startMailCatcher();
  const port = await findFreePort();
  const env: Record<string, string> = {
    DATABASE_URL: database.appUrl,
    DATABASE_SYSTEM_URL: database.systemUrl,
    MASTER_KEY_FILE: keyFile,
    SMTP_URL: mails.url,
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    DEMONSTRATION: '1',
    DATABASE_POOL_SIZE: '3',
    REDELIVER_AFTER_MS: '3000',
    ...(options.redisUrl ? { REDIS_URL: options.redisUrl } : {}),
    ...options.env,
  };
  const { cardio, nephro } = await settleTerritory(readConfig({ ...env, REDIS_URL: '' }));
  const looker = new pg.Pool({ connectionString: database.superUrl, max: 2 });
  looker.on('error', () => undefined);
  const url = `http://127.0.0.1:${port}`;
  const running: Running[] = [];
  const run = async (app: 'api' | 'worker') => {
    const started = await runBuilt(app, env);
    running.push(started);
    return started;
  };
  const world: World = {
    url,
    cardio,
    nephro,
    mails,
    api: await run('api'),
    worker: null,
    async startWorker() {
      world.worker = await run('worker');
      return world.worker;
    },
    as: (person) => signIn(url, person),
    async sql<T extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
      return (await looker.query<T>(text, values)).rows;
    },
    logs: () => running.map((one) => one.output()).join('\n'),
    async stop() {
      await Promise.all(running.map((one) => one.kill('SIGTERM')));
      await mails.stop();
      await looker.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  if (options.worker !== false) await world.startWorker();
  return world;
}

/** A signed-in person with a browser's cookie. */
export interface Visitor {
  cookie: string;
  get(path: string): supertest.Test;
  post(path: string, body: object, headers?: Record<string, string>): supertest.Test;
  put(path: string, body: object): supertest.Test;
  socket(): Promise<Listening>;
}

export interface Listening {
  signals: { room: string; kind: string; id: string; at: number }[];
  heard(kind: string, id: string, withinMs?: number): Promise<{ room: string; at: number }>;
  close(): void;
}

async function signIn(url: string, person: Person): Promise<Visitor> {
  const answer = await supertest(url)
    .post('/api/session')
    .send({ email: person.email, password: PASSWORD })
    .expect(200);
  const cookie = (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  return {
    cookie,
    get: (path) => supertest(url).get(path).set('cookie', cookie),
    post: (path, body, headers = {}) => supertest(url).post(path).set('cookie', cookie).set(headers).send(body),
    put: (path, body) => supertest(url).put(path).set('cookie', cookie).send(body),
    socket: () => listen(url, cookie),
  };
}

async function listen(url: string, cookie: string): Promise<Listening> {
  const socket: Socket = io(url, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true });
  const signals: Listening['signals'] = [];
  socket.on('change', (signal: { room: string; kind: string; id: string }) =>
    signals.push({ ...signal, at: Date.now() }),
  );
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  return {
    signals,
    heard: (kind, id, withinMs = 5000) =>
      waitFor(
        `${kind} of ${id}`,
        async () => signals.find((signal) => signal.kind === kind && signal.id === id),
        withinMs,
      ),
    close: () => void socket.disconnect(),
  };
}

export interface Sent {
  id: string;
  reference: string;
  emergency: boolean;
  state: string;
}

/** The least valid request of a team's GP, changed as the test needs. */
export function answersOf(team: Team, change: Partial<RequestAnswers> = {}): RequestAnswers {
  return { ...exampleAnswers(), organisationId: team.practiceId, ...change };
}

/** A made-up patient nobody else has. */
export function somebody(): RequestAnswers['patient'] {
  const letters = randomBytes(6)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
  return { ...exampleAnswers().patient, birthName: `Essai ${letters}`, givenNames: 'Camille' };
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

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type Abstract, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { AccountsModule, PeopleModule, memberOf, Sessions } from '#accounts';
import type { EventPayload } from '#contracts';
import { Directory, type Member } from '#directory';
import type { RequestAnswers } from '#forms';
import { IntakeModule, SendRequest, type SentView } from '#intake';
import { TravellingClock, type Config, type DeliveryHandler } from '#platform';
import { handlersOf } from '../../../apps/worker/handlers.ts';
import { WorkerModule } from '../../../apps/worker/worker.module.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { answersOf, somebody } from './answers.ts';
import { signInHere } from './sign-in-here.ts';
import { settleIn } from './settle-territory.ts';
import type { Person, Team, Territory } from './territory.ts';

export interface ServicesOptions {
  /** A Monday morning of November by default. */
  now?: Date;
  poolSize?: number;
  smtpUrl?: string;
}

/** Every service of the house in this process, on a database of its own, under a clock that travels. */
export interface Services extends Territory {
  clock: TravellingClock;
  config: Config;
  database: TestDatabase;
  get<T>(type: Type<T> | Abstract<T>): T;
  /** As the guard makes him from his session, once. */
  member(team: Team, person: Person): Promise<Member>;
  /** One request of the team's GP, committed. */
  send(team: Team, change?: Partial<RequestAnswers>): Promise<SentView>;
  /** Does what the worker would at this hour: every delivery that is due, once, in order. */
  deliver(): Promise<void>;
  /** As a superuser: to look behind the walls. */
  sql<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>;
  stop(): Promise<void>;
}

const MONDAY_MORNING = new Date('2026-11-23T09:00:00Z');

export async function openServices(options: ServicesOptions = {}): Promise<Services> {
  const database = await createTestDatabase('services');
  const clock = new TravellingClock(options.now ?? MONDAY_MORNING);
  const filesDir = await mkdtemp(join(tmpdir(), 'guichet-files-'));
  const config: Config = {
    databaseUrl: database.appUrl,
    databaseSystemUrl: database.systemUrl,
    redisUrl: null,
    smtpUrl: options.smtpUrl ?? null,
    mailSinkDir: null,
    accountsFile: null,
    filesDir,
    auditAnchorFile: null,
    clamav: null,
    psc: null,
    masterKey: randomBytes(32),
    masterKeyFiles: [],
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'http://guichet.example',
    demonstration: true,
    production: false,
    allowFsyncOff: true,
    databasePoolSize: options.poolSize ?? 4,
    redeliverAfterMs: 3000,
    trustedProxies: 'loopback',
    rateLimitScale: 1,
  };
  const context = await NestFactory.createApplicationContext(ServicesModule.forRoot(config, clock), {
    logger: ['error'],
    abortOnError: false,
  });
  const looker = new pg.Pool({ connectionString: database.superUrl, max: 2 });
  looker.on('error', () => undefined);
  const territory = await settleIn(context);
  const sessions = context.get(Sessions);

  const known = new Map<string, Promise<Member>>();
  const member = (team: Team, person: Person): Promise<Member> => {
    const already = known.get(`${team.id} ${person.id}`) ?? fromSession(team, person);
    known.set(`${team.id} ${person.id}`, already);
    return already;
  };
  const fromSession = async (team: Team, person: Person): Promise<Member> => {
    const { token } = await signInHere((type) => context.get(type), person);
    return memberOf(context.get(Directory), await sessions.principal(token), team.slug);
  };
  const sql = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await looker.query<T>(text, values)).rows;

  return {
    ...territory,
    clock,
    config,
    database,
    get: (type) => context.get(type),
    member,
    sql,
    async send(team, change = {}) {
      const dto = { answers: answersOf(team, { patient: somebody(), ...change }) };
      return context.get(SendRequest).send(await member(team, team.gp), randomUUID(), dto);
    },
    async deliver() {
      const handlers = handlersOf(context);
      for (;;) {
        const left = await sql<EventPayload & { consumer: string }>(UNDONE, [clock.now()]);
        if (left.length === 0) return;
        for (const { consumer, ...event } of left) await handlerOf(handlers, consumer).handle(event);
      }
    },
    async stop() {
      await context.close();
      await looker.end();
      await database.drop();
      await rm(filesDir, { recursive: true, force: true });
    },
  };
}

const handlerOf = (handlers: DeliveryHandler[], consumer: string): DeliveryHandler => {
  const handler = handlers.find((candidate) => candidate.consumer === consumer);
  if (!handler) throw new Error(`no handler for ${consumer}`);
  return handler;
};

const UNDONE = `
  select e.id as "eventId", e.tenant_id as "tenantId", coalesce(e.request_id::text, '') as "requestId", e.subject_id as "subjectId",
         e.version, e.actor_id as "actorId",
         to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, d.consumer
    from delivery d join event e on e.tenant_id = d.tenant_id and e.id = d.event_id
   where d.done_at is null and d.available_at <= $1
   order by d.priority, d.available_at, d.event_id, d.consumer`;

@Module({})
class ServicesModule {
  static forRoot(config: Config, clock: TravellingClock) {
    return {
      module: ServicesModule,
      imports: [WorkerModule.forRoot({ config, clock }), AccountsModule, PeopleModule, IntakeModule],
    };
  }
}

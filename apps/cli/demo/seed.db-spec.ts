import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { rollForward, seedDemonstration } from './seed.ts';

jest.setTimeout(240_000);

const NOW = new Date('2026-11-25T11:00:00Z');
const LATER = new Date('2026-11-28T09:00:00Z');
const log = () => undefined;

let database: TestDatabase;
let look: pg.Client;
let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  database = await createTestDatabase('demonstration');
  folder = mkdtempSync(join(tmpdir(), 'guichet-demonstration-'));
  writeFileSync(join(folder, 'master.key'), randomBytes(32).toString('hex'));
  env = {
    DATABASE_URL: database.appUrl,
    DATABASE_SYSTEM_URL: database.systemUrl,
    MASTER_KEY_FILE: join(folder, 'master.key'),
    DEMONSTRATION: '1',
  };
  look = new pg.Client({ connectionString: database.superUrl });
  await look.connect();
});
afterAll(async () => {
  await look.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const rows = async <T>(query: string): Promise<T[]> => (await look.query(query)).rows as T[];
const count = async (query: string): Promise<number> =>
  Number((await rows<{ n: string }>(`select count(*) as n ${query}`))[0]?.n);

describe('the demonstration', () => {
  test('is made by the real use cases, and none of them refuses', async () => {
    const told = await seedDemonstration(env, { log, now: NOW });
    expect(told.refused).toEqual([]);
    expect(told.sent).toBeGreaterThan(270);
    expect(told.accounts.length).toBeGreaterThanOrEqual(8);
    expect(await count('from request')).toBe(told.sent);
    expect(await count('from account')).toBeGreaterThan(85);
  });
  test('leaves nothing of the past to do or to send', async () => {
    expect(await count('from delivery where done_at is null')).toBe(0);
    expect(await count('from mail')).toBe(0);
    expect(await count(`from event where at > '${NOW.toISOString()}'`)).toBe(0);
  });
  test('leaves every open request with an owner, an action and a due time', async () => {
    const open = `from request where state not in ('closed', 'cancelled')`;
    expect(await count(open)).toBeGreaterThan(25);
    expect(await count(`${open} and (owner_kind is null or next_action = 'none' or due_at is null)`)).toBe(0);
    expect(await count(`from request r where not exists (select from evaluation e where e.request_id = r.id)`)).toBe(0);
  });
  test('has today what a newcomer must see: waiting, urgent, late, called, lowered', async () => {
    const today = `from request where received_at > '2026-11-25T05:00:00Z'`;
    expect(await count(`${today} and state = 'proposed'`)).toBeGreaterThanOrEqual(3);
    expect(await count(`${today} and class = 'P1' and state in ('proposed', 'confirmed')`)).toBeGreaterThanOrEqual(2);
    expect(
      await count(`from request where state = 'confirmed' and due_at < '${NOW.toISOString()}'`),
    ).toBeGreaterThanOrEqual(1);
    expect(await count(`${today} and channel = 'phone'`)).toBeGreaterThanOrEqual(1);
    expect(
      await count(`from event where type = 'request.acknowledged' and at > '2026-11-24T00:00:00Z'`),
    ).toBeGreaterThanOrEqual(1);
  });
  test('started again on the same day, it changes nothing', async () => {
    const before = await count('from event');
    const told = await rollForward(env, { log, now: new Date(NOW.getTime() + 3_600_000) });
    expect(told).toMatchObject({ sent: 0, acts: 0, refused: [] });
    expect(await count('from event')).toBe(before);
  });
  test('started three days later, what was to come has happened and the desk is alive again', async () => {
    const before = await count('from request');
    const waiting = await rows<{ id: string }>(`select id from request where state = 'proposed'`);
    const told = await rollForward(env, { log, now: LATER });
    expect(told.refused).toEqual([]);
    expect(told.sent).toBeGreaterThan(15);
    expect(await count('from request')).toBe(before + told.sent);
    const ids = waiting.map(({ id }) => `'${id}'`).join(',');
    expect(await count(`from request where id in (${ids}) and state = 'proposed'`)).toBe(0);
    expect(
      await count(`from request where state = 'proposed' and received_at > '2026-11-28T05:00:00Z'`),
    ).toBeGreaterThanOrEqual(3);
    expect(await count('from delivery where done_at is null')).toBe(0);
  });
  test('touched by hand meanwhile, it is rolled forward all the same', async () => {
    await look.query(
      `update request set state = 'cancelled', next_action = 'none', closed_at = received_at, version = version + 1 where state = 'proposed'`,
    );
    const told = await rollForward(env, { log, now: new Date('2026-11-30T09:00:00Z') });
    expect(told.refused).toEqual([]);
    expect(told.sent).toBeGreaterThan(15);
  });
});

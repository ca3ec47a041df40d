import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { NEXT_ACTIONS, REQUEST_STATES } from '#contracts/transitions';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { withSecret } from '../start/demonstration/accounts.ts';
import { rollForward, seedDemonstration, type Told } from './seed.ts';

const NOW = new Date('2026-11-25T11:00:00Z');
const LATER = new Date('2026-11-28T09:00:00Z');
const log = () => undefined;

let database: TestDatabase;
let look: pg.Client;
let folder: string;
let env: NodeJS.ProcessEnv;
let seeded: Told;

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
    const told = await seedDemonstration(env, { log, now: NOW, known: [] });
    seeded = told;
    expect(told.refused).toEqual([]);
    expect(told.sent).toBeGreaterThan(270);
    expect(told.accounts.length).toBeGreaterThanOrEqual(8);
    expect(new Set(told.accounts.map(({ totpSecret }) => totpSecret)).size).toBe(told.accounts.length);
    expect(await count('from factor where confirmed_at is not null')).toBe(told.accounts.length);
    expect(await count('from request')).toBe(told.sent);
    expect(await count('from account')).toBeGreaterThan(85);
  });
  test('leaves nothing of the past to do or to send: only timers still to ring', async () => {
    expect(await count(`from delivery where done_at is null and available_at <= '${NOW.toISOString()}'`)).toBe(0);
    const alive = await rows<{ consumer: string }>(
      'select distinct consumer from delivery where done_at is null order by consumer',
    );
    expect(alive.map(({ consumer }) => consumer)).toEqual(['decision.info-overdue', 'reports.reception-overdue']);
    expect(await count('from mail')).toBe(0);
    expect(await count(`from event where at > '${NOW.toISOString()}'`)).toBe(0);
  });
  test('tells steering everything that happened', async () => {
    expect(await count('from fact')).toBe(await count('from event where request_id is not null'));
  });
  test('has every state and every next action of the way', async () => {
    const states = await rows<{ state: string }>('select distinct state from request');
    const lived = REQUEST_STATES.filter((state) => state !== 'merged' && state !== 'received');
    expect(lived.filter((state) => !states.some((row) => row.state === state))).toEqual([]);
    const actions = await rows<{ action: string }>('select distinct next_action as action from request');
    expect(NEXT_ACTIONS.filter((action) => !actions.some((row) => row.action === action))).toEqual([]);
  });
  test('has a tour on the road, one announced for tomorrow and visits to place', async () => {
    const today = `from tour_stop where day = '2026-11-25' and withdrawn_at is null`;
    for (const team of ['A', 'B'])
      expect(
        await count(`${today} and team_id in (select id from team where name = 'Équipe mobile ${team}')`),
      ).toBeGreaterThanOrEqual(4);
    expect(await count(`${today} and status = 'done' and sealed is not null`)).toBeGreaterThanOrEqual(2);
    expect(await count(`${today} and status in ('en_route', 'arrived')`)).toBeGreaterThanOrEqual(1);
    expect(await count(`${today} and status = 'planned'`)).toBeGreaterThanOrEqual(4);
    expect(await count(`from tour_stop where day = '2026-11-26'`)).toBeGreaterThanOrEqual(3);
    const drafts = `from visit v where day = '2026-11-26' and not exists
      (select from tour_stop s where s.act_id = v.act_id and s.day = v.day)`;
    expect(await count(drafts)).toBeGreaterThanOrEqual(1);
    const toPlace = 'from act a left join visit v on v.act_id = a.id';
    expect(
      await count(`${toPlace} where a.kind = 'visit' and a.state = 'open' and v.day is null`),
    ).toBeGreaterThanOrEqual(5);
  });
  test('leaves every open request with an owner, an action and a due time', async () => {
    const open = `from request where state not in ('closed', 'cancelled', 'declined', 'redirected')`;
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
  test('has patients to look at: a qualified identity, a circle, an opposition, one person written twice', async () => {
    const qualified = 'from patient where insi_at is not null and document_checked_at is not null';
    expect(await count(qualified)).toBe(1);
    expect(await count('from patient where insi_at is null and document_checked_at is not null')).toBe(1);
    expect(await count(`from circle_member where kind = 'relative'`)).toBe(2);
    expect(await count(`from circle_member where kind = 'professional'`)).toBe(1);
    expect(await count(`from consent where kind = 'opposition'`)).toBe(1);
    expect(await count(`from consent where kind = 'consent' and mode = 'ecrit' and sealed is not null`)).toBe(1);
    expect(
      await count(`from patient a join patient b on a.birth_date = b.birth_date and a.id < b.id and a.tenant_id = b.tenant_id
        and a.given_names = b.given_names and a.birth_name <> b.birth_name`),
    ).toBeGreaterThanOrEqual(1);
  });
  test('started again on the same day, it changes nothing', async () => {
    const before = await count('from event');
    const factors = await rows('select * from factor order by id');
    const now = new Date(NOW.getTime() + 3_600_000);
    const told = await rollForward(env, { log, now, known: withSecret(seeded.accounts) });
    expect(told).toMatchObject({ sent: 0, acts: 0, refused: [], accounts: seeded.accounts });
    expect(await count('from event')).toBe(before);
    expect(await rows('select * from factor order by id')).toEqual(factors);
  });
  test('in a folder of before, whose secrets are nowhere, each account gets its factor again', async () => {
    const { accounts } = await rollForward(env, { log, now: new Date(NOW.getTime() + 3_600_000), known: [] });
    expect(withSecret(accounts)).toHaveLength(seeded.accounts.length);
    expect(accounts.map(({ totpSecret }) => totpSecret)).not.toEqual(seeded.accounts.map((one) => one.totpSecret));
    expect(await count('from factor where confirmed_at is not null')).toBe(accounts.length);
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
    expect(await count(`from delivery where done_at is null and available_at <= '${LATER.toISOString()}'`)).toBe(0);
    expect(
      await count(
        `from tour_stop where day < '2026-11-28' and withdrawn_at is null and status not in ('done', 'not_done')`,
      ),
    ).toBe(0);
    expect(await count(`from request where state = 'in_progress' and planned_from < '2026-11-28'`)).toBe(0);
    expect(await count(`from tour_stop where day = '2026-11-28' and withdrawn_at is null`)).toBeGreaterThanOrEqual(8);
    expect(await count(`from tour_stop where day = '2026-11-28' and status = 'done'`)).toBeGreaterThanOrEqual(1);
    expect(await count('from fact')).toBe(await count('from event where request_id is not null'));
  });
  test('touched by hand meanwhile, it is rolled forward all the same', async () => {
    await look.query(
      `update request set state = 'cancelled', next_action = 'none', closed_at = received_at, version = version + 1
        where state = 'proposed' or next_action in ('visit', 'book')`,
    );
    const told = await rollForward(env, { log, now: new Date('2026-11-30T09:00:00Z') });
    expect(told.refused).toEqual([]);
    expect(told.sent).toBeGreaterThan(15);
    const today = `from tour_stop where day = '2026-11-30' and withdrawn_at is null`;
    expect(await count(today)).toBeGreaterThanOrEqual(8);
  });
  test('told by an earlier edition, it gets the people and the mobile teams that came since, with what opens them', async () => {
    const delegate = 'elise.tanguy@demo.guichet.example';
    const [team] = await rows<{ id: string; name: string }>('select id, name from team order by id limit 1');
    await look.query(`update professional set email = 'avant@demo.guichet.example', rpps = null where email = $1`, [
      delegate,
    ]);
    await look.query(`update account set email = 'avant@demo.guichet.example' where email = $1`, [delegate]);
    await look.query(`update team set name = 'Avant' where id = $1`, [team?.id]);
    const teams = await count('from team');
    const told = await rollForward(env, { log, now: new Date('2026-11-30T10:00:00Z'), known: [] });
    expect(told).toMatchObject({ sent: 0, acts: 0, refused: [] });
    expect(
      await count(`from account a join factor f on f.account_id = a.id
        join membership m on m.professional_id = a.professional_id and m.delegate_of is not null
        where a.email = '${delegate}'`),
    ).toBe(1);
    expect(await count('from team')).toBe(teams + 1);
    expect(await count(`from team where name = '${team?.name}'`)).toBe(1);
  });
});

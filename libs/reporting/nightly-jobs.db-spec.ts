import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Triage } from '#triage';
import { Directory } from '#directory';
import { Patients } from '#patients';
import { Clock, Database } from '#platform';
import { HandRequests } from '#requests';
import { Care } from '../../test/journeys/support/care.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import type { Person } from '../../test/journeys/support/territory.ts';
import { NightlyJobs } from './nightly-jobs.service.ts';

describe('the nightly jobs', () => {
  let services: Services;
  beforeAll(async () => {
    services = await openServices({ now: new Date('2026-11-23T20:00:00Z'), poolSize: 6 });
  });
  afterAll(() => services.stop());

  /** As many workers as asked, on the same clock and database. */
  const workers = (count: number) =>
    Array.from(
      { length: count },
      () =>
        new NightlyJobs(
          services.get(Database),
          services.get(Directory),
          services.get(Clock),
          services.get(HandRequests),
          services.get(Patients),
          { ...services.config, logsDir: null },
        ),
    );
  const tonight = async (count = 1) => (await Promise.all(workers(count).map((worker) => worker.tonight()))).flat();
  const everything = () =>
    ['retention.house', ...[services.cardio, services.nephro].flatMap(({ id }) => ofEss(id))].sort();
  const ofEss = (id: string) => [`owners.${id}`, `retention.${id}`];
  const runs = (day: string) =>
    services.sql<{ name: string; done: boolean; counts: Record<string, number> | null }>(
      'select name, done_at is not null as done, counts from job_run where day = $1 order by name',
      [day],
    );
  const old = (months: number) =>
    services.sql(
      `insert into sign_in_attempt (id, email, address, at) values ($1, 'a@ess.example', '127.0.0.1', $2::timestamptz - $3 * interval '1 month')`,
      [randomUUID(), services.clock.now(), months],
    );

  test('runs at no hour of work: neither in the evening, nor before three, nor after six', async () => {
    for (const hour of [
      '2026-11-23T20:00:00Z',
      '2026-11-24T01:59:00Z',
      '2026-11-24T05:00:00Z',
      '2026-11-24T09:30:00Z',
    ]) {
      services.clock.travelTo(new Date(hour));
      expect(await tonight()).toEqual([]);
    }
    expect(await services.sql('select 1 from job_run')).toEqual([]);
  });

  test('two workers at three o’clock run each job once, and the count of what was done is kept', async () => {
    services.clock.travelTo(new Date('2026-11-24T02:00:00Z'));
    await old(13);
    await old(11);
    expect((await tonight(2)).sort()).toEqual(everything());
    expect(await tonight(2)).toEqual([]);
    const kept = await runs('2026-11-24');
    expect(kept.map(({ name, done }) => [name, done])).toEqual(everything().map((name) => [name, true]));
    expect(kept.find(({ name }) => name === 'retention.house')?.counts).toMatchObject({ 'sign-ins': 1, sessions: 0 });
    expect(await services.sql('select 1 from sign_in_attempt')).toHaveLength(1);
  });

  test('a run that died halfway is run again by the next worker, the same night; a finished one is not', async () => {
    services.clock.travelTo(new Date('2026-11-25T02:10:00Z'));
    await old(14);
    // What a worker killed after its first statement leaves behind.
    await services.sql(`insert into job_run (name, day, started_at) values ('retention.house', '2026-11-25', $1)`, [
      services.clock.now(),
    ]);
    services.clock.advanceMinutes(1);
    expect((await tonight(2)).sort()).toEqual(everything());
    const [house] = (await runs('2026-11-25')).filter(({ name }) => name === 'retention.house');
    expect(house).toMatchObject({ done: true, counts: { 'sign-ins': 1 } });
  });

  test('each team sleeps by its own clock', async () => {
    await services.sql(`update ess set timezone = 'Indian/Reunion' where id = $1`, [services.nephro.id]);
    services.clock.travelTo(new Date('2026-11-25T23:30:00Z'));
    expect(await tonight()).toEqual(ofEss(services.nephro.id));
    expect((await runs('2026-11-26')).map(({ name }) => name)).toEqual(ofEss(services.nephro.id));
    await services.sql(`update ess set timezone = 'Europe/Paris' where id = $1`, [services.nephro.id]);
  });

  test('technical rows of every kind go after twelve months, those of a month ago stay', async () => {
    const { cardio } = services;
    services.clock.travelTo(new Date('2026-12-01T02:30:00Z'));
    const [account] = await services.sql<{ id: string }>('select id from account limit 1');
    const professional = cardio.secretary.id;
    for (const at of ['2025-11-01', '2026-11-01']) {
      await services.sql(
        `insert into invitation (tenant_id, id, professional_id, email, role, invited_by, created_at, expires_at, accepted_at)
         values ($1, gen_random_uuid(), $2, 'x@ess.example', 'secretary', null, $3, $3, $3)`,
        [cardio.id, professional, at],
      );
      await services.sql(
        `insert into link (tenant_id, id, purpose, account_id, created_at, expires_at) values ($1, gen_random_uuid(), 'password', $2, $3, $3)`,
        [cardio.id, account?.id, at],
      );
      await services.sql(
        `insert into device (id, account_id, token_hash, label, created_at, last_seen_at) values (gen_random_uuid(), $1, $2, 'x', $3, $3)`,
        [account?.id, Buffer.from(at), at],
      );
      await services.sql(
        `insert into session (id, token_hash, account_id, created_at, last_seen_at, expires_at) values (gen_random_uuid(), $2, $1, $3, $3, $3)`,
        [account?.id, Buffer.from(`s${at}`), at],
      );
    }
    await services.sql(`insert into job_run (name, day, started_at) values ('x', '2025-10-01', '2025-10-01')`);
    expect(await tonight()).toHaveLength(5);
    const counts = Object.assign({}, ...(await runs('2026-12-01')).map((run) => run.counts)) as Record<string, number>;
    expect(counts).toMatchObject({ 'sign-ins': 0, sessions: 1, devices: 1, jobs: 1 });
    const [own] = (await runs('2026-12-01')).filter(({ name }) => name === `retention.${cardio.id}`);
    expect(own?.counts).toMatchObject({ invitations: 1, links: 1, mails: 0, archive: 0, erase: 0 });
    for (const table of ['invitation', 'link', 'device'])
      expect(await services.sql(`select 1 from ${table}`)).toHaveLength(1);
  });

  test('the night after the last day of a locum, his open requests are back with the team; those of the others stay', async () => {
    const { cardio } = services;
    const care = new Care(services, cardio);
    services.clock.travelTo(new Date('2026-12-07T09:00:00Z'));
    const own = await taken(care, cardio.secondSpecialist);
    const other = await taken(care, cardio.medicalLead);
    await services.sql(`update membership set ends_on = '2026-12-08' where professional_id = $1`, [
      cardio.secondSpecialist.id,
    ]);
    services.clock.travelTo(new Date('2026-12-08T02:30:00Z'));
    expect(await handed()).toBe(0);
    expect(await care.row(own)).toMatchObject({ ownerKind: 'user', ownerId: cardio.secondSpecialist.id });
    services.clock.travelTo(new Date('2026-12-09T02:30:00Z'));
    expect(await handed()).toBe(1);
    expect(await care.row(own)).toMatchObject({
      ownerKind: 'user',
      ownerId: cardio.specialist.id,
      nextAction: 'decide',
    });
    expect(await care.row(other)).toMatchObject({ ownerKind: 'user', ownerId: cardio.medicalLead.id });
    const [told] = await services.sql(
      `select (select count(*)::int from event where request_id = $1 and data ->> 'because' = 'period_over') as steps,
              (select count(*)::int from audit where resource_id = $1 and reason = 'période terminée') as lines`,
      [own],
    );
    expect(told).toEqual({ steps: 1, lines: 1 });
  });

  test('a job that fails keeps no other from its night, and is done once it can', async () => {
    const own = `owners.${services.cardio.id}`;
    services.clock.travelTo(new Date('2026-12-10T02:30:00Z'));
    await services.sql('alter table request rename to request_away');
    expect(await tonight()).toEqual(['retention.house']);
    await services.sql('alter table request_away rename to request');
    expect(await tonight()).toContain(own);
    expect(await tonight()).toEqual([]);
  });

  const taken = async (care: Care, person: Person): Promise<string> => {
    const { id, version } = await care.confirmed('P3');
    await services.get(Triage).claim(await care.member(person), id, version);
    return id;
  };
  const handed = async () => {
    await tonight();
    const day = services.clock.now().toISOString().slice(0, 10);
    return (await runs(day)).find(({ name }) => name === `owners.${services.cardio.id}`)?.counts?.handed;
  };
});

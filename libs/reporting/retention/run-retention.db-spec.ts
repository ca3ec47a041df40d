import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Directory } from '#directory';
import { Patients } from '#patients';
import { Clock, Database } from '#platform';
import { somebody } from '../../../test/journeys/support/answers.ts';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import { runRetention } from './run-retention.ts';

const START = new Date('2026-11-23T09:00:00Z');
const DAY = 24 * 60;

describe('the retention policy, applied', () => {
  let services: Services;
  /** Closed on the first day; closed three years later; still open. */
  const people = { quiet: '1938-03-01', later: '1938-03-02', open: '1938-03-03' };

  beforeAll(async () => {
    services = await openServices({ now: START });
    await asked('quiet');
    await close('quiet');
    await asked('later');
    await asked('open');
    // Signed in on the first day; his cookie is long over afterwards.
    await services.member(services.cardio, services.cardio.secretary);
    await services.sql(
      `insert into sign_in_attempt (id, email, address, at) values (gen_random_uuid(), 'a@ess.example', '127.0.0.1', $1)`,
      [START],
    );
  });
  afterAll(() => services.stop());

  const asked = (who: keyof typeof people) =>
    services.send(services.cardio, { patient: { ...somebody(), birthDate: people[who] } });
  const close = (who: keyof typeof people) =>
    services.sql(
      `update request set state = 'closed', next_action = 'none', closed_at = $2, changed_at = $2
        where patient_id = (select id from patient where birth_date = $1)`,
      [people[who], services.clock.now()],
    );
  const run = async (apply: boolean) => {
    const lines = await runRetention(
      {
        database: services.get(Database),
        directory: services.get(Directory),
        patients: services.get(Patients),
        clock: services.get(Clock),
        logsDir: null,
      },
      apply,
    );
    return Object.fromEntries(lines.map(({ kind, count }) => [kind, count]));
  };
  const NOTHING = {
    ...{ archive: 0, erase: 0, mails: 0, links: 0, invitations: 0, positions: 0 },
    ...{ 'sign-ins': 0, sessions: 0, devices: 0, jobs: 0, logs: 0 },
  };
  const travel = (years: number, minutes = 0) => {
    const then = new Date(START);
    then.setUTCFullYear(then.getUTCFullYear() + years);
    services.clock.travelTo(new Date(then.getTime() + minutes * 60_000));
  };
  const found = async (who: keyof typeof people) => {
    const { cardio } = services;
    // A session of the first day: who he is was read then.
    const gp = await services.member(cardio, cardio.gp);
    const search = await services
      .get(Database)
      .tx(gp.ctx, (tx) => services.get(Patients).search(tx, gp, people[who], ''));
    return search.length;
  };

  test('finds nothing to do the next day', async () => {
    travel(0, DAY);
    expect(await run(false)).toEqual(NOTHING);
    expect(await run(true)).toEqual(NOTHING);
  });

  test('counts traces of sign-in after twelve months, and deletes them only when told to', async () => {
    travel(1, -DAY);
    expect(await run(false)).toMatchObject({ 'sign-ins': 0, sessions: 0 });
    travel(1, 2 * DAY);
    const planned = await run(false);
    expect(planned).toMatchObject({ archive: 0, erase: 0, 'sign-ins': 1 });
    expect(planned['sessions']).toBeGreaterThan(0);
    expect(await run(false)).toEqual(planned);
    expect(await run(true)).toEqual(planned);
    expect(await run(false)).toEqual(NOTHING);
  });

  test('archives after five quiet years, out of the search; neither who came back nor who still waits', async () => {
    travel(3);
    await close('later');
    travel(5, -DAY);
    expect(await run(false)).toMatchObject({ archive: 0 });
    travel(5, DAY);
    expect(await run(false)).toMatchObject({ archive: 1, erase: 0 });
    expect(await found('quiet')).toBe(1);
    expect(await run(true)).toMatchObject({ archive: 1, erase: 0 });
    expect([await found('quiet'), await found('later'), await found('open')]).toEqual([0, 1, 1]);
    expect(await run(true)).toMatchObject({ archive: 0 });
    const lines = await services.sql(`select action, reason from audit where action = 'patient.archived'`);
    expect(lines).toEqual([{ action: 'patient.archived', reason: 'conservation' }]);
  });

  test('erases after fifteen years of archive, and keeps for ever nobody but who still waits', async () => {
    travel(20, -DAY);
    expect(await run(false)).toMatchObject({ archive: 1, erase: 0 });
    travel(20, DAY);
    expect(await run(false)).toMatchObject({ archive: 1, erase: 1 });
    expect(await run(true)).toMatchObject({ archive: 1, erase: 1 });
    travel(24);
    expect(await run(true)).toMatchObject({ archive: 0, erase: 1 });
    const rows = await services.sql(
      `select erased_at is not null as erased, length(wrapped_key) > 0 as key, count(*)::int as count from patient group by 1, 2 order by 1`,
    );
    expect(rows).toEqual([
      { erased: false, key: true, count: 1 },
      { erased: true, key: false, count: 2 },
    ]);
    expect(await found('open')).toBe(1);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Member } from '#directory';
import { openRequestsOf, PatientPages } from '#intake';
import { Database, type Tx } from '#platform';
import { RequestAccess } from '#requests';
import { somebody } from '../../test/journeys/support/answers.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import { tellChanged } from './patient-door.service.ts';

/** The plan of a database whose statistics are those of another day: row by row, couple by couple. */
const WORST_PLANS = ['indexscan', 'bitmapscan', 'indexonlyscan', 'hashjoin', 'mergejoin', 'material', 'memoize'];
const ROWS_READ = `
  select coalesce(sum(seq_tup_read), 0) as rows from pg_stat_xact_user_tables where relname in ('patient', 'request')`;
const FEW = 8;
const MANY = 40;

describe('every file of one person', () => {
  let services: Services;
  let gp: Member;
  beforeAll(async () => {
    services = await openServices();
    gp = await services.member(services.cardio, services.cardio.gp);
    const name = services.database.name;
    for (const plan of WORST_PLANS) await services.sql(`alter database "${name}" set enable_${plan} = off`);
    await services.sql(`alter database "${name}" set track_functions = 'all'`);
    await leave();
  });
  afterAll(() => services.stop());

  /** The next question opens a session that reads the settings; the one that ends writes what it counted. */
  const leave = () =>
    services.sql(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = current_database() and usename <> current_user`,
    );
  const roots = async (): Promise<number> => {
    await leave();
    const [row] = await services.sql<{ calls: string }>(
      `select coalesce(sum(calls), 0) as calls from pg_stat_user_functions where funcname = 'patient_root'`,
    );
    return Number(row?.calls);
  };
  const asked = async (question: () => Promise<unknown>): Promise<number> => {
    const before = await roots();
    await question();
    return (await roots()) - before;
  };
  const asGp = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => services.get(Database).tx(gp.ctx, work);

  test('is found once a question, however many patients and requests there are and whatever the plan', async () => {
    const send = () => services.send(services.cardio, { patient: somebody() });
    const { id } = await send();
    const [row] = await services.sql<{ patient: string }>('select patient_id as patient from request where id = $1', [
      id,
    ]);
    const patient = row!.patient;
    const questions: Record<string, () => Promise<unknown>> = {
      'his open requests': () => asGp((tx) => openRequestsOf(tx, gp, patient)),
      'who follows him': () => asGp((tx) => tellChanged(tx, services.clock.now(), patient)),
      'his page': () => services.get(PatientPages).open(gp, patient),
    };
    const calls = async () => {
      const found: Record<string, number> = {};
      for (const [what, question] of Object.entries(questions)) found[what] = await asked(question);
      return found;
    };
    while ((await count()) < FEW) await send();
    const few = await calls();
    while ((await count()) < MANY) await send();
    expect(Math.min(...Object.values(few))).toBeGreaterThan(0);
    expect(await calls()).toEqual(few);
  });

  test('and why he may be opened reads the files and the requests one after the other, never one for each other', async () => {
    const secretary = await services.member(services.cardio, services.cardio.secretary);
    const { patient } = (
      await services.sql<{ patient: string }>('select patient_id as patient from request limit 1')
    )[0]!;
    /** Rows read in whole tables by this question alone: its own session counts them. */
    const perRow = () =>
      services.get(Database).tx(secretary.ctx, async (tx) => {
        const read = async (): Promise<number> => Number((await tx.manager.query(ROWS_READ))[0].rows);
        const before = await read();
        await services.get(RequestAccess).toPatient(tx, secretary, patient);
        return ((await read()) - before) / (await count());
      });
    const few = await perRow();
    while ((await count()) < MANY * 2) await services.send(services.cardio, { patient: somebody() });
    expect(few).toBeGreaterThan(0);
    expect(await perRow()).toBeLessThan(few * 1.5);
  });

  const count = async (): Promise<number> =>
    (await services.sql<{ n: number }>('select count(*)::int as n from request'))[0]!.n;
});

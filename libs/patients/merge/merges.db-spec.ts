import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Member } from '#directory';
import type { RequestAnswers } from '#forms';
import { DuplicatePairs, Lookup, PatientPages } from '#intake';
import { Consents, Duplicates, Merges, Patients } from '#patients';
import { Database } from '#platform';
import { Queue, RequestFile } from '#triage';
import { erasePatient } from '../../../apps/cli/patients/erase-patient.ts';
import { rotateTenant } from '../../../apps/cli/keys/rotate-tenant.ts';
import { Directory } from '#directory';
import { somebody } from '../../../test/journeys/support/answers.ts';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';

interface Sent {
  request: string;
  reference: string;
  patient: string;
}

const CLOSE = `update request set state = 'closed', next_action = 'none', closed_at = now(), owner_kind = null,
  owner_id = null where patient_id = any($1)`;

describe('two files of one person', () => {
  let services: Services;
  let secretary: Member;
  let lead: Member;
  let gp: Member;
  let stranger: Member;
  let days = 0;

  beforeAll(async () => {
    services = await openServices();
    const { cardio } = services;
    [secretary, lead, gp, stranger] = [
      await services.member(cardio, cardio.secretary),
      await services.member(cardio, cardio.medicalLead),
      await services.member(cardio, cardio.gp),
      await services.member(cardio, cardio.stranger),
    ];
  });
  afterAll(() => services.stop());

  async function send(patient: Partial<RequestAnswers['patient']>): Promise<Sent> {
    const whole = { ...somebody('Rouxel'), birthName: 'Rouxel', ...patient };
    const { id, reference } = await services.send(services.cardio, { patient: whole });
    const [row] = await services.sql<{ patient: string }>('select patient_id as patient from request where id = $1', [
      id,
    ]);
    return { request: id, reference, patient: row!.patient };
  }
  /** Two files born the same day, whose names are one slip apart. */
  async function twins(): Promise<[Sent, Sent]> {
    const birthDate = `1938-01-${String((days += 1)).padStart(2, '0')}`;
    return [
      await send({ birthDate, givenNames: 'Yvonne', phone: `02 61 91 20 ${10 + days}` }),
      await send({ birthDate, givenNames: 'Yvone', phone: `02 61 91 30 ${10 + days}` }),
    ];
  }
  const versionOf = async (id: string) =>
    (await services.sql<{ version: number }>('select version from patient where id = $1', [id]))[0]!.version;
  const merge = async (id: string, otherId: string) =>
    services.get(Merges).merge(secretary, id, { otherId, version: await versionOf(id) });
  const links = async (...ids: string[]) =>
    (
      await services.sql<{ to: string | null }>(
        'select merged_into as to from patient p join unnest($1::uuid[]) with ordinality o(id, n) on o.id = p.id order by n',
        [ids],
      )
    ).map(({ to }) => to);
  const pairsOf = async (...ids: string[]) =>
    (await services.get(DuplicatePairs).list(secretary)).filter(({ a, b }) => ids.includes(a.id) && ids.includes(b.id));

  test('are found, with the reason; « deux personnes » is remembered', async () => {
    const [one, other] = await twins();
    const [pair] = await pairsOf(one.patient, other.patient);
    expect(pair?.why).toEqual(['birth_and_name']);
    expect([pair?.a.givenNames, pair?.b.givenNames].sort()).toEqual(['Yvone', 'Yvonne']);
    await services.get(Duplicates).distinct(secretary, other.patient, one.patient);
    await services.get(Duplicates).distinct(lead, one.patient, other.patient);
    expect(await pairsOf(one.patient, other.patient)).toEqual([]);
  });

  test('are found by the same INS however written, and by the same phone beside near names; a phone alone says nothing', async () => {
    const ins = { insMatricule: '279035121518989', insOid: '1.2.250.1.213.1.4.10' };
    const one = await send({ ...ins, birthDate: '1939-02-01', birthName: 'Alpha' });
    const spaced = { ...ins, insMatricule: '2 79 03 51 215 189 89' };
    const other = await send({ ...spaced, birthDate: '1949-02-01', birthName: 'Omega' });
    expect((await pairsOf(one.patient, other.patient))[0]?.why).toEqual(['ins']);
    const near = await send({
      birthDate: '1939-03-01',
      birthName: 'Lebreton',
      givenNames: 'Anne',
      phone: '0261914001',
    });
    const slip = await send({
      birthDate: '1939-03-11',
      birthName: 'Lebreton',
      givenNames: 'Ane',
      phone: '02 61 91 40 01',
    });
    expect((await pairsOf(near.patient, slip.patient))[0]?.why).toEqual(['phone']);
    const neighbour = await send({
      birthDate: '1920-03-11',
      birthName: 'Guillou',
      givenNames: 'Paul',
      phone: '02 61 91 40 01',
    });
    expect(await pairsOf(near.patient, neighbour.patient)).toEqual([]);
  });

  test('a pair of which the reader may not open both is not shown', async () => {
    const [one, other] = await twins();
    await services.sql('delete from consent where patient_id = $1', [other.patient]);
    await services.sql(CLOSE, [[other.patient]]);
    const fresh = await services.member(services.cardio, services.cardio.secondSecretary);
    expect(
      (await services.get(DuplicatePairs).list(fresh)).some(({ a, b }) => [a.id, b.id].includes(other.patient)),
    ).toBe(false);
    await expect(
      services.get(Merges).merge(fresh, one.patient, { otherId: other.patient, version: await versionOf(one.patient) }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  test('merged, they are one: page, search, queue, file, warnings and consent follow the link; both names find him', async () => {
    const birthDate = '1938-06-01';
    const one = await send({ birthDate, givenNames: 'Yvonne', birthName: 'Rouxel' });
    const other = await send({ birthDate, givenNames: 'Yvonne', birthName: 'Roussel' });
    await merge(one.patient, other.patient);
    const page = await services.get(PatientPages).open(secretary, other.patient);
    expect(page).toMatchObject({ id: one.patient, mergedFrom: [{ id: other.patient, name: 'Roussel Yvonne' }] });
    expect(page.requests.map(({ id }) => id).sort()).toEqual([one.request, other.request].sort());
    expect(page.changes[0]).toMatchObject({ kind: 'merged', name: 'Roussel Yvonne', by: expect.any(String) });
    const search = (name: string) =>
      services.get(Database).tx(secretary.ctx, (tx) => services.get(Patients).search(tx, secretary, birthDate, name));
    for (const name of ['rouxel', 'roussel']) expect((await search(name)).map(({ id }) => id)).toEqual([one.patient]);
    const queue = (await services.get(Queue).page(secretary, 200, null)).items;
    expect(queue.find(({ id }) => id === other.request)).toMatchObject({ patientName: 'Rouxel Yvonne' });
    const file = await services.get(RequestFile).open(secretary, other.request);
    expect(file.patient).toMatchObject({ birthName: 'Rouxel' });
    expect(file.duplicates.map(({ id }) => id)).toEqual([one.request]);
    expect(await services.get(Lookup).duplicates(gp, other.patient, file.reason.id)).toHaveLength(2);
    services.clock.advanceMinutes(1);
    const said = { kind: 'opposition', mode: 'oral', at: services.clock.now().toISOString() } as const;
    await services.get(Consents).record(secretary, other.patient, said);
    expect((await services.get(PatientPages).open(secretary, one.patient)).sharing.state).toBe('opposed');
    expect(await pairsOf(one.patient, other.patient)).toEqual([]);
  });

  test('a new request for the merged file is written in the one he is known by', async () => {
    const [one, other] = await twins();
    await merge(one.patient, other.patient);
    const again = await send({ patientId: other.patient, birthDate: '1938-01-01', reason: undefined } as never).catch(
      (error: unknown) => error,
    );
    // The form warns of the open request of either file.
    expect(again).toMatchObject({ code: 'request.duplicate' });
    await services.sql(CLOSE, [[one.patient, other.patient]]);
    expect((await send({ patientId: other.patient, birthDate: '1938-01-01' })).patient).toBe(one.patient);
  });

  test('undone, each is as before, with what had been merged into it; every text opens all along', async () => {
    const birthDate = '1938-07-01';
    const [a, b, c] = [
      await send({ birthDate, birthName: 'Abgrall' }),
      await send({ birthDate, birthName: 'Abgral' }),
      await send({ birthDate, birthName: 'Abgralle' }),
    ] as [Sent, Sent, Sent];
    await merge(b.patient, c.patient);
    await merge(a.patient, b.patient);
    expect(await links(a.patient, b.patient, c.patient)).toEqual([null, a.patient, a.patient]);
    for (const { request } of [a, b, c])
      expect((await services.get(RequestFile).open(secretary, request)).patient.birthName).toBe('Abgrall');
    await rotateTenant(services, services.cardio.id);
    await services.get(Merges).unmerge(secretary, a.patient, b.patient);
    expect(await links(a.patient, b.patient, c.patient)).toEqual([null, null, b.patient]);
    await services.get(Merges).unmerge(secretary, b.patient, c.patient);
    expect(await links(a.patient, b.patient, c.patient)).toEqual([null, null, null]);
    for (const [{ request }, name] of [
      [a, 'Abgrall'],
      [b, 'Abgral'],
      [c, 'Abgralle'],
    ] as const)
      expect((await services.get(RequestFile).open(secretary, request)).patient.birthName).toBe(name);
    await expect(services.get(Merges).unmerge(secretary, a.patient, b.patient)).rejects.toMatchObject({
      code: 'not-found',
    });
    const lines = await services.sql<{ action: string }>(
      `select action from audit where resource_id = $1 and action like 'patient.%merged' order by at, id`,
      [b.patient],
    );
    expect(lines.map(({ action }) => action).sort()).toEqual([
      ...['patient.merged', 'patient.merged', 'patient.unmerged', 'patient.unmerged'],
    ]);
  });

  test('an old page, itself, a surer identity, two INS: refused', async () => {
    const [one, other] = await twins();
    const version = await versionOf(one.patient);
    const order = { otherId: other.patient, version };
    await expect(
      services.get(Merges).merge(secretary, one.patient, { ...order, version: version - 1 }),
    ).rejects.toMatchObject({ code: 'patient.stale', conflict: { version } });
    await expect(
      services.get(Merges).merge(secretary, one.patient, { ...order, otherId: one.patient }),
    ).rejects.toMatchObject({ code: 'patient.invalid' });
    await services.sql(`update patient set document_kind = 'cni', document_checked_at = now() where id = $1`, [
      other.patient,
    ]);
    await expect(services.get(Merges).merge(secretary, one.patient, order)).rejects.toMatchObject({
      message: expect.stringContaining('dans l’autre sens'),
    });
    await services.sql(`update patient set insi_at = now(), ins_index = sha256(id::text::bytea) where id = any($1)`, [
      [one.patient, other.patient],
    ]);
    await expect(services.get(Merges).merge(secretary, one.patient, order)).rejects.toMatchObject({
      message: expect.stringContaining('deux personnes'),
    });
    await expect(services.get(Merges).merge(stranger, one.patient, order)).rejects.toMatchObject({ code: 'not-found' });
    expect(await links(one.patient, other.patient)).toEqual([null, null]);
  });

  test('merges at once, crossed or in a ring, leave neither a chain nor a cycle', async () => {
    for (let round = 0; round < 5; round += 1) {
      const birthDate = `1937-0${round + 1}-01`;
      const files = [
        await send({ birthDate, birthName: 'Pennec' }),
        await send({ birthDate, birthName: 'Penec' }),
        await send({ birthDate, birthName: 'Pennek' }),
      ].map(({ patient }) => patient) as [string, string, string];
      const [a, b, c] = files;
      const results = await Promise.allSettled([merge(a, b), merge(b, c), merge(c, a), merge(b, a)]);
      const refused = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason.code)] : []));
      expect(refused.filter((code) => !['patient.stale', 'patient.invalid'].includes(code))).toEqual([]);
      expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
      const [chains] = await services.sql<{ count: number }>(
        `select count(*)::int as count from patient p join patient q on q.id = p.merged_into where q.merged_into is not null`,
      );
      expect(chains!.count).toBe(0);
    }
  });

  test('the tables refuse a chain and a cycle by themselves', async () => {
    const [one, other] = await twins();
    const [third] = await twins();
    const point = (id: string, to: string) =>
      services.sql('update patient set merged_into = $2 where id = $1', [id, to]);
    await point(other.patient, one.patient);
    await expect(point(one.patient, other.patient)).rejects.toThrow('stands by itself');
    await expect(point(third.patient, other.patient)).rejects.toThrow('stands by itself');
    await expect(point(one.patient, third.patient)).rejects.toThrow('has none merged into it');
    await expect(point(third.patient, third.patient)).rejects.toThrow();
  });

  test('erased, every file of the person is: no key, no name, no history that opens', async () => {
    const [one, other] = await twins();
    await merge(one.patient, other.patient);
    const erase = () =>
      erasePatient(
        { database: services.get(Database), directory: services.get(Directory), patients: services.get(Patients) },
        { slug: services.cardio.slug, reference: other.reference, sure: true },
      );
    await services.sql(CLOSE, [[other.patient]]);
    await expect(erase()).rejects.toThrow(one.reference);
    await services.sql(CLOSE, [[one.patient]]);
    expect(await erase()).toEqual({ requests: 2, erased: true });
    const rows = await services.sql<{ row: string; key: number }>(
      'select p::text as row, length(wrapped_key) as key from patient p where id = any($1)',
      [[one.patient, other.patient]],
    );
    for (const { row, key } of rows) expect([row.includes('Rouxel'), key]).toEqual([false, 0]);
    await expect(services.get(PatientPages).open(gp, one.patient)).rejects.toMatchObject({ code: 'patient.erased' });
    await expect(services.get(PatientPages).open(gp, other.patient)).rejects.toMatchObject({ code: 'patient.erased' });
  });
});

import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Decide } from '#decision';
import type { Member } from '#directory';
import { PatientPages, SendRequest } from '#intake';
import { Circle, Consents, Exceptional, Identities, Merges } from '#patients';
import { Receptions, ReportsFile } from '#reports';
import { Attachments } from '#requests';
import { RequestFile, Triage } from '#triage';
import { answersOf, somebody } from '../../../test/journeys/support/answers.ts';
import { CareStory } from '../../../test/journeys/support/care-story.ts';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import { png } from '../../../test/support/uploads.ts';

const READ_ONLY = { code: 'access.read-only' };
const ABSENT = { code: 'not-found' };
const WHY = 'Appel du régulateur : patient inconscient au domicile.';

describe('exceptional access', () => {
  let services: Services;
  let story: CareStory;
  let reader: Member;
  let secretary: Member;
  let patientId: string;
  const patient = { ...somebody(), birthName: 'Kerdoncuff', givenNames: 'Yvonne Marie', birthDate: '1938-02-03' };
  const wanted = { birthDate: patient.birthDate, birthName: 'KERDONCUFF', givenName: 'yvonne' };

  beforeAll(async () => {
    services = await openServices();
    const { cardio } = services;
    story = await CareStory.begin(services, cardio, { patient });
    await story.settle();
    await story.confirm();
    await story.advise('Poursuivre le traitement.');
    await story.settle();
    await story.receive();
    await services.sql('delete from consent');
    reader = await services.member(cardio, cardio.caseManager);
    secretary = await services.member(cardio, cardio.secondSecretary);
    [{ patientId }] = (await services.sql<{ patientId: string }>(
      'select patient_id as "patientId" from request where id = $1',
      [story.id],
    )) as [{ patientId: string }];
  });
  beforeEach(() => services.sql('update exceptional_access set ended_at = opened_at where ended_at is null'));
  afterAll(() => services.stop());

  const open = () => services.get(Exceptional).open(reader, { patientId, reasonCode: 'urgence', text: WHY });
  const file = () => services.get(RequestFile).open(reader, story.id);
  const count = async (table: string, where: string) =>
    (await services.sql<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`))[0]!.n;

  test('is searched exactly: the date, the whole name, the first given name', async () => {
    const search = (change: Partial<typeof wanted>) =>
      services.get(Exceptional).search(reader, { ...wanted, ...change });
    const before = await count('audit', `action = 'patient.searched' and reason = 'exceptional'`);
    expect(await search({})).toEqual([
      {
        ...{ id: patientId, birthName: 'Kerdoncuff', givenNames: 'Yvonne Marie', sex: patient.sex },
        ...{ birthDate: patient.birthDate, communeName: expect.anything(), withinReach: false },
      },
    ]);
    for (const wrong of [
      { birthName: 'Kerdon' },
      { givenName: 'Yvon' },
      { birthDate: '1938-02-04' },
      { birthName: '%' },
    ])
      expect(await search(wrong)).toEqual([]);
    expect(await count('audit', `action = 'patient.searched' and reason = 'exceptional'`)).toBe(before + 5);
  });

  test('opens the page, the request, its answer and its files to be read, says why, and offers no move', async () => {
    await expect(file()).rejects.toMatchObject(ABSENT);
    const { id, expiresAt } = await open();
    expect(new Date(expiresAt).getTime() - services.clock.now().getTime()).toBe(3600_000);
    const page = await services.get(PatientPages).open(reader, patientId);
    expect(page).toMatchObject({ reason: 'exceptional', readOnly: true, exceptional: { id, expiresAt } });
    expect(page.requests.map((request) => request.id)).toEqual([story.id]);
    expect(await file()).toMatchObject({ actions: [], patient: { birthName: 'Kerdoncuff' } });
    expect((await services.get(ReportsFile).ofRequest(reader, story.id)).reports).toHaveLength(1);
    expect((await services.get(Attachments).listFor(reader, story.id)).mayAdd).toBe(false);
    expect(await services.get(Exceptional).mine(reader)).toMatchObject([
      { id, patientId, patientName: 'Kerdoncuff Yvonne' },
    ]);
    const [line] = await services.sql<{ reason: string }>(
      `select reason from audit where action = 'request.read' and actor_id = $1 order by at desc limit 1`,
      [reader.professionalId],
    );
    expect(line).toEqual({ reason: 'exceptional' });
  });

  test('writes nothing, by any door', async () => {
    await open();
    const version = await story.version();
    const at = services.clock.now().toISOString();
    const [row] = await services.sql<{ version: number }>('select version from patient where id = $1', [patientId]);
    const reportId = (await services.get(ReportsFile).ofRequest(reader, story.id)).reports[0]!.id;
    const another = await services.send(services.cardio);
    const [{ other }] = (await services.sql<{ other: string }>(
      'select patient_id as other from request where id = $1',
      [another.id],
    )) as [{ other: string }];
    const traits = { ...patient, version: row!.version, sex: 'F', insMatricule: '', insOid: '' } as const;
    const attempt: Record<string, () => Promise<unknown>> = {
      claim: () => services.get(Triage).claim(reader, story.id, version),
      cancel: () => services.get(Decide).cancel(reader, story.id, version, 'Sans motif'),
      'ask again': () => services.get(Decide).askAgain(reader, story.id, { version, text: 'Et encore ?' }),
      outcome: () => services.get(Receptions).outcome(reader, story.id, { version, happened: 'recovered' } as never),
      reception: () =>
        services.get(Receptions).receive(reader, reportId, { version, kind: 'by_phone', toldTo: 'Dr X' } as never),
      file: () =>
        services
          .get(Attachments)
          .add(
            reader,
            story.id,
            { id: randomUUID(), name: 'a.png', mime: 'image/png', kind: 'photo' },
            Readable.from([png()], { objectMode: false }),
          ),
      traits: () => services.get(Identities).correct(reader, patientId, traits as never),
      document: () => services.get(Identities).checkDocument(reader, patientId, { version: row!.version, kind: 'cni' }),
      consent: () => services.get(Consents).record(reader, patientId, { kind: 'consent', mode: 'oral', at }),
      circle: () =>
        services
          .get(Circle)
          .add(reader, patientId, { kind: 'relative', name: 'Armelle', link: 'fille', mayTalk: true }),
      'merge into': () => services.get(Merges).merge(reader, patientId, { otherId: other, version: row!.version }),
      'merge away': () => services.get(Merges).merge(reader, other, { otherId: patientId, version: 2 }),
    };
    const passed: string[] = [];
    for (const [what, act] of Object.entries(attempt)) {
      const code = await act().then(
        () => 'passed',
        (error: { code?: string }) => error.code ?? String(error),
      );
      if (code !== READ_ONLY.code) passed.push(`${what}: ${code}`);
    }
    expect(passed).toEqual([]);
    const gp = await services.member(services.cardio, services.cardio.gp);
    const answers = answersOf(services.cardio, { patient: { ...patient, patientId } });
    const call = { answers, caller: { professionalId: gp.professionalId, organisationId: services.cardio.practiceId } };
    await expect(services.get(SendRequest).send(reader, randomUUID(), call as never)).rejects.toMatchObject(READ_ONLY);
  });

  test('is told once, to those who review, with a code and no word of the patient; a second click changes nothing', async () => {
    const [before, notices] = [
      await count('exceptional_access', 'true'),
      await count('event', `type = 'access.exceptional'`),
    ];
    const opened = await Promise.all([open(), open(), open()]);
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    expect(await count('exceptional_access', 'true')).toBe(before + 1);
    const [notice] = await services.sql<{ text: string; subject: string; request: string | null }>(
      `select e::text as text, subject_id as subject, request_id as request from event e
        where type = 'access.exceptional' and subject_id = $1`,
      [opened[0]!.id],
    );
    expect(await count('event', `type = 'access.exceptional'`)).toBe(notices + 1);
    expect(notice).toMatchObject({ subject: opened[0]!.id, request: null });
    for (const word of [WHY, 'Kerdoncuff', patientId]) expect(notice!.text).not.toContain(word);
    const [row] = await services.sql<{ text: string }>(
      'select x::text as text from exceptional_access x where id = $1',
      [opened[0]!.id],
    );
    expect(row!.text).not.toContain('régulateur');
    expect(await count('audit', `action = 'access.exceptional' and resource_id = '${patientId}'`)).toBeGreaterThan(0);
  });

  test('ends with its hour', async () => {
    await open();
    services.clock.advanceMinutes(59);
    expect((await file()).id).toBe(story.id);
    services.clock.advanceMinutes(1);
    await expect(file()).rejects.toMatchObject(ABSENT);
    await expect(services.get(PatientPages).open(reader, patientId)).rejects.toMatchObject(ABSENT);
    expect(await services.get(Exceptional).mine(reader)).toEqual([]);
  });

  test('ends by hand, by who opened it alone, with an audit line', async () => {
    const { id } = await open();
    await expect(services.get(Exceptional).end(secretary, id)).rejects.toMatchObject(ABSENT);
    await services.get(Exceptional).end(reader, id);
    await services.get(Exceptional).end(reader, id);
    await expect(file()).rejects.toMatchObject(ABSENT);
    expect(await count('audit', `action = 'access.exceptional-ended' and actor_id = '${reader.professionalId}'`)).toBe(
      1,
    );
  });

  test('opens nothing to anybody else, nor the patient of another house', async () => {
    await open();
    await expect(services.get(RequestFile).open(secretary, story.id)).rejects.toMatchObject(ABSENT);
    const { nephro } = services;
    const neighbour = await services.member(nephro, nephro.caseManager);
    expect(await services.get(Exceptional).search(neighbour, wanted)).toEqual([]);
    await expect(
      services.get(Exceptional).open(neighbour, { patientId, reasonCode: 'urgence', text: WHY }),
    ).rejects.toMatchObject(ABSENT);
  });

  test('is refused where the file is open anyway', async () => {
    const { id } = await services.send(services.cardio, { patient: { ...somebody(), birthDate: '1938-02-09' } });
    const [row] = await services.sql<{ other: string }>('select patient_id as other from request where id = $1', [id]);
    await expect(
      services.get(Exceptional).open(reader, { patientId: row!.other, reasonCode: 'autre', text: WHY }),
    ).rejects.toMatchObject({ code: 'patient.invalid' });
  });
});

import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Directory } from '#directory';
import { FollowUp } from '#intake';
import { TodayTour, TourPlanning } from '#mobile-team';
import { Patients } from '#patients';
import { AuditSealer, Database, SystemDatabase, verifyAudit } from '#platform';
import { ReportsFile, Worklists } from '#reports';
import { Attachments } from '#requests';
import { Queue, RequestFile } from '#triage';
import { somebody } from '../../../test/journeys/support/answers.ts';
import { CareStory } from '../../../test/journeys/support/care-story.ts';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import { png } from '../../../test/support/uploads.ts';
import { rotateTenant } from '../keys/rotate-tenant.ts';
import { erasePatient } from './erase-patient.ts';

const FILE = { id: '0192f3c0-0000-7000-8000-00000000000e', name: 'a.png', mime: 'image/png', kind: 'photo' } as const;
const SAID = /^Dossier effacé le \d{2}\/\d{2}\/\d{4}$/;
const NO_MORE = {
  code: 'patient.erased',
  message: expect.stringMatching(/^Dossier effacé le \d{2}\/\d{2}\/\d{4}\s: /),
};

describe('guichet patients erase', () => {
  let services: Services;
  let story: CareStory;
  let patientId: string;
  let visitDay: string;
  const patient = { ...somebody('Rouxel'), birthDate: '1938-02-03' };

  beforeAll(async () => {
    services = await openServices();
    const { cardio } = services;
    await services.send(cardio);
    story = await CareStory.begin(services, cardio, { patient });
    const gp = await services.member(cardio, cardio.gp);
    await services.get(Attachments).add(gp, story.id, FILE, Readable.from([png()], { objectMode: false }));
    await story.settle();
    await story.confirm();
    await story.orderVisit('Trouble du rythme ?');
    await story.driveTour();
    visitDay = services.clock.now().toISOString().slice(0, 10);
    await story.signReading('Rythme sinusal.');
    await story.settle();
    [{ patient_id: patientId }] = (await services.sql<{ patient_id: string }>(
      'select patient_id from request where id = $1',
      [story.id],
    )) as [{ patient_id: string }];
  });
  afterAll(() => services.stop());

  const erase = (sure: boolean, reference = story.reference) =>
    erasePatient(
      { database: services.get(Database), directory: services.get(Directory), patients: services.get(Patients) },
      { slug: services.cardio.slug, reference, sure },
    );
  const people = async () => {
    const { cardio } = services;
    const [gp, secretary] = [await services.member(cardio, cardio.gp), await services.member(cardio, cardio.secretary)];
    return { gp, secretary, coordinator: await services.member(cardio, cardio.coordinator) };
  };

  test('waits for the last open request, for a known reference, and for a yes', async () => {
    await expect(erase(true)).rejects.toThrow(story.reference);
    await expect(erase(true, 'ZZZZZZZZ')).rejects.toThrow(/Aucune demande/);
    await story.receive();
    expect(await erase(false)).toEqual({ requests: 1, erased: false });
    const { gp } = await people();
    expect((await services.get(RequestFile).open(gp, story.id)).patient.birthName).toBe(patient.birthName);
  });

  test('destroys key, traits and indexes; everywhere the row stays and says so', async () => {
    await services.sql(
      `insert into invitation (tenant_id, id, patient_id, email, created_at, expires_at)
       values ($1, gen_random_uuid(), $2, 'chez.lui@patient.example', now(), now() + interval '7 days')`,
      [services.cardio.id, patientId],
    );
    await services.sql(
      `insert into patient_account (tenant_id, id, patient_id, account_id, created_at)
       select $1, gen_random_uuid(), $2, id, now() from account limit 1`,
      [services.cardio.id, patientId],
    );
    expect(await erase(true)).toEqual({ requests: 1, erased: true });
    await expect(erase(true)).rejects.toThrow(/déjà effacé/);
    const [row] = await services.sql<{ text: string }>('select p::text as text from patient p where id = $1', [
      patientId,
    ]);
    for (const word of ['Rouxel', patient.birthName, '1938', patient.givenNames]) expect(row!.text).not.toContain(word);
    expect(
      await services.sql(
        `select i.email, i.revoked_at is not null as dead, a.ended_at is not null as ended
           from invitation i join patient_account a using (tenant_id, patient_id) where i.patient_id = $1`,
        [patientId],
      ),
    ).toEqual([{ email: 'efface', dead: true, ended: true }]);
    const { gp, secretary, coordinator } = await people();
    await expect(services.get(RequestFile).open(gp, story.id)).rejects.toMatchObject(NO_MORE);
    await expect(services.get(RequestFile).open(secretary, story.id)).rejects.toMatchObject(NO_MORE);
    await expect(services.get(ReportsFile).ofRequest(gp, story.id)).rejects.toMatchObject(NO_MORE);
    await expect(services.get(Attachments).listFor(gp, story.id)).rejects.toMatchObject(NO_MORE);
    await expect(services.get(Attachments).read(gp, FILE.id)).rejects.toMatchObject(NO_MORE);
    const { items } = await services.get(FollowUp).list(gp, 'mine', 'closed', null);
    expect(items.find(({ id }) => id === story.id)?.patientName).toMatch(SAID);
    expect((await services.get(Queue).page(secretary, null, null)).items).toHaveLength(1);
    expect(JSON.stringify(await services.get(TourPlanning).day(coordinator, visitDay))).toContain('Dossier effacé le');
    const found = await services
      .get(Database)
      .tx(secretary.ctx, async (tx) => [
        ...(await services.get(Patients).search(tx, secretary, '1938-02-03', '')),
        ...(await services.get(Patients).search(tx, secretary, '1900-01-01', '')),
      ]);
    expect(found).toEqual([]);
  });

  test('the tour of the day keeps its stop, without name or sheet', async () => {
    const { cardio } = services;
    const nurse = await services.member(cardio, cardio.mobileNurse);
    const { stops } = await services.get(TodayTour).open(nurse, visitDay);
    expect(stops).toEqual([
      expect.objectContaining({
        ...{ patientName: expect.stringMatching(/^Dossier\seffacé le/), status: 'done', sheet: null },
        ...{ address: '', phone: '', accessNotes: '', question: '', instructions: '' },
      }),
    ]);
  });

  test('a row of his that comes back to the desk takes no list down', async () => {
    const { secretary } = await people();
    const other = await services.send(services.cardio, { patient: { ...somebody(), birthDate: '1938-02-05' } });
    const [row] = await services.sql<{ id: string }>('select patient_id as id from request where id = $1', [other.id]);
    await services
      .get(Database)
      .tx({ tenantId: services.cardio.id, userId: null }, (tx) =>
        services.get(Patients).erase(tx, row!.id, 'Europe/Paris', 'effacement'),
      );
    const item = (await services.get(Queue).page(secretary, null, null)).items.find(({ id }) => id === other.id);
    expect(item).toMatchObject({ patientName: expect.stringMatching(SAID), summary: 'Dossier effacé' });
    await services.get(Worklists).specialist(await services.member(services.cardio, services.cardio.specialist));
    await services.get(Worklists).appointments(secretary);
    await services.get(Worklists).unread(secretary);
  });

  test('leaves one audit line and a chain that verifies; a rotation passes over him', async () => {
    const lines = await services.sql('select reason from audit where action = $1 and resource_id = $2', [
      'patient.erased',
      patientId,
    ]);
    expect(lines).toEqual([{ reason: 'effacement' }]);
    const system = new SystemDatabase(services.database.systemUrl);
    await new AuditSealer(system).seal();
    await system.onApplicationShutdown();
    const [report] = await verifyAudit(services.database.appUrl, null, services.cardio.slug);
    expect(report).toMatchObject({ broken: null, unsealed: 0 });
    await rotateTenant(services, services.cardio.id);
    expect(await services.sql('select length(wrapped_key) as n from patient where id = $1', [patientId])).toEqual([
      { n: 0 },
    ]);
  });
});

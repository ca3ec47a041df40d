import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import {
  ANSWER,
  type Attempt,
  draftOf,
  NAME,
  type ObjectStage,
  openObjectStage,
  QUESTION,
  reception,
  SECRETS,
} from './object-level/object-stage.ts';
import { casesOfPatients } from './object-level/patient-cases.ts';
import { answersOf, somebody } from './support/answers.ts';
import { advice } from './support/care.ts';
import { dayInParis, inDays } from './support/whole-path.ts';
import { waitFor } from './support/wait-for.ts';
import type { Visitor } from './support/world.ts';

describe('une personne, un objet : connaître un identifiant n’ouvre rien', () => {
  let stage: ObjectStage;
  beforeAll(async () => {
    stage = await openObjectStage();
  });
  afterAll(() => stage.world.stop());

  const tap = () => ({ at: new Date().toISOString(), key: randomUUID() });
  const sheet = {
    ...{ measures: [], findings: {}, note: 'x', examsDone: ['ecg'], examsMissing: [] },
    ...{ called15: false, calledOnCall: false },
  };

  test('1 à 6 · la maison d’à côté, par ses adresses et par les nôtres : compte rendu, PDF, fichier, accusé, demande, patient', async () => {
    const { base, foreign, neighbour, target, expectRefused } = stage;
    const { secretary, specialist, gp } = neighbour;
    const attempts = [base, foreign].flatMap((home): Attempt[] => [
      [`${home} reports`, () => secretary.get(`${home}/requests/${target.answered}/reports`)],
      [`${home} pdf`, () => specialist.get(`${home}/reports/${target.report}/pdf`)],
      [`${home} file`, () => secretary.get(`${home}/attachments/${target.attachment}`)],
      [`${home} reception`, () => gp.post(`${home}/reports/${target.report}/receptions`, reception)],
      [`${home} request`, () => specialist.get(`${home}/requests/${target.answered}`)],
      [`${home} patient`, () => secretary.post(`${home}/patients/${target.patient}/identity`, {})],
    ]);
    await expectRefused(attempts);
  });

  test('7 · une demandeuse d’une autre structure de la même équipe, sur chaque objet de la demande', async () => {
    const { world, path, base, target, upload, expectRefused } = stage;
    const stranger = path.as('stranger');
    const request = `${base}/requests/${target.answered}`;
    const { version } = await path.file(target.answered);
    await expectRefused([
      ['request', () => stranger.get(request)],
      ['decision', () => stranger.get(`${request}/decision`)],
      ['reports', () => stranger.get(`${request}/reports`)],
      ['pdf', () => stranger.get(`${base}/reports/${target.report}/pdf`)],
      ['files', () => stranger.get(`${request}/attachments`)],
      ['file', () => stranger.get(`${base}/attachments/${target.attachment}`)],
      ['add a file', () => upload(stranger, world.cardio.slug, target.answered, randomUUID())],
      ['reception', () => stranger.post(`${base}/reports/${target.report}/receptions`, { ...reception, version })],
      ['outcome', () => stranger.post(`${request}/outcome`, { version, happened: 'home' })],
      ['ask again', () => stranger.post(`${request}/ask-again`, { version, text: 'Et moi ?' })],
      ['complement', () => stranger.post(`${request}/info`, { version, text: 'Et moi ?' })],
      ['result', () => stranger.post(`${request}/exam-result`, { version, text: 'Et moi ?' })],
      ['cancel', () => stranger.post(`${request}/cancel`, { version, reason: 'Pour voir si cela passe' })],
      ['identity', () => stranger.post(`${base}/patients/${target.patient}/identity`, {})],
    ]);
  });

  test('8 et 9 · une réponse que l’on peut encore annuler n’existe pas hors du guichet ; annulée, elle n’existe plus', async () => {
    const { world, path, base, secretPatient, expectRefused } = stage;
    const treatedBy = { kind: 'named' as const, name: world.cardio.stranger.name, rpps: '' };
    const treatingDoctor = { ...treatedBy, professionalId: world.cardio.stranger.id };
    const id = await path.confirmed({ patient: secretPatient(), treatingDoctor });
    await path.act('specialist', id, 'answer', { answer: advice({ answer: ANSWER }) });
    const report = `${base}/reports/${await path.reportOf(id)}`;
    // The window may not close while a loaded machine looks through it.
    await world.sql(`update report set visible_at = now() + interval '1 hour' where request_id = $1`, [id]);
    const readers: Attempt[] = (['gp', 'colleague', 'stranger'] as const).flatMap((who): Attempt[] => [
      [`${who} pdf`, () => path.as(who).get(`${report}/pdf`)],
      [`${who} reception`, () => path.as(who).post(`${report}/receptions`, reception)],
    ]);
    await expectRefused(readers);
    for (const who of ['gp', 'stranger'] as const) {
      const list = await path.as(who).get(`${base}/requests/${id}/reports`).expect(200);
      expect([list.body.reports, list.text.includes(ANSWER)]).toEqual([[], false]);
    }
    await path.act('specialist', id, 'undo');
    await expectRefused([
      ...readers,
      ['desk pdf', () => path.as('secretary').get(`${report}/pdf`)],
      [
        'desk reception',
        () => path.as('secretary').post(`${report}/receptions`, { version: 1, kind: 'by_phone', toldTo: 'Dr X' }),
      ],
    ]);
  });

  test('10 · l’acte d’un autre ne s’annule pas, ni par un confrère, ni par le guichet, ni par le demandeur', async () => {
    const { world, path, base, secretPatient, expectRefused } = stage;
    const id = await path.answered({ patient: secretPatient() });
    const { version } = await path.file(id);
    const undo = `${base}/requests/${id}/undo`;
    const lead = await world.as(world.cardio.medicalLead);
    await expectRefused([
      ['second specialist', () => path.as('secondSpecialist').post(undo, { version })],
      ['medical lead', () => lead.post(undo, { version })],
      ['secretary', () => path.as('secretary').post(undo, { version })],
      ['author of the request', () => path.as('gp').post(undo, { version })],
    ]);
  });

  test('11 et 12 · la visite d’une autre maison dans sa propre tournée, et l’équipe d’une autre dans la nôtre', async () => {
    const { world, path, base, foreign, neighbour, target, expectRefused } = stage;
    const date = dayInParis(1);
    const { coordinator } = neighbour;
    const { version } = (await coordinator.get(`${foreign}/mobile/day?date=${date}`).expect(200)).body;
    const day = { date, version, actId: target.visit };
    const today = { date, version: (await path.day(date)).version };
    const ours = { ...today, actId: target.visit, dryRun: false };
    await expectRefused([
      [
        'price',
        () =>
          coordinator.post(`${foreign}/mobile/day/move`, { ...day, teamId: world.nephro.mobileTeamId, dryRun: true }),
      ],
      [
        'move',
        () =>
          coordinator.post(`${foreign}/mobile/day/move`, { ...day, teamId: world.nephro.mobileTeamId, dryRun: false }),
      ],
      ['take out', () => coordinator.post(`${foreign}/mobile/day/move`, { ...day, teamId: null, dryRun: false })],
      ['lock', () => coordinator.post(`${foreign}/mobile/day/lock`, { ...day, locked: true })],
      ['options', () => coordinator.get(`${foreign}/mobile/visits/${target.visit}/options?date=${date}`)],
      ['options by our address', () => coordinator.get(`${base}/mobile/visits/${target.visit}/options?date=${date}`)],
      [
        'to their team',
        () => path.as('coordinator').post(`${base}/mobile/day/move`, { ...ours, teamId: world.nephro.mobileTeamId }),
      ],
      [
        'a request for a visit',
        () => path.as('coordinator').post(`${base}/mobile/day/lock`, { ...today, actId: target.planned, locked: true }),
      ],
    ]);
    const theirs = (await coordinator.get(`${foreign}/mobile/day?date=${date}`).expect(200)).text;
    expect(SECRETS.filter((word) => theirs.includes(word))).toEqual([]);
  });

  test('13 et 14 · l’infirmière d’une autre équipe, et l’acte d’une demande sous l’adresse d’un autre', async () => {
    const { path, base, otherNurse, target, expectRefused } = stage;
    const visit = `${base}/mobile/visits/${target.visit}`;
    const done = () => ({ ...tap(), sheet });
    await expectRefused([
      ['on her way', () => otherNurse.post(`${visit}/status`, { ...tap(), status: 'en_route' })],
      [
        'sheet',
        () => otherNurse.put(`${visit}/sheet`, { sheet, savedAt: new Date().toISOString(), key: randomUUID() }),
      ],
      ['done', () => otherNurse.post(`${visit}/done`, done())],
      ['not done', () => otherNurse.post(`${visit}/not-done`, { ...tap(), reason: 'absent', note: '' })],
      ['files', () => otherNurse.get(`${base}/requests/${target.planned}/attachments`)],
      ['request', () => otherNurse.get(`${base}/requests/${target.planned}`)],
      ['reports', () => otherNurse.get(`${base}/requests/${target.planned}/reports`)],
      [
        'request id as an act',
        () => path.as('mobileNurse').post(`${base}/mobile/visits/${target.planned}/done`, done()),
      ],
      [
        'her own request id for a file of another',
        () => path.as('mobileNurse').get(`${base}/requests/${target.answered}/attachments`),
      ],
      ['file of another request', () => path.as('mobileNurse').get(`${base}/attachments/${target.attachment}`)],
      ['request id as a report', () => path.as('gp').get(`${base}/reports/${target.answered}/pdf`)],
      ['file id as a report', () => path.as('gp').get(`${base}/reports/${target.attachment}/pdf`)],
      ['report id as a file', () => path.as('gp').get(`${base}/attachments/${target.report}`)],
    ]);
    const today = await otherNurse.get(`${base}/mobile/today`).expect(200);
    expect([today.body.stops, SECRETS.filter((word) => today.text.includes(word))]).toEqual([[], []]);
  });

  test('15 · un demandeur ne voit ni file, ni listes de travail, ni tournée', async () => {
    const { path, base, otherNurse, expectRefused } = stage;
    const lists = ['desk/queue', 'worklists/specialist', 'worklists/appointments', 'worklists/unread', 'mobile/day'];
    await expectRefused(
      ['mobile/today', ...lists].map((list): Attempt => [list, () => path.as('gp').get(`${base}/${list}`)]),
    );
    await expectRefused(lists.map((list): Attempt => [`nurse ${list}`, () => otherNurse.get(`${base}/${list}`)]));
  });

  test('16 · le brouillon d’une collègue, pour le lire, l’écrire ou l’effacer', async () => {
    const { world, path, base, foreign, neighbour, target, expectRefused, traces } = stage;
    const draft = `${base}/drafts/${target.draft}`;
    await expectRefused([
      ['read', () => path.as('colleague').get(draft)],
      ['write', () => path.as('colleague').put(draft, { ...draftOf, version: 1, content: {} })],
      ['write anew', () => path.as('colleague').put(draft, { ...draftOf, content: {} })],
      ['from the desk', () => path.as('secretary').get(draft)],
      ['from next door', () => neighbour.gp.get(`${foreign}/drafts/${target.draft}`)],
    ]);
    const before = await traces();
    const removed = await supertest(world.url).delete(draft).set('cookie', path.as('colleague').cookie);
    expect([removed.status, await traces()]).toEqual([204, before]);
    const list = await path.as('colleague').get(`${base}/drafts`).expect(200);
    expect(list.text).not.toContain(target.draft);
  });

  test('17 et 18 · la clé d’idempotence d’un autre : ni sa demande, ni son fichier, ni son geste', async () => {
    const { world, path, base, foreign, neighbour, otherNurse, target, upload, leaks, expectRefused } = stage;
    const { cardio } = world;
    const key = { 'idempotency-key': target.key };
    const mine = answersOf(cardio, { organisationId: cardio.otherPracticeId, patient: somebody() });
    const gesture = { ...tap(), status: 'en_route' };
    await path.as('mobileNurse').post(`${base}/mobile/visits/${target.visit}/status`, gesture).expect(200);
    await expectRefused([
      ['request', () => path.as('stranger').post(`${base}/requests`, { answers: mine }, key)],
      [
        'request of a colleague',
        () => path.as('colleague').post(`${base}/requests`, { answers: answersOf(cardio) }, key),
      ],
      ['file', () => upload(path.as('stranger'), cardio.slug, target.answered, target.attachment)],
      ['gesture', () => otherNurse.post(`${base}/mobile/visits/${target.visit}/status`, gesture)],
    ]);
    // Next door the same key is another key: it makes its own request, and tells nothing of ours.
    const patient = somebody();
    const theirs = await neighbour.gp.post(
      `${foreign}/requests`,
      { answers: answersOf(world.nephro, { patient }) },
      key,
    );
    expect([theirs.status, theirs.body.id === target.answered, await leaks(theirs)]).toEqual([201, false, []]);
  });

  test('19 et 20 · le corps contre le chemin : patient hors de portée, structure et appelant d’un autre, médecin d’ailleurs', async () => {
    const { world, path, base, target, expectRefused } = stage;
    const { cardio, nephro } = world;
    const key = () => ({ 'idempotency-key': randomUUID() });
    const asStranger = (change: object) => ({
      answers: answersOf(cardio, { organisationId: cardio.otherPracticeId, patient: somebody(), ...change }),
    });
    const confirmed = await path.confirmed();
    const order = { version: (await path.file(confirmed)).version, question: 'À voir' };
    const decisions = `${base}/requests/${confirmed}/decisions`;
    const patient = { ...somebody(), patientId: target.patient };
    await expectRefused([
      ['patient', () => path.as('stranger').post(`${base}/requests`, asStranger({ patient }), key())],
      [
        'organisation',
        () => path.as('stranger').post(`${base}/requests`, asStranger({ organisationId: cardio.practiceId }), key()),
      ],
      [
        'caller',
        () =>
          path
            .as('stranger')
            .post(`${base}/requests`, { ...asStranger({}), caller: { professionalId: cardio.gp.id } }, key()),
      ],
      [
        'duplicates',
        () =>
          path
            .as('stranger')
            .post(`${base}/requests/duplicates`, { patientId: target.patient, reason: 'insuffisance_cardiaque' }),
      ],
      [
        'their doctor',
        () => path.as('specialist').post(`${decisions}/consultation`, { ...order, withId: nephro.specialist.id }),
      ],
      [
        'pass to theirs',
        () => path.as('specialist').post(`${decisions}/pass`, { version: order.version, toId: nephro.specialist.id }),
      ],
      [
        'pass to a requester',
        () => path.as('specialist').post(`${decisions}/pass`, { version: order.version, toId: cardio.gp.id }),
      ],
    ]);
  });

  test('21 · réorienter n’ouvre rien à rebours, et n’est pas une porte pour qui ne décide pas', async () => {
    const { world, path, base, foreign, neighbour, secretPatient, expectRefused } = stage;
    const { nephro, cardio } = world;
    const id = await path.confirmed({ patient: secretPatient(), question: `Un ${QUESTION} ?` });
    const { version } = await path.file(id);
    const order = { version, resource: nephro.slug, toEss: nephro.slug, contact: '02 61 91 00 12', advice: 'À vous' };
    const redirect = (home: string) => `${home}/requests/${id}/decisions/redirect`;
    await expectRefused([
      ['by the requester', () => path.as('gp').post(redirect(base), order)],
      ['by the coordinator', () => path.as('coordinator').post(redirect(base), order)],
      ['pulled by the house next door', () => neighbour.specialist.post(redirect(foreign), order)],
      ['pulled by our address', () => neighbour.specialist.post(redirect(base), order)],
      ['to oneself', () => path.as('specialist').post(redirect(base), { ...order, toEss: cardio.slug })],
      ['to nobody', () => path.as('specialist').post(redirect(base), { ...order, toEss: 'aucune-equipe' })],
      ['what it will become', () => neighbour.specialist.get(`${foreign}/requests/${id}`)],
    ]);
    const { version: _, ...redirected } = order;
    await path.act('specialist', id, 'decisions/redirect', redirected);
    await expectRefused([
      ['the origin by its id', () => neighbour.specialist.get(`${foreign}/requests/${id}`)],
      ['the answer there', () => neighbour.specialist.get(`${base}/requests/${id}/reports`)],
      ['the copy from here', () => path.as('specialist').get(`${foreign}/desk/queue`)],
    ]);
    // The copy arrives once its undo is over: what is compared next does not move under it.
    const arrived = () => world.sql<{ id: string }>('select id from request where draft_id = $1', [id]);
    await waitFor('the redirected copy', async () => (await arrived()).length === 1);
  });

  test('22 · les comptes et le tri ne trahissent rien : recherche, suivi, curseur, file', async () => {
    const { path, base, foreign, neighbour, target, secretPatient } = stage;
    const stranger = path.as('stranger');
    const search = { birthDate: '1941-02-03', name: NAME.slice(0, 4) };
    const seen = async (visitor: Visitor, home: string) => {
      const answers = [
        await visitor.post(`${home}/patients/search`, search).expect(200),
        await visitor.get(`${home}/requests?scope=organisation&status=all`),
        await visitor.get(
          `${home}/requests?status=all&cursor=${encodeURIComponent(`${inDays(1)}~${target.answered}`)}`,
        ),
        await visitor.get(`${home}/desk/queue?limit=1`),
        await visitor.get(`${home}/worklists/unread`),
      ];
      return answers.map((answer) => ({ status: answer.status, text: answer.text }));
    };
    const before = { here: await seen(stranger, base), there: await seen(neighbour.secretary, foreign) };
    const patient = secretPatient();
    await path.answered({ patient, question: QUESTION });
    const after = { here: await seen(stranger, base), there: await seen(neighbour.secretary, foreign) };
    const timeless = (text: string) => text.replace(/"(serverNow|traceId)":"[^"]*"/g, '');
    const shape = (all: typeof before) =>
      Object.values(all).flatMap((answers) => answers.map((one) => [one.status, timeless(one.text)]));
    expect(shape(after)).toEqual(shape(before));
    expect(JSON.stringify(after)).not.toContain(patient.birthName);
  });

  test('23 · les écrans ouverts n’entendent que leurs salles', async () => {
    const { path, neighbour, otherNurse, secretPatient } = stage;
    const screens = {
      stranger: await path.as('stranger').socket(),
      neighbour: await neighbour.secretary.socket(),
      otherNurse: await otherNurse.socket(),
      gp: await path.as('gp').socket(),
      desk: await path.as('secretary').socket(),
    };
    const id = await path.answered({ patient: secretPatient() });
    await screens.desk.heard('report.ready', id);
    await screens.gp.heard('request.received', id);
    expect(screens.desk.signals.some((signal) => signal.room === 'desk' && signal.id === id)).toBe(true);
    expect(screens.gp.signals.filter((signal) => signal.room === 'desk')).toEqual([]);
    for (const deaf of [screens.stranger, screens.neighbour, screens.otherNurse])
      expect(deaf.signals.filter((signal) => signal.id === id)).toEqual([]);
    expect(
      SECRETS.filter((word) => JSON.stringify(Object.values(screens).map((one) => one.signals)).includes(word)),
    ).toEqual([]);
    for (const screen of Object.values(screens)) screen.close();
  });

  test('24 et 25 · une appartenance finie, un compte fermé : la session ouverte ne sert plus à rien', async () => {
    const { world, path, base, target, secretPatient, expectRefused } = stage;
    const { cardio, colleague } = { cardio: world.cardio, colleague: path.as('colleague') };
    const request = `${base}/requests/${target.answered}`;
    await colleague.get(request).expect(200);
    await world.sql(`update membership set ends_on = '2026-01-01' where professional_id = $1`, [cardio.colleague.id]);
    await expectRefused([
      ['request', () => colleague.get(request)],
      ['pdf', () => colleague.get(`${base}/reports/${target.report}/pdf`)],
      ['file', () => colleague.get(`${base}/attachments/${target.attachment}`)],
      ['reception', () => colleague.post(`${base}/reports/${target.report}/receptions`, reception)],
    ]);
    const screen = await colleague.socket();
    const id = await path.proposed({ patient: secretPatient() });
    await world.sql('update account set disabled_at = now() where professional_id = $1', [cardio.secondSecretary.id]);
    const gone = path.as('secondSecretary');
    await expectRefused([
      ['queue', () => gone.get(`${base}/desk/queue`)],
      ['request', () => gone.get(request)],
      ['claim', () => gone.post(`${request}/claim`, { version: 1 })],
    ]);
    await expect(gone.socket()).rejects.toThrow();
    expect(screen.signals.filter((signal) => signal.id === id)).toEqual([]);
    screen.close();
  });

  casesOfPatients(() => stage);
});

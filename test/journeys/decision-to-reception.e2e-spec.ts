import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { advice, reading } from './support/care.ts';
import { dayInParis } from './support/whole-path.ts';
import { waitFor } from './support/wait-for.ts';
import { openWorld, send, somebody, type Visitor, type World } from './support/world.ts';

describe('de la décision à la réponse reçue', () => {
  let world: World;
  let base: string;
  beforeAll(async () => {
    world = await openWorld();
    base = `/api/e/${world.cardio.slug}`;
  });
  afterAll(() => world.stop());

  const file = async (visitor: Visitor, id: string) => (await visitor.get(`${base}/requests/${id}`).expect(200)).body;
  const act = async (visitor: Visitor, id: string, path: string, body: object) => {
    const { version } = await file(visitor, id);
    return (await visitor.post(`${base}/requests/${id}/${path}`, { version, ...body }).expect(200)).body;
  };
  /** Sent by the GP and confirmed by the secretary. */
  const confirmed = async (secretary: Visitor, change = {}) => {
    const sent = await send(await world.as(world.cardio.gp), world.cardio, { patient: somebody(), ...change });
    await waitFor('the proposal', async () => (await file(secretary, sent.id)).state === 'proposed');
    await act(secretary, sent.id, 'confirm', {});
    return sent.id;
  };
  const mailsAbout = (id: string) =>
    world.mails.messages.filter((message) => message.replace(/=\r\n/g, '').includes(`/demandes/${id}`));

  test('demande → visite → tournée publiée → visite faite → interprétation signée → reçue, en trois courriels', async () => {
    const { cardio } = world;
    const [gp, secretary, specialist, coordinator, nurse] = await Promise.all(
      [cardio.gp, cardio.secretary, cardio.specialist, cardio.coordinator, cardio.mobileNurse].map((person) =>
        world.as(person),
      ),
    );
    const id = await confirmed(secretary!);
    const gpScreen = await gp!.socket();
    const decision = (await specialist!.get(`${base}/requests/${id}/decision`).expect(200)).body;
    expect(decision.modalities).toHaveLength(4);
    expect(decision.modalities.every((one: { slots: string }) => one.slots === 'inconnu')).toBe(true);
    expect(decision.colleagues[0]).toMatchObject({ id: cardio.specialist.id, onCall: true });

    const order = { exams: ['ecg'], question: 'Trouble du rythme ?', instructions: 'Sonner deux fois', minutes: 30 };
    const decided = await act(specialist!, id, 'decisions/visit', order);
    expect(decided).toMatchObject({ state: 'decided', nextAction: 'plan_visit', modality: 'mobile_visit' });
    expect(Date.parse(decided.undoUntil)).toBeGreaterThan(Date.now());
    await gpScreen.heard('request.decided', id);

    const date = dayInParis(1);
    const before = (await coordinator!.get(`${base}/mobile/day?date=${date}`).expect(200)).body;
    expect(before.unplanned.map((visit: { requestId: string }) => visit.requestId)).toContain(id);
    const planned = (
      await coordinator!.post(`${base}/mobile/day/plan`, { date, version: before.version, seconds: 0.2 }).expect(200)
    ).body;
    const stops = planned.teams.flatMap((team: { stops: { requestId: string; actId: string }[] }) => team.stops);
    const stop = stops.find((one: { requestId: string }) => one.requestId === id);
    expect(stop).toBeDefined();
    const published = (
      await coordinator!.post(`${base}/mobile/day/publish`, { date, version: planned.version }).expect(200)
    ).body;
    expect(published.published).toBe(true);
    const scheduled = await file(gp!, id);
    expect(scheduled).toMatchObject({ state: 'scheduled', nextAction: 'visit' });
    expect(Date.parse(scheduled.plannedTo) - Date.parse(scheduled.plannedFrom)).toBe(3_600_000);

    // A tour opens on its own day: her page of today is empty, tomorrow's is refused.
    expect((await nurse!.get(`${base}/mobile/today?date=${dayInParis(0)}`).expect(200)).body.stops).toEqual([]);
    await nurse!.get(`${base}/mobile/today?date=${date}`).expect(400);
    const at = () => new Date().toISOString();
    const visit = `${base}/mobile/visits/${stop.actId}`;
    await nurse!.post(`${visit}/status`, { status: 'en_route', at: at(), key: randomUUID() }).expect(200);
    expect((await file(gp!, id)).state).toBe('in_progress');
    await nurse!.post(`${visit}/status`, { status: 'arrived', at: at(), key: randomUUID() }).expect(200);
    const sheet = {
      measures: [{ name: 'hr', value: 72, unit: '/min' }],
      findings: {},
      note: 'Patient calme, ECG de bonne qualité.',
      examsDone: ['ecg'],
      examsMissing: [],
      called15: false,
      calledOnCall: false,
    };
    const unexplained = await nurse!.post(`${visit}/done`, {
      sheet: { ...sheet, examsDone: [] },
      at: at(),
      key: randomUUID(),
    });
    expect([unexplained.status, unexplained.body.code]).toEqual([422, 'visit.invalid']);
    // The telephone sends again what it is not sure of: once is enough.
    const done = { sheet, at: at(), key: randomUUID() };
    await nurse!.post(`${visit}/done`, done).expect(200);
    await nurse!.post(`${visit}/done`, done).expect(200);

    const toRead = await file(specialist!, id);
    expect(toRead).toMatchObject({ state: 'to_read', nextAction: 'read', owner: { id: cardio.specialist.id } });
    const board = (await specialist!.get(`${base}/worklists/specialist`).expect(200)).body;
    expect(board.toRead.map((item: { id: string }) => item.id)).toContain(id);
    const brought = (await specialist!.get(`${base}/requests/${id}/reports`).expect(200)).body.visit;
    expect(brought).toMatchObject({ note: sheet.note, examsDone: ['ECG 12 dérivations'] });
    const signed = await act(specialist!, id, 'reading', { reading: reading() });
    expect(signed).toMatchObject({ state: 'reported', nextAction: 'await_reception' });

    // The answer leaves once it can no longer be taken back.
    expect((await gp!.get(`${base}/requests/${id}/reports`).expect(200)).body.reports).toEqual([]);
    const report = await waitFor(
      'the answer',
      async () => (await gp!.get(`${base}/requests/${id}/reports`)).body.reports[0],
    );
    expect(report).toMatchObject({ kind: 'reading', authorName: cardio.specialist.name, canReceive: true });
    expect(report.measures).toMatchObject([{ name: 'hr', value: 72 }]);
    const pdf = await gp!.get(`${base}/reports/${report.id}/pdf`).expect(200);
    expect(pdf.headers['content-type']).toContain('application/pdf');
    expect(pdf.headers['content-disposition']).toContain(`compte-rendu-${signed.reference}.pdf`);
    const stranger = await world.as(cardio.stranger);
    await stranger.get(`${base}/reports/${report.id}/pdf`).expect(404);
    await stranger.post(`${base}/reports/${report.id}/receptions`, { version: 1, kind: 'read' }).expect(404);

    const received = await gp!
      .post(`${base}/reports/${report.id}/receptions`, {
        version: signed.version,
        kind: 'acknowledged',
        happened: 'home',
        withoutEss: 'emergency',
      })
      .expect(200);
    expect(received.body).toMatchObject({ state: 'closed', nextAction: 'none', owner: null });
    await waitFor('three mails', async () => mailsAbout(id).length >= 3);
    expect(mailsAbout(id)).toHaveLength(3);

    const facts = await waitFor('the facts', async () => {
      const rows = await world.sql<{ type: string; outcome: string | null; modality: string | null }>(
        'select type, outcome, modality from fact where request_id = $1 order by at',
        [id],
      );
      return rows.some((row) => row.type === 'report.received') ? rows : null;
    });
    expect(facts.at(-1)).toMatchObject({ type: 'report.received', outcome: 'home', modality: 'mobile_visit' });
    const events = await world.sql<{ count: number }>(
      'select count(*)::int as count from event where request_id = $1',
      [id],
    );
    expect(facts).toHaveLength(events[0]?.count ?? 0);
    gpScreen.close();
  });

  test('une visite impossible revient au guichet avec son motif, un responsable et une échéance', async () => {
    const { cardio } = world;
    const [secretary, specialist, coordinator, nurse] = await Promise.all(
      [cardio.secretary, cardio.specialist, cardio.coordinator, cardio.mobileNurse].map((person) => world.as(person)),
    );
    const id = await confirmed(secretary!);
    await act(specialist!, id, 'decisions/visit', { exams: ['ecg'], question: 'Contrôle du rythme' });
    const date = dayInParis(1);
    const day = (await coordinator!.get(`${base}/mobile/day?date=${date}`).expect(200)).body;
    const planned = (
      await coordinator!.post(`${base}/mobile/day/plan`, { date, version: day.version, seconds: 0.2 }).expect(200)
    ).body;
    await coordinator!.post(`${base}/mobile/day/publish`, { date, version: planned.version }).expect(200);
    const stops = planned.teams.flatMap((team: { stops: { requestId: string; actId: string }[] }) => team.stops);
    const { actId } = stops.find((one: { requestId: string }) => one.requestId === id);
    const refused = { reason: 'absent', note: 'Volets fermés', at: new Date().toISOString(), key: randomUUID() };
    await nurse!.post(`${base}/mobile/visits/${actId}/not-done`, refused).expect(200);
    const back = await file(secretary!, id);
    expect(back).toMatchObject({ state: 'decided', nextAction: 'plan_visit', owner: { kind: 'desk' } });
    expect(Date.parse(back.dueAt)).toBeGreaterThan(Date.now());
    expect(back.timeline.at(-1).detail).toContain('Absent');
    const again = (await coordinator!.get(`${base}/mobile/day?date=${date}`).expect(200)).body;
    expect(again.unplanned.map((visit: { requestId: string }) => visit.requestId)).toContain(id);
  });

  test('deux spécialistes décident en même temps : un gagne, l’autre apprend qui et quand', async () => {
    const { cardio } = world;
    const secretary = await world.as(cardio.secretary);
    const id = await confirmed(secretary);
    const { version } = await file(secretary, id);
    const [one, two] = await Promise.all(
      [cardio.specialist, cardio.secondSpecialist].map((person) => world.as(person)),
    );
    const answers = await Promise.all([
      one!.post(`${base}/requests/${id}/answer`, { version, answer: advice() }),
      two!.post(`${base}/requests/${id}/decisions/consultation`, { version, question: 'À voir en consultation' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const lost = answers.find((answer) => answer.status === 409);
    expect([cardio.specialist.name, cardio.secondSpecialist.name]).toContain(lost?.body.conflict.by);
    expect(lost?.body.code).toBe('request.stale');
  });

  test('annuler dans les dix secondes : la décision n’a jamais été, et rien n’est parti', async () => {
    const { cardio } = world;
    const [secretary, specialist] = [await world.as(cardio.secretary), await world.as(cardio.specialist)];
    const id = await confirmed(secretary);
    const before = await file(specialist, id);
    await act(specialist, id, 'answer', { answer: advice() });
    const undone = await act(specialist, id, 'undo', {});
    expect(undone).toMatchObject({ state: 'confirmed', nextAction: 'decide', dueAt: before.dueAt });
    expect(undone.timeline.at(-1).type).toBe('request.undone');
    const second = await specialist.post(`${base}/requests/${id}/undo`, { version: undone.version });
    expect([second.status, second.body.code]).toEqual([409, 'request.undo-too-late']);
  });

  test('examen d’abord, complément, rendez-vous : chacun attend la bonne personne, et revient', async () => {
    const { cardio } = world;
    const [gp, secretary, specialist] = [
      await world.as(cardio.gp),
      await world.as(cardio.secretary),
      await world.as(cardio.specialist),
    ];
    const id = await confirmed(secretary);
    const dueAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const exam = { exams: ['biologie'], doer: 'requester', question: 'BNP et ionogramme', dueAt };
    expect(await act(specialist, id, 'decisions/exam', exam)).toMatchObject({ nextAction: 'await_exam', dueAt });
    const result = await act(gp, id, 'exam-result', { text: 'BNP 410 ng/l, potassium 4,2' });
    expect(result).toMatchObject({ state: 'confirmed', owner: { id: cardio.specialist.id } });
    await act(specialist, id, 'decisions/info', { question: 'Poids du jour ?' });
    expect((await file(gp, id)).actions.map((one: { move: string }) => one.move)).toContain('give_info');
    expect(await act(gp, id, 'info', { text: '84 kg' })).toMatchObject({ state: 'confirmed' });
    await act(specialist, id, 'decisions/consultation', { question: 'Consultation avancée' });
    const at = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const booking = { at, minutes: 30, place: 'Maison de santé de Savenay', withId: cardio.secondSpecialist.id };
    expect(await act(secretary, id, 'appointment', booking)).toMatchObject({
      state: 'scheduled',
      plannedFrom: at,
      owner: { id: cardio.secondSpecialist.id },
    });
    const list = (await secretary.get(`${base}/worklists/appointments`).expect(200)).body;
    expect(list.items.map((item: { id: string }) => item.id)).toContain(id);
    const stranger = { ...booking, withId: world.nephro.specialist.id };
    await act(secretary, id, 'appointment/missed', { reason: 'Patient hospitalisé' });
    const refused = await secretary.post(`${base}/requests/${id}/appointment`, {
      version: (await file(secretary, id)).version,
      ...stranger,
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'decision.invalid']);
  });

  test('une secrétaire ne signe pas, un demandeur ne décide pas, une infirmière ne planifie pas', async () => {
    const { cardio } = world;
    const [gp, secretary, nurse] = [
      await world.as(cardio.gp),
      await world.as(cardio.secretary),
      await world.as(cardio.mobileNurse),
    ];
    const id = await confirmed(secretary);
    const { version } = await file(secretary, id);
    await secretary.post(`${base}/requests/${id}/answer`, { version, answer: advice() }).expect(403);
    await gp.post(`${base}/requests/${id}/decisions/visit`, { version, exams: ['ecg'], question: 'ECG' }).expect(403);
    await nurse.get(`${base}/mobile/day?date=${dayInParis(0)}`).expect(403);
    const caseManager = await world.as(cardio.caseManager);
    const order = { version, exams: ['ecg'], question: 'ECG par délégation' };
    const delegated = await caseManager.post(`${base}/requests/${id}/decisions/visit`, order).expect(200);
    expect(delegated.body.state).toBe('decided');
  });
});

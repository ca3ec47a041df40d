import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { wordsOf } from './support/letters.ts';
import { expectWithin } from '../support/bar.ts';
import { queuesHere } from './support/queues.ts';
import { answersOf, openWorld, send, somebody, type World } from './support/world.ts';
import { waitFor } from './support/wait-for.ts';

describe.each(queuesHere())('une demande est envoyée, priorisée et vue au guichet (file %s)', (queue) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ queue });
    // The bar of two seconds is for a service at work: its first request is on us.
    await send(await world.as(world.cardio.gp), world.cardio);
    await waitFor('the first mail', async () => world.mails.messages.length > 0);
  });
  afterAll(() => world.stop());

  test('un médecin envoie, la secrétaire la voit expliquée en moins de 2 secondes', async () => {
    const { cardio } = world;
    const gp = await world.as(cardio.gp);
    const secretary = await world.as(cardio.secretary);
    const screen = await secretary.socket();
    const sendAndRead = async () => {
      const begun = Date.now();
      const sent = await send(gp, cardio);
      const told = await screen.heard('request.proposed', sent.id);
      const file = await secretary.get(`/api/e/${cardio.slug}/requests/${sent.id}`).expect(200);
      const took = Date.now() - begun;
      expect(told.room).toBe('desk');
      expect(file.body.state).toBe('proposed');
      expect(file.body.class).toBe('P2');
      expect(file.body.evaluation.rules[0].reason).toContain('HF05');
      expect(file.body.owner.kind).toBe('desk');
      return took;
    };
    await expectWithin(2_000, sendAndRead);
    screen.close();
  });

  test('le courriel « Demande reçue » part sans nom ni motif, une seule fois', async () => {
    const { cardio, mails } = world;
    const patient = somebody();
    const sent = await send(await world.as(cardio.gp), cardio, { patient });
    const link = `/${cardio.slug}/demandes/${sent.id}`;
    const mail = await waitFor('the mail', async () =>
      mails.messages.find((message) => message.replace(/=\r\n/g, '').includes(link)),
    );
    expect(mail).toContain(cardio.gp.email);
    for (const secret of [patient.birthName, patient.givenNames, 'furos', 'cardiaque'])
      expect(mail.toLowerCase()).not.toContain(secret.toLowerCase());
    expect(wordsOf(mail, sent)).toMatch(/\/demandes\//);
    expect(wordsOf(mail, sent)).not.toMatch(/1945|P[0-4]/i);
    expect(mails.messages.filter((message) => message.replace(/=\r\n/g, '').includes(link))).toHaveLength(1);
  });
});

describe('une demande est suivie, décidée, appelée et prouvée', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.stop());

  test('le second clic, la relance et un autre contenu ne doublent jamais la demande', async () => {
    const { cardio } = world;
    const gp = await world.as(cardio.gp);
    const draftId = randomUUID();
    const body = { answers: answersOf(cardio, { patient: somebody() }) };
    const key = { 'idempotency-key': draftId };
    const [one, two] = await Promise.all([
      gp.post(`/api/e/${cardio.slug}/requests`, body, key),
      gp.post(`/api/e/${cardio.slug}/requests`, body, key),
    ]);
    const three = await gp.post(`/api/e/${cardio.slug}/requests`, body, key);
    expect([one.status, two.status, three.status]).toEqual([201, 201, 201]);
    expect(new Set([one.body.id, two.body.id, three.body.id]).size).toBe(1);
    const other = { answers: { ...body.answers, question: 'Une autre question, sur le même brouillon.' } };
    const refused = await gp.post(`/api/e/${cardio.slug}/requests`, other, key);
    expect([refused.status, refused.body.code]).toEqual([422, 'idempotency.other-body']);
    const rows = await world.sql<{ count: string }>('select count(*) from request where draft_id = $1', [draftId]);
    expect(Number(rows[0]?.count)).toBe(1);
  });

  test('un collègue du cabinet suit la demande, un inconnu ne la voit pas', async () => {
    const { cardio } = world;
    const sent = await send(await world.as(cardio.gp), cardio);
    const colleague = await world.as(cardio.colleague);
    const list = await colleague.get(`/api/e/${cardio.slug}/requests?scope=organisation`).expect(200);
    expect(list.body.items.map((item: { id: string }) => item.id)).toContain(sent.id);
    await colleague.get(`/api/e/${cardio.slug}/requests/${sent.id}`).expect(200);
    const stranger = await world.as(cardio.stranger);
    await stranger.get(`/api/e/${cardio.slug}/requests/${sent.id}`).expect(404);
    const neighbour = await world.as(world.nephro.secretary);
    await neighbour.get(`/api/e/${cardio.slug}/requests/${sent.id}`).expect(404);
    await neighbour.get(`/api/e/${world.nephro.slug}/requests/${sent.id}`).expect(404);
  });

  test('confirmer, relever, abaisser : la secrétaire relève, seul un soignant abaisse, avec une raison', async () => {
    const { cardio } = world;
    const path = (id: string, move: string) => `/api/e/${cardio.slug}/requests/${id}/${move}`;
    const sent = await send(await world.as(cardio.gp), cardio);
    const secretary = await world.as(cardio.secretary);
    const proposed = await waitFor('the proposal', async () => {
      const file = await secretary.get(`/api/e/${cardio.slug}/requests/${sent.id}`);
      return file.body.state === 'proposed' ? file.body : null;
    });
    const lowered = await secretary.post(path(sent.id, 'confirm'), {
      version: proposed.version,
      class: 'P4',
      reason: 'Peut attendre selon moi',
    });
    expect([lowered.status, lowered.body.code]).toEqual([422, 'request.clinician-required']);
    const confirmed = await secretary.post(path(sent.id, 'confirm'), { version: proposed.version }).expect(200);
    expect(confirmed.body.state).toBe('confirmed');
    expect(confirmed.body.owner.name).toBe(cardio.specialist.name);
    const raised = await secretary
      .post(path(sent.id, 'reclass'), { version: confirmed.body.version, class: 'P1' })
      .expect(200);
    expect(raised.body.class).toBe('P1');
    const nurse = await world.as(cardio.caseManager);
    const silent = await nurse.post(path(sent.id, 'reclass'), { version: raised.body.version, class: 'P3' });
    expect([silent.status, silent.body.code]).toEqual([422, 'request.reason-required']);
    const down = await nurse
      .post(path(sent.id, 'reclass'), {
        version: raised.body.version,
        class: 'P3',
        reason: 'Revue au téléphone, stable',
      })
      .expect(200);
    expect(down.body.class).toBe('P3');
    expect(down.body.timeline.at(-1).detail).toBe('Revue au téléphone, stable');
  });

  test('deux secrétaires prennent la même demande : une gagne, l’autre apprend qui et quand', async () => {
    const { cardio } = world;
    const sent = await send(await world.as(cardio.gp), cardio);
    const [one, two] = [await world.as(cardio.secretary), await world.as(cardio.secondSecretary)];
    const version = await waitFor('the proposal', async () => {
      const file = await one.get(`/api/e/${cardio.slug}/requests/${sent.id}`);
      return file.body.state === 'proposed' ? (file.body.version as number) : null;
    });
    const path = `/api/e/${cardio.slug}/requests/${sent.id}/claim`;
    const answers = await Promise.all([one.post(path, { version }), two.post(path, { version })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const loser = answers.find((answer) => answer.status === 409);
    expect(loser?.body.code).toBe('request.stale');
    expect([cardio.secretary.name, cardio.secondSecretary.name]).toContain(loser?.body.conflict.by);
    expect(Date.parse(loser?.body.conflict.at)).not.toBeNaN();
  });

  test('un appel saisi par la secrétaire devient la même demande', async () => {
    const { cardio } = world;
    const secretary = await world.as(cardio.secretary);
    const found = await secretary.post(`/api/e/${cardio.slug}/professionals/search`, { query: 'marchais' }).expect(200);
    expect(found.body[0].id).toBe(cardio.gp.id);
    const body = { answers: answersOf(cardio, { patient: somebody() }), caller: { professionalId: cardio.gp.id } };
    const sent = await secretary
      .post(`/api/e/${cardio.slug}/requests`, body, { 'idempotency-key': randomUUID() })
      .expect(201);
    const mine = await (await world.as(cardio.gp)).get(`/api/e/${cardio.slug}/requests`).expect(200);
    expect(mine.body.items.map((item: { id: string }) => item.id)).toContain(sent.body.id);
    const file = await secretary.get(`/api/e/${cardio.slug}/requests/${sent.body.id}`).expect(200);
    expect([file.body.channel, file.body.author.takenBy]).toEqual(['phone', cardio.secretary.name]);
  });

  test('un patient connu de deux structures : chacune ne voit que ses propres demandes ouvertes', async () => {
    const { cardio } = world;
    const patient = somebody();
    const sent = await send(await world.as(cardio.gp), cardio, { patient });
    const secretary = await world.as(cardio.secretary);
    const file = await secretary.get(`/api/e/${cardio.slug}/requests/${sent.id}`).expect(200);
    const known = { ...patient, patientId: file.body.patient.id as string };
    const body = {
      answers: answersOf(cardio, { patient: known, organisationId: cardio.otherPracticeId }),
      caller: { professionalId: cardio.stranger.id },
      duplicateSeen: true,
    };
    const second = await secretary
      .post(`/api/e/${cardio.slug}/requests`, body, { 'idempotency-key': randomUUID() })
      .expect(201);
    const openFor = async (person: typeof cardio.gp) => {
      const hits = await (
        await world.as(person)
      )
        .post(`/api/e/${cardio.slug}/patients/search`, { birthDate: patient.birthDate, name: patient.birthName })
        .expect(200);
      return hits.body[0].openRequests.map((request: { id: string }) => request.id);
    };
    expect(await openFor(cardio.gp)).toEqual([sent.id]);
    expect(await openFor(cardio.stranger)).toEqual([second.body.id]);
    expect((await openFor(cardio.secretary)).sort()).toEqual([sent.id, second.body.id].sort());
  });

  test('chaque étape laisse sa ligne d’audit, chaînée dans la seconde', async () => {
    const { cardio } = world;
    const sent = await send(await world.as(cardio.gp), cardio);
    const secretary = await world.as(cardio.secretary);
    const version = await waitFor('the proposal', async () => {
      const file = await secretary.get(`/api/e/${cardio.slug}/requests/${sent.id}`);
      return file.body.state === 'proposed' ? (file.body.version as number) : null;
    });
    await secretary.post(`/api/e/${cardio.slug}/requests/${sent.id}/claim`, { version }).expect(200);
    const lines = await waitFor('the chained lines', async () => {
      const rows = await world.sql<{ action: string; seq: string | null }>(
        'select action, seq from audit where resource_id = $1 order by id',
        [sent.id],
      );
      return rows.length > 0 &&
        rows.every((row) => row.seq !== null) &&
        rows.some((row) => row.action === 'request.claimed')
        ? rows
        : null;
    });
    const actions = new Set(lines.map((line) => line.action));
    for (const action of ['request.sent', 'request.proposed', 'request.read', 'request.claimed'])
      expect(actions).toContain(action);
  });

  test('une saisie fausse est refusée dans l’unique forme d’erreur, et rien n’est écrit', async () => {
    const { cardio } = world;
    const gp = await world.as(cardio.gp);
    const good = answersOf(cardio, { patient: somebody() });
    const before = await world.sql<{ count: string }>('select count(*) from request');
    const wrong: [string, object, number][] = [
      ['unknown field', { answers: { ...good, surprise: 1 } }, 400],
      ['over-long text', { answers: { ...good, question: 'a'.repeat(5000) } }, 400],
      ['impossible date', { answers: { ...good, patient: { ...good.patient, birthDate: '2026-02-31' } } }, 422],
      [
        'wrong unit',
        { answers: { ...good, measures: [{ name: 'nt_probnp', value: '300', unit: 'kg', at: null }] } },
        422,
      ],
      ['another organisation', { answers: { ...good, organisationId: cardio.otherPracticeId } }, 422],
      ['a caller from a requester', { answers: good, caller: { professionalId: cardio.colleague.id } }, 403],
    ];
    for (const [what, body, status] of wrong) {
      const answer = await gp.post(`/api/e/${cardio.slug}/requests`, body, { 'idempotency-key': randomUUID() });
      expect([what, answer.status]).toEqual([what, status]);
      expect(Object.keys(answer.body)).toEqual(expect.arrayContaining(['code', 'message', 'traceId']));
    }
    const after = await world.sql<{ count: string }>('select count(*) from request');
    expect(after).toEqual(before);
  });
});

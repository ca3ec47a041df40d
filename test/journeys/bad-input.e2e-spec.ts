import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { answersOf, openWorld, send, somebody, type Visitor, type World } from './support/world.ts';

const NOBODY = '01937d70-0000-7000-8000-000000000001';

describe('une saisie hostile ou cassée ne fait jamais tomber le service', () => {
  let world: World;
  let gp: Visitor;
  let secretary: Visitor;
  let home: string;
  beforeAll(async () => {
    world = await openWorld({ worker: false });
    gp = await world.as(world.cardio.gp);
    secretary = await world.as(world.cardio.secretary);
    home = `/api/e/${world.cardio.slug}`;
  });
  afterAll(() => world.stop());

  const counts = () =>
    world.sql(
      `select (select count(*) from request) as requests, (select count(*) from patient) as patients,
              (select count(*) from professional) as people, (select count(*) from draft) as drafts`,
    );

  /** Refused in the one shape, and nothing is written. */
  const expectRefused = async (what: string, asked: PromiseLike<supertest.Response>, status: number) => {
    const before = await counts();
    const answer = await asked;
    expect([what, answer.status, answer.status < 500 ? null : answer.body]).toEqual([what, status, null]);
    expect([what, typeof answer.body.code, typeof answer.body.message, typeof answer.body.traceId]).toEqual([
      what,
      'string',
      'string',
      'string',
    ]);
    expect(answer.body.message.length).toBeGreaterThan(10);
    expect([what, await counts()]).toEqual([what, before]);
  };

  const sendBody = (who: Visitor, body: object) =>
    who.post(`${home}/requests`, body, { 'idempotency-key': randomUUID() });
  const good = (change = {}) => answersOf(world.cardio, { patient: somebody(), ...change });

  test.each([
    ['two lengths of one body', ['Content-Length: 1', 'Content-Length: 2']],
    ['a length and pieces', ['Content-Length: 6', 'Transfer-Encoding: chunked']],
    ['pieces that are not the last word', ['Transfer-Encoding: chunked, identity']],
    ['a name that ends with a space', ['Content-Length : 6']],
    ['a header that goes on below', ['X-A: 1', ' Content-Length: 6']],
  ])('une requête dont la fin se lit de deux façons est refusée avant d’être lue : %s', async (_what, headers) => {
    const { port, host } = new URL(world.url);
    const socket = connect(Number(port), '127.0.0.1');
    const hidden = `0\r\n\r\nGET /api/openapi.json HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    socket.write(['POST /api/session HTTP/1.1', `Host: ${host}`, ...headers, '', hidden].join('\r\n'));
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });

  test('des dates, des nombres et des curseurs impossibles', async () => {
    const curse = encodeURIComponent;
    const dashes = '-'.repeat(36);
    await expectRefused('birth date', gp.post(`${home}/patients/search`, { birthDate: '2026-02-31' }), 400);
    await expectRefused('birth date zero', gp.post(`${home}/patients/search`, { birthDate: '0000-00-00' }), 400);
    await expectRefused('cursor', gp.get(`${home}/requests?cursor=${curse(`1~${dashes}`)}`), 400);
    await expectRefused('cursor twice', gp.get(`${home}/requests?cursor=a&cursor=b`), 400);
    await expectRefused(
      'cursor of no date',
      gp.get(`${home}/requests?cursor=${curse(`+275760-09-13~${NOBODY}`)}`),
      400,
    );
    await expectRefused('queue cursor', secretary.get(`${home}/desk/queue?cursor=${curse(`0~1~${dashes}`)}`), 400);
    await expectRefused('queue cursor twice', secretary.get(`${home}/desk/queue?cursor=a&cursor=b`), 400);
    await expectRefused('queue limit', secretary.get(`${home}/desk/queue?limit=1&limit=2`), 400);
    await expectRefused('queue limit text', secretary.get(`${home}/desk/queue?limit=beaucoup`), 400);
    const draft = `${home}/drafts/${randomUUID()}`;
    await gp.put(draft, { step: 1, version: 0, content: {} }).expect(200);
    await expectRefused('draft version', gp.put(draft, { step: 1, version: 3_000_000_000, content: {} }), 400);
    await expectRefused('draft step', gp.put(draft, { step: 5, version: 1, content: {} }), 400);
    await expectRefused('draft array', gp.put(draft, { step: 1, version: 1, content: [1] }), 400);
  });

  test('des identifiants de personne, et des caractères que la base refuse', async () => {
    const named = { kind: 'named', name: 'Dr Inconnu', rpps: '', professionalId: NOBODY };
    await expectRefused('treating doctor', sendBody(gp, { answers: good({ treatingDoctor: named }) }), 422);
    await expectRefused(
      'patient',
      sendBody(gp, { answers: good({ patient: { ...somebody(), patientId: NOBODY } }) }),
      404,
    );
    await expectRefused('identity', gp.post(`${home}/patients/${NOBODY}/identity`, {}), 404);
    await expectRefused('not an id', gp.get(`${home}/requests/..%2f..%2fetc`), 404);
    await expectRefused('nul in id', gp.get(`${home}/requests/%00`), 404);
    await expectRefused(
      'nul in a name',
      sendBody(gp, { answers: good({ patient: { ...somebody(), birthName: 'a\u0000b' } }) }),
      422,
    );
    const nul = await secretary.post(`${home}/professionals/search`, { query: '\u0000%_\\' });
    expect([nul.status, nul.body]).toEqual([200, []]);
  });

  test('un appelant mal saisi', async () => {
    const caller = {
      familyName: 'Tanguy',
      givenName: 'Rose',
      profession: 'generaliste',
      phone: '0261911244',
      organisationName: 'Cabinet du port',
      organisationKind: 'cabinet',
      communeInsee: '44195',
      rpps: '',
    };
    const call = (change: object) =>
      sendBody(secretary, { answers: good(), caller: { newCaller: { ...caller, ...change } } });
    await expectRefused('commune', call({ communeInsee: '99999' }), 422);
    await expectRefused('nul', call({ familyName: 'Tan\u0000guy' }), 400);
    await expectRefused('rpps', call({ rpps: 'abc' }), 422);
    await expectRefused('no caller', sendBody(secretary, { answers: good() }), 422);
    await expectRefused(
      'unknown caller',
      sendBody(secretary, { answers: good(), caller: { professionalId: NOBODY } }),
      422,
    );
    const rpps = '10003456786';
    await world.sql('update professional set rpps = $1 where id = $2', [rpps, world.cardio.colleague.id]);
    await expectRefused('rpps of somebody known', call({ rpps: `8${rpps}` }), 422);
    await expectRefused('phone', call({ phone: '02 61 91' }), 422);
    await call({ phone: '02.61.91.12.44' }).expect(201);
    const found = await secretary.post(`${home}/professionals/search`, { query: '0261911244' }).expect(200);
    expect(found.body).toEqual([expect.objectContaining({ phone: '+33261911244' })]);
  });

  test('des corps qui n’en sont pas', async () => {
    const raw = (body: string, type = 'application/json') =>
      supertest(world.url)
        .post(`${home}/requests`)
        .set('cookie', gp.cookie)
        .set('idempotency-key', randomUUID())
        .set('content-type', type)
        .send(body);
    await expectRefused('broken json', raw('{"answers":'), 400);
    await expectRefused('empty', raw(''), 400);
    await expectRefused('null', raw('null'), 400);
    await expectRefused('array', raw('[]'), 400);
    await expectRefused('no answers', raw('{}'), 400);
    for (const part of ['patient', 'place', 'treatingDoctor', 'onset', 'ecg', 'consent'])
      for (const value of [null, undefined])
        await expectRefused(`${part} ${value}`, sendBody(gp, { answers: good({ [part]: value }) }), 400);
    await expectRefused('prototype', raw('{"__proto__":{"x":1},"answers":{}}'), 400);
    await expectRefused('form', raw('a=1', 'application/x-www-form-urlencoded'), 415);
    await expectRefused('too big', raw(JSON.stringify({ answers: { question: 'x'.repeat(300_000) } })), 413);
    await expectRefused('no key', gp.post(`${home}/requests`, { answers: good() }), 400);
    await expectRefused(
      'wrong key',
      gp.post(`${home}/requests`, { answers: good() }, { 'idempotency-key': 'deux' }),
      400,
    );
    await expectRefused(
      'sign-in',
      supertest(world.url)
        .post('/api/session')
        .send({ email: 'a'.repeat(9000), password: 1 }),
      400,
    );
    await expectRefused(
      'unlock without a session',
      supertest(world.url).post('/api/session/unlock').send({ password: 'x' }),
      401,
    );
    await supertest(world.url).get('/api/session').set('cookie', 'guichet_session=%E0%A4%A').expect(401);
  });

  test('une version absurde n’écrase rien', async () => {
    const { id } = await send(gp, world.cardio);
    for (const version of [2, 9_007_199_254_740_991])
      await expectRefused(`version ${version}`, secretary.post(`${home}/requests/${id}/claim`, { version }), 409);
    for (const version of [0, -1, 1.5, '1', null])
      await expectRefused(`version ${version}`, secretary.post(`${home}/requests/${id}/claim`, { version }), 400);
  });

  test('12/8 se lit 120/80, et le dire ne change rien à ce qui est gardé', async () => {
    const sent = await send(gp, world.cardio);
    const file = await secretary.get(`${home}/requests/${sent.id}`).expect(200);
    expect(file.body.answers.measures[0]).toMatchObject({ name: 'bp', value: '12/8', unit: 'mmHg' });
  });
});

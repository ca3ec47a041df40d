import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import supertest from 'supertest';
import { barHere } from '../support/bar.ts';
import { jpeg, pdf } from '../support/uploads.ts';
import { answersOf, openWorld, send, somebody, type Visitor, type World } from './support/world.ts';

/** Whatever is clicked twice, sent again after a cut, or answered too late is done once. */
describe('la clé d’idempotence', () => {
  let world: World;
  let gp: Visitor;
  let requests: string;
  beforeAll(async () => {
    world = await openWorld({ worker: false });
    gp = await world.as(world.cardio.gp);
    requests = `/api/e/${world.cardio.slug}/requests`;
  });
  afterAll(() => world.stop());

  const body = () => ({ answers: answersOf(world.cardio, { patient: somebody() }) });
  const sendAs = (key: string, what: object) => gp.post(requests, what, { 'idempotency-key': key });
  const made = async (key: string) =>
    (await world.sql('select 1 from request where draft_id = $1', [key.toLowerCase()])).length;

  test('la même clé et le même corps donnent la même réponse, dix fois, dont cinq à la fois', async () => {
    const [key, what] = [randomUUID(), body()];
    const first = await sendAs(key, what);
    const later = [];
    for (let turn = 0; turn < 4; turn += 1) later.push(await sendAs(key.toUpperCase(), what));
    later.push(...(await Promise.all(Array.from({ length: 5 }, () => sendAs(key, what)))));
    expect(later.map((answer) => [answer.status, answer.body])).toEqual(later.map(() => [201, first.body]));
    expect(await made(key)).toBe(1);
  });

  test('cinq clics à la fois sur une clé neuve : une demande, la même réponse à tous', async () => {
    const [key, what] = [randomUUID(), body()];
    const answers = await Promise.all(Array.from({ length: 5 }, () => sendAs(key, what)));
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.body.id}`)).size).toBe(1);
    expect(await made(key)).toBe(1);
  });

  test('la même clé sous un autre corps : 422, que la première soit finie ou à côté', async () => {
    const key = randomUUID();
    const [one, two] = await Promise.all([sendAs(key, body()), sendAs(key, body())]);
    expect([one.status, two.status].sort()).toEqual([201, 422]);
    const refused = [one, two].find((answer) => answer.status === 422)!;
    expect(refused.body.code).toBe('idempotency.other-body');
    expect((await sendAs(key, body())).body.code).toBe('idempotency.other-body');
    expect(await made(key)).toBe(1);
  });

  test('tant que la première n’a pas fini : 409, puis la même réponse une fois qu’elle a fini', async () => {
    const [key, what] = [randomUUID(), body()];
    const elsewhere = new pg.Client({ connectionString: world.database.superUrl });
    await elsewhere.connect();
    try {
      await elsewhere.query('select pg_advisory_lock(hashtextextended($1, 0))', [`sending|${world.cardio.id}|${key}`]);
      const begun = Date.now();
      const waiting = await sendAs(key, what);
      expect([waiting.status, waiting.body.code]).toEqual([409, 'idempotency.in-progress']);
      expect(Date.now() - begun).toBeLessThan(barHere(10_000));
      expect(await made(key)).toBe(0);
    } finally {
      await elsewhere.end();
    }
    await sendAs(key, what).expect(201);
    expect(await made(key)).toBe(1);
  });

  test('sans clé, ou sous une clé qui n’en est pas une : 400, rien n’est fait', async () => {
    const count = () => world.sql('select count(*) from request');
    const before = await count();
    expect((await gp.post(requests, body())).status).toBe(400);
    for (const key of ['', 'deux', '1', `${randomUUID()}x`]) expect((await sendAs(key, body())).status).toBe(400);
    expect(await count()).toEqual(before);
  });

  test('la clé est à l’équipe : la même, dans une autre équipe, fait une autre demande', async () => {
    const key = randomUUID();
    const commuter = await world.as(world.commuter);
    const there = await send(commuter, world.nephro, {}, key);
    const here = await send(commuter, world.cardio, {}, key);
    expect(here.id).not.toBe(there.id);
    expect(await made(key)).toBe(2);
  });

  test('un fichier : même clé et mêmes octets, un seul ; d’autres octets, 422 ; sans clé, 400', async () => {
    const { id } = await send(gp, world.cardio);
    const upload = (key: string | null, bytes: Buffer, type = 'image/jpeg', name = 'photo.jpg') =>
      supertest(world.url)
        .post(`${requests}/${id}/attachments`)
        .set({ cookie: gp.cookie, 'content-type': 'application/octet-stream', 'x-file-kind': 'photo' })
        .set({ 'x-file-name': name, 'x-file-type': type, ...(key && { 'idempotency-key': key }) })
        .send(bytes);
    const key = randomUUID();
    const both = await Promise.all([upload(key, jpeg()), upload(key, jpeg())]);
    const again = await upload(key, jpeg());
    expect([...both, again].map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect(both[1].body).toEqual(again.body);
    expect((await upload(key, pdf(), 'application/pdf', 'a.pdf')).body.code).toBe('idempotency.other-body');
    expect((await upload(null, jpeg())).status).toBe(400);
    expect(await world.sql('select 1 from attachment where request_id = $1', [id])).toHaveLength(1);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { HOSTILE_UPLOADS, jpeg, pdf, png } from '../support/uploads.ts';
import { openWorld, send, type Visitor, type World } from './support/world.ts';

interface Sending {
  name?: string;
  type?: string;
  kind?: string;
  key?: string;
  contentType?: string;
  origin?: string;
}

describe('les fichiers joints à une demande', () => {
  let world: World;
  let gp: Visitor;
  let requestId: string;
  beforeAll(async () => {
    world = await openWorld({ worker: false });
    gp = await world.as(world.cardio.gp);
    requestId = (await send(gp, world.cardio)).id;
  });
  afterAll(() => world.stop());

  const home = (slug = world.cardio.slug) => `/api/e/${slug}`;
  const upload = (visitor: Visitor, bytes: Buffer, sending: Sending = {}, id = requestId, slug = world.cardio.slug) => {
    const asked = supertest(world.url)
      .post(`${home(slug)}/requests/${id}/attachments`)
      .set('cookie', visitor.cookie)
      .set('content-type', sending.contentType ?? 'application/octet-stream')
      .set('idempotency-key', sending.key ?? randomUUID())
      .set('x-file-name', encodeURIComponent(sending.name ?? 'ECG d’entrée (été).pdf'))
      .set('x-file-type', sending.type ?? 'application/pdf')
      .set('x-file-kind', sending.kind ?? 'ecg');
    if (sending.origin) void asked.set('origin', sending.origin);
    return asked.send(bytes);
  };
  const download = (visitor: Visitor, id: string, slug = world.cardio.slug) =>
    visitor.get(`${home(slug)}/attachments/${id}`).responseType('blob');

  test('le demandeur ajoute, la secrétaire voit et ouvre, dans une boîte où rien ne s’exécute', async () => {
    const secretary = await world.as(world.cardio.secretary);
    const screen = await secretary.socket();
    const added = await upload(gp, pdf()).expect(201);
    expect(added.body).toMatchObject({
      name: 'ECG d’entrée (été).pdf',
      kind: 'ecg',
      mime: 'application/pdf',
      sizeBytes: pdf().length,
      scan: 'not_scanned',
      uploadedBy: world.cardio.gp.name,
    });
    await screen.heard('attachment.added', requestId);
    screen.close();
    const list = await secretary.get(`${home()}/requests/${requestId}/attachments`).expect(200);
    expect(list.body).toEqual({ items: [added.body], mayAdd: true });
    const opened = await download(secretary, added.body.id).expect(200);
    expect(pdf().equals(opened.body)).toBe(true);
    expect(opened.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition':
        'attachment; filename="ECG d_entr_e (_t_).pdf"; filename*=UTF-8\'\'ECG%20d%E2%80%99entr%C3%A9e%20%28%C3%A9t%C3%A9%29.pdf',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    const audit = await world.sql<{ action: string }>(
      'select action from audit where resource_id = $1 order by at, id',
      [added.body.id],
    );
    expect(audit.map((line) => line.action)).toEqual(['attachment.added', 'attachment.read']);
  });

  test('une autre structure et une autre équipe ne trouvent rien, ni pour lire ni pour ajouter', async () => {
    const added = await upload(gp, png(), { name: 'a.png', type: 'image/png' }).expect(201);
    const stranger = await world.as(world.cardio.stranger);
    const nurse = await world.as(world.cardio.mobileNurse);
    const neighbour = await world.as(world.nephro.secretary);
    for (const visitor of [stranger, nurse]) {
      await download(visitor, added.body.id).expect(404);
      await visitor.get(`${home()}/requests/${requestId}/attachments`).expect(404);
      await upload(visitor, pdf()).expect(404);
    }
    for (const slug of [world.cardio.slug, world.nephro.slug]) {
      await download(neighbour, added.body.id, slug).expect(404);
      await neighbour.get(`${home(slug)}/requests/${requestId}/attachments`).expect(404);
      await upload(neighbour, pdf(), {}, requestId, slug).expect(404);
    }
    await supertest(world.url).get(`${home()}/attachments/${added.body.id}`).expect(401);
    await download(await world.as(world.cardio.colleague), added.body.id).expect(200);
  });

  test('aucun des fichiers hostiles ne passe, et chacun est refusé en disant quoi faire', async () => {
    const answers: [string, number, boolean][] = [];
    for (const { what, name, type, bytes } of HOSTILE_UPLOADS) {
      const answer = await upload(gp, bytes, { name, type });
      answers.push([what, answer.status, /[.]$/.test(answer.body.message ?? '')]);
    }
    expect(answers).toEqual(HOSTILE_UPLOADS.map(({ what }) => [what, 422, true]));
  });

  test('dix mégaoctets passent', async () => {
    const large = Buffer.concat([
      pdf().subarray(0, -40),
      Buffer.alloc(10_485_760 - pdf().length, 0x20),
      pdf().subarray(-40),
    ]);
    expect(large.length).toBe(10_485_760);
    const added = await upload(gp, large).expect(201);
    const opened = await download(gp, added.body.id).expect(200);
    expect(large.equals(opened.body)).toBe(true);
  });

  test('le même envoi deux fois fait un seul fichier, un autre contenu sous la même clé est refusé', async () => {
    const key = randomUUID();
    const photo: Sending = { key, name: 'photo.jpg', type: 'image/jpeg', kind: 'photo' };
    const [one, two] = await Promise.all([upload(gp, jpeg(), photo), upload(gp, jpeg(), photo)]);
    const three = await upload(gp, jpeg(), photo);
    expect([one.status, two.status, three.status]).toEqual([201, 201, 201]);
    expect(two.body).toEqual(one.body);
    expect(three.body).toEqual(one.body);
    const other = await upload(gp, pdf(), { key });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.other-body']);
    expect(await world.sql('select 1 from attachment where id = $1', [key])).toHaveLength(1);
  });

  test('un envoi mal formé est refusé sans bruit, et des octets ailleurs qu’ici aussi', async () => {
    const statuses = [
      await upload(gp, pdf(), { key: 'deux' }),
      await upload(gp, pdf(), { kind: 'radio' }),
      await upload(gp, Buffer.from('{}'), { contentType: 'application/json' }),
      await upload(gp, pdf(), { contentType: 'application/pdf' }),
      await upload(gp, pdf(), { contentType: 'multipart/form-data; boundary=x' }),
      await upload(gp, pdf(), { origin: 'http://ailleurs.example' }),
      await supertest(world.url)
        .post('/api/session')
        .set('content-type', 'application/octet-stream')
        .send(Buffer.from('{"email":"a@b.example","password":"x"}')),
      await supertest(world.url)
        .post(`${home()}/requests`)
        .set('cookie', gp.cookie)
        .set('content-type', 'application/octet-stream')
        .send(pdf()),
    ].map((answer) => answer.status);
    expect(statuses).toEqual([400, 400, 400, 415, 415, 403, 415, 415]);
    const broken = await supertest(world.url)
      .post(`${home()}/requests/${requestId}/attachments`)
      .set('cookie', gp.cookie)
      .set('content-type', 'application/octet-stream')
      .set({ 'idempotency-key': randomUUID(), 'x-file-name': '%E0%A4%A', 'x-file-type': 'application/pdf' })
      .set('x-file-kind', 'ecg')
      .send(pdf());
    expect(broken.status).toBe(400);
  });

  test('ni le nom ni le contenu n’apparaissent dans les journaux', () => {
    expect(world.logs()).not.toMatch(/ECG d|%PDF|passwd/);
  });
});

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { io } from 'socket.io-client';
import supertest from 'supertest';
import { pdf } from '../support/uploads.ts';
import { PASSWORD } from './support/territory.ts';
import { openWorld, send, type Visitor, type World } from './support/world.ts';

const HOST = 'guichet.example';

/** What a browser is told, whatever it asked for. */
describe('les en-têtes de chaque sorte de réponse, sous une adresse https', () => {
  let world: World;
  let gp: Visitor;
  let attachmentId: string;
  beforeAll(async () => {
    world = await openWorld({ worker: false, env: { PUBLIC_URL: `https://${HOST}`, DEMONSTRATION: '' } });
    gp = await world.as(world.cardio.gp);
    const { id } = await send(gp, world.cardio);
    attachmentId = randomUUID();
    await supertest(world.url)
      .post(`/api/e/${world.cardio.slug}/requests/${id}/attachments`)
      .set('cookie', gp.cookie)
      .set('content-type', 'application/octet-stream')
      .set({ 'idempotency-key': attachmentId, 'x-file-name': 'a.pdf', 'x-file-type': 'application/pdf' })
      .set('x-file-kind', 'ecg')
      .send(pdf())
      .expect(201);
  });
  afterAll(() => world.stop());

  const kinds = (): [what: string, path: string, status: number][] => [
    ['the home page', '/', 200],
    ['the public page of a team', `/${world.cardio.slug}`, 200],
    ['the sign-in page', '/connexion', 200],
    ['a page of the app', `/${world.cardio.slug}/demandes`, 200],
    ['a page that is not there', '/nulle-part', 404],
    ['the description of the api', '/api/openapi.json', 200],
    ['an answer of the api', `/api/e/${world.cardio.slug}/context`, 200],
    ['a refusal of the api', `/api/e/${world.nephro.slug}/context`, 404],
    ['a file of a patient', `/api/e/${world.cardio.slug}/attachments/${attachmentId}`, 200],
    ['the worker of the tour', '/sw.js', 200],
    ['health', '/health', 200],
  ];
  /** As it is written: a client that builds addresses would tidy it. */
  const rawGet = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const asked = request({
      ...{ host: '127.0.0.1', port: new URL(world.url).port, path, method, agent: false },
      headers: { host: HOST, cookie: gp.cookie, ...headers },
    }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return { status: answer.statusCode, headers: answer.headers, text: await readText(answer) };
  };
  const ask = (path: string) => supertest(world.url).get(path).set({ cookie: gp.cookie, host: HOST });

  test('politique de contenu, HSTS, types, cadre, provenance, droits de l’appareil : partout', async () => {
    for (const [what, path, status] of kinds()) {
      const { headers, status: answered } = await ask(path);
      expect([what, answered]).toEqual([what, status]);
      expect([what, headers]).toEqual([
        what,
        expect.objectContaining({
          'strict-transport-security': expect.stringMatching(/^max-age=63072000/),
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'x-frame-options': 'DENY',
          'permissions-policy': expect.stringContaining('geolocation=()'),
        }),
      ]);
      expect([what, Object.keys(headers).filter((name) => /^(server|x-powered-by)$/.test(name))]).toEqual([what, []]);
    }
  });

  test('aucun script en ligne n’est permis, et aucune page n’en contient', async () => {
    for (const [what, path] of kinds()) {
      const { headers, text } = await ask(path);
      const policy = Object.fromEntries(
        String(headers['content-security-policy'])
          .split(';')
          .map((part) => part.trim().split(/ (.*)/s))
          .map(([name, value]) => [name, value ?? '']),
      );
      if ('sandbox' in policy) {
        expect([what, policy['default-src']]).toEqual(['a file of a patient', "'none'"]);
        continue;
      }
      expect([what, policy]).toEqual([
        what,
        expect.objectContaining({
          'default-src': "'self'",
          'script-src': "'self'",
          'script-src-attr': "'none'",
          'connect-src': "'self'",
          'object-src': "'none'",
          'base-uri': "'none'",
          'form-action': "'self'",
          'frame-ancestors': "'none'",
        }),
      ]);
      if (!String(headers['content-type']).startsWith('text/html')) continue;
      expect([what, text.match(/<script(?![^>]*\ssrc="\/)[^>]*>/gi)]).toEqual([what, null]);
      expect([what, text.match(/\son\w+=|javascript:|<(script|link|img)[^>]+(src|href)="(https?:)?\/\//gi)]).toEqual([
        what,
        null,
      ]);
    }
  });

  test('rien de ce que rend l’api n’est gardé par un navigateur ou un relais', async () => {
    for (const [what, path] of kinds().filter(([, one]) => one.startsWith('/api/')))
      expect([what, (await ask(path)).headers['cache-control']]).toEqual([what, 'no-store']);
    expect((await ask(`/${world.cardio.slug}/demandes`)).headers['cache-control']).toBe('no-cache');
  });

  test('la même adresse autrement écrite n’est pas gardée non plus, et ne s’ouvre pas à un autre site', async () => {
    const path = `/api/e/${world.cardio.slug}/context`;
    const spellings = [path.replace('/api', '/%61pi'), path.replace('-', '%2d'), `http://${HOST}${path}`];
    for (const spelling of spellings) {
      const own = await rawGet(spelling);
      expect([spelling, own.status, own.headers['cache-control']]).toEqual([spelling, 200, 'no-store']);
      const foreign = await rawGet(spelling, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' });
      expect([spelling, foreign.status]).toEqual([spelling, 403]);
    }
    expect((await ask('/health')).headers['cache-control']).toBe('no-store');
  });

  test('sous https, un cookie sans le nom __Host-, qu’un sous-domaine peut poser, n’ouvre rien', async () => {
    const planted = gp.cookie.replace('__Host-', '');
    expect(planted).not.toBe(gp.cookie);
    expect((await rawGet('/api/session')).status).toBe(200);
    expect((await rawGet('/api/session', { cookie: planted })).status).toBe(401);
    const opens = async (cookie: string): Promise<string> => {
      const socket = io(world.url, {
        ...{ transports: ['websocket'], extraHeaders: { cookie, host: HOST }, forceNew: true, reconnection: false },
      });
      const heard = await new Promise<string>((resolve) => {
        socket.once('connect', () => resolve('connected'));
        socket.once('connect_error', () => resolve('refused'));
      });
      socket.disconnect();
      return heard;
    };
    expect([await opens(gp.cookie), await opens(planted)]).toEqual(['connected', 'refused']);
  });

  test('tout corps dit son type, et ses lettres quand c’est un texte', async () => {
    for (const [what, path] of kinds()) {
      const type = String((await ask(path)).headers['content-type']);
      expect([what, type]).toEqual([
        what,
        expect.stringMatching(
          /^((application\/json|text\/html|text\/javascript); ?charset=utf-8|application\/(pdf|javascript))/i,
        ),
      ]);
    }
  });

  test('ni liste de dossier, ni verbe d’écho, ni page de démonstration hors d’elle', async () => {
    const { status: folder } = await ask('/assets/');
    const traced = await rawGet('/api/session', { 'x-echo': 'kaleidoscope' }, 'TRACE');
    const demonstration = ['accounts', 'mails'].map((what) => ask(`/api/demonstration/${what}`));
    const statuses = (await Promise.all(demonstration)).map(({ status }) => status);
    expect([folder, traced.status, ...statuses]).toEqual([404, 404, 404, 404]);
    expect(traced.text).not.toContain('kaleidoscope');
  });

  test('un refus à la porte porte les mêmes en-têtes', async () => {
    const refused = await supertest(world.url)
      .post('/api/session')
      .set({ host: HOST, origin: 'https://mechant.example' })
      .send({});
    expect(refused.status).toBe(403);
    expect(refused.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(refused.headers['content-security-policy']).toContain("script-src 'self'");
  });

  test('une adresse qui n’en est pas une est refusée sans rien permettre', async () => {
    const { headers, status } = await ask('/%E0%A4%A');
    expect([status, headers['content-security-policy']]).toEqual([400, "default-src 'none'; frame-ancestors 'none'"]);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  });

  test.each([
    ['sans forme', 'GET / HTTP/1.1\r\nHost: a\r\nni nom ni valeur\r\n\r\n', '400 Bad Request'],
    ['aux en-têtes sans fin', `GET / HTTP/1.1\r\nHost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, '431 Request Header'],
  ])('un message %s est refusé en français, sans rien permettre', async (_what, message, status) => {
    const { hostname, port } = new URL(world.url);
    const socket = connect(Number(port), hostname).end(message);
    const [head = '', body = ''] = (await readText(socket)).split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status}`);
    expect(head).toContain("content-security-policy: default-src 'none'; frame-ancestors 'none'");
    expect(head).toContain('cache-control: no-store');
    expect(JSON.parse(body)).toMatchObject({ code: 'input.invalid', message: expect.stringMatching(/requête/) });
  });

  test('tout cookie est à cette adresse seule, fermé aux scripts et au trafic en clair', async () => {
    const answer = await supertest(world.url)
      .post('/api/session')
      .set('host', HOST)
      .send({ email: world.cardio.secretary.email, password: PASSWORD })
      .expect(200);
    const cookies = [answer.headers['set-cookie'] ?? []].flat();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      const [name = '', ...flags] = cookie.split('; ').map((part: string) => part.split('=')[0] ?? '');
      expect(name).toMatch(/^__Host-guichet_/);
      expect(flags).toEqual(expect.arrayContaining(['Path', 'HttpOnly', 'Secure', 'SameSite']));
      expect(cookie).toMatch(/Path=\/(;|$)/);
      expect(cookie).toMatch(/SameSite=(Lax|Strict)/);
      expect(flags).not.toContain('Domain');
    }
  });
});

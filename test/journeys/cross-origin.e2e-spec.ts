import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { io } from 'socket.io-client';
import supertest from 'supertest';
import { openWorld, send, type Visitor, type World } from './support/world.ts';

const HERE = 'guichet.example';
const ELSEWHERE = 'https://mechant.example';

type Method = 'get' | 'post' | 'put' | 'delete' | 'patch' | 'options';

/** What a page of another site can make a signed-in person's browser send, cookie included. */
interface Attempt {
  method: Method;
  path: string;
  headers?: Record<string, string>;
  body?: string | object;
}

describe('ce qu’une page d’un autre site fait partir n’arrive nulle part', () => {
  let world: World;
  let secretary: Visitor;
  let requestId: string;
  let home: string;
  beforeAll(async () => {
    world = await openWorld({ worker: false, env: { PUBLIC_URL: `https://${HERE}` } });
    secretary = await world.as(world.cardio.secretary);
    home = `/api/e/${world.cardio.slug}`;
    requestId = (await send(await world.as(world.cardio.gp), world.cardio)).id;
  });
  afterAll(() => world.stop());

  const attempt = ({ method, path, headers = {}, body }: Attempt) => {
    const asked = supertest(world.url)
      [method](path)
      .set({ host: HERE, cookie: secretary.cookie, ...headers });
    return body === undefined ? asked : asked.send(body);
  };
  const claim = () => `${home}/requests/${requestId}/claim`;
  const traces = () =>
    world.sql(
      `select (select jsonb_agg(jsonb_build_array(id, version, state, owner_id) order by id) from request) as requests,
              (select count(*) from draft) as drafts, (select count(*) from attachment) as files,
              (select count(*) from session) as sessions`,
    );
  const expectRefused = async (attempts: Record<string, Attempt>, statuses: number[]) => {
    const before = await traces();
    const passed: unknown[] = [];
    for (const [what, one] of Object.entries(attempts)) {
      const answer = await attempt(one);
      const allows = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'));
      if (!statuses.includes(answer.status) || allows.length > 0) passed.push([what, answer.status, allows]);
    }
    expect(passed).toEqual([]);
    expect(await traces()).toEqual(before);
  };

  const JSON_BODY = { 'content-type': 'application/json' };

  test('1 à 3 · un formulaire, un formulaire en morceaux, du texte qui est du JSON : refusés par leur type, et par leur origine', async () => {
    const posted = (type: string, headers = {}): Attempt => ({
      method: 'post',
      path: claim(),
      headers: { 'content-type': type, ...headers },
      body: type.includes('form') ? 'version=1' : JSON.stringify({ version: 1 }),
    });
    const types = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'];
    const attempts = (headers = {}) => Object.fromEntries(types.map((type) => [type, posted(type, headers)]));
    await expectRefused(attempts(), [415]);
    await expectRefused(attempts({ origin: ELSEWHERE }), [403]);
  });

  test('4 à 8 · un fetch muet, l’origine absente, nulle, d’un sous-domaine, d’un autre port : refusés', async () => {
    const write = (headers: Record<string, string>): Attempt => ({
      method: 'post',
      path: claim(),
      headers: { ...JSON_BODY, ...headers },
      body: { version: 1 },
    });
    await expectRefused(
      {
        'no-cors': write({ origin: ELSEWHERE, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }),
        'no origin': write({ 'sec-fetch-site': 'cross-site' }),
        'a null origin': write({ origin: 'null' }),
        'a sub-domain': write({ origin: `https://pages.${HERE}`, 'sec-fetch-site': 'same-site' }),
        'a sub-domain without an origin': write({ 'sec-fetch-site': 'same-site' }),
        'a name that begins as ours': write({ origin: `https://${HERE}.mechant.example` }),
        'another port': write({ origin: `https://${HERE}:8443` }),
      },
      [403],
    );
  });

  test('9 · toutes les écritures, celles d’une session aussi : sortir quelqu’un, changer, supprimer', async () => {
    const origin = { ...JSON_BODY, origin: ELSEWHERE };
    await expectRefused(
      {
        'sign out': { method: 'delete', path: '/api/session', headers: { origin: ELSEWHERE } },
        'sign in as somebody': {
          method: 'post',
          path: '/api/session',
          headers: origin,
          body: { email: world.cardio.gp.email, password: 'x' },
        },
        'a draft written': {
          method: 'put',
          path: `${home}/drafts/${randomUUID()}`,
          headers: origin,
          body: { step: 1, version: 0, content: {} },
        },
        'a draft removed': { method: 'delete', path: `${home}/drafts/${randomUUID()}`, headers: { origin: ELSEWHERE } },
        'a method nobody knows': { method: 'patch', path: claim(), headers: origin, body: {} },
      },
      [403],
    );
  });

  test('10 · une lecture qui changerait, un autre verbe dans un en-tête ou dans l’adresse : rien ne bouge', async () => {
    const override = { 'x-http-method-override': 'POST', 'x-method-override': 'POST', 'x-http-method': 'POST' };
    await expectRefused(
      {
        'GET of a write': { method: 'get', path: claim() },
        'GET with the method in a header': { method: 'get', path: claim(), headers: override },
        'GET with the method in the address': { method: 'get', path: `${claim()}?_method=POST&version=1` },
      },
      [404],
    );
    const embedded = ['image', 'script', 'iframe', 'embed'].map((dest) => [
      dest,
      {
        method: 'get',
        path: `${home}/desk/queue`,
        headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': dest },
      } satisfies Attempt,
    ]);
    await expectRefused(Object.fromEntries(embedded), [403]);
  });

  test('11 · la question préalable d’un navigateur n’ouvre rien : aucune origine n’est admise', async () => {
    const preflight = (method: string): Attempt => ({
      method: 'options',
      path: claim(),
      headers: {
        origin: ELSEWHERE,
        'access-control-request-method': method,
        'access-control-request-headers': 'content-type,idempotency-key',
      },
    });
    await expectRefused({ post: preflight('POST'), put: preflight('PUT'), delete: preflight('DELETE') }, [404]);
    const read = await attempt({ method: 'get', path: '/api/ess', headers: { origin: ELSEWHERE } });
    expect(Object.keys(read.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(read.headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  test('12 · une prise ouverte d’ailleurs, ou par l’autre transport : refusée ; la nôtre entend', async () => {
    const opened = async (extraHeaders: Record<string, string>, transport: 'websocket' | 'polling') => {
      const socket = io(world.url, {
        transports: [transport],
        extraHeaders: { cookie: secretary.cookie, host: HERE, ...extraHeaders },
        forceNew: true,
        reconnection: false,
      });
      const heard = await new Promise<string>((resolve) => {
        socket.once('connect', () => resolve('connected'));
        socket.once('connect_error', () => resolve('refused'));
      });
      socket.disconnect();
      return heard;
    };
    const own = { origin: `https://${HERE}`, 'sec-fetch-site': 'same-origin' };
    expect(await opened(own, 'websocket')).toBe('connected');
    expect([
      await opened({ origin: ELSEWHERE }, 'websocket'),
      await opened({ origin: 'null' }, 'websocket'),
      await opened({ origin: `https://pages.${HERE}` }, 'websocket'),
      await opened({ origin: `https://${HERE}:8443` }, 'websocket'),
      await opened({ 'sec-fetch-site': 'cross-site' }, 'websocket'),
      await opened(own, 'polling'),
      await opened({ origin: ELSEWHERE }, 'polling'),
    ]).toEqual(Array(7).fill('refused'));
  });

  test('la même écriture, partie de nos pages, passe : c’est bien l’origine qui est refusée plus haut', async () => {
    const ours = { ...JSON_BODY, origin: `https://${HERE}`, 'sec-fetch-site': 'same-origin' };
    const answer = await attempt({ method: 'post', path: claim(), headers: ours, body: { version: 1 } });
    expect(answer.status).toBe(200);
  });
});

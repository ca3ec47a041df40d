import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import supertest from 'supertest';
import { stepOf, totpAt } from '#accounts';
import { barHere } from '../support/bar.ts';
import { PASSWORD, recoveryCodeOf, type Person } from './support/territory.ts';
import { cookieOf, sessionCookieOf, visitor } from './support/visitor.ts';
import { waitFor } from './support/wait-for.ts';
import { openWorld, send, type World } from './support/world.ts';

const ACTS_WITHIN_MS = 1000;

describe('se connecter, et ce que la connexion ouvre', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.stop());

  const post = (path: string, body: object, cookie = '') =>
    supertest(world.url).post(path).set('cookie', cookie).send(body);
  const get = (path: string, cookie: string) => supertest(world.url).get(path).set('cookie', cookie);
  const withPassword = (person: Person, cookie = '') =>
    post('/api/session', { email: person.email, password: PASSWORD }, cookie).expect(200);
  const byRecovery = (person: Person, cookie: string) =>
    post('/api/session/factor/recovery', { code: recoveryCodeOf(person) }, cookie);
  const accountOf = async (person: Person): Promise<string> => {
    const [row] = await world.sql<{ id: string }>('select id from account where professional_id = $1', [person.id]);
    return row!.id;
  };

  test('le mot de passe seul n’ouvre rien, et le témoin change à chaque étape', async () => {
    const { gp, slug } = world.cardio;
    const first = await withPassword(gp);
    const pending = sessionCookieOf(first);
    expect(first.body).toMatchObject({
      stage: 'factor',
      session: null,
      factors: ['totp', 'recovery'],
      mayTrustDevice: true,
      displayName: gp.name,
    });
    for (const path of ['/api/session', '/api/me/devices', `/api/e/${slug}/context`, `/api/e/${slug}/requests`]) {
      const closed = await get(path, pending);
      expect([path, closed.status, closed.body.code]).toEqual([path, 401, 'session.factor-required']);
    }
    expect((await get('/api/session/stage', pending)).body.stage).toBe('factor');
    await expect(visitor(world.url, pending).socket()).rejects.toThrow();

    const opened = await byRecovery(gp, pending).expect(200);
    expect(opened.body).toMatchObject({ stage: 'open', session: { kind: 'professional', method: 'password' } });
    const cookie = sessionCookieOf(opened);
    await get('/api/session', pending).expect(401);
    await get('/api/session', cookie).expect(200);

    const again = await byRecovery(gp, cookie).expect(200);
    await get('/api/session', cookie).expect(401);
    const anew = await withPassword(gp, sessionCookieOf(again));
    await get('/api/session', sessionCookieOf(again)).expect(401);
    expect(sessionCookieOf(anew)).not.toBe(sessionCookieOf(again));
  });

  test('un témoin choisi d’avance par un autre n’est jamais celui de la session', async () => {
    const planted = 'guichet_session=cG9zZS1wYXItdW4tYXV0cmUtYXZhbnQtbGEtY29ubmV4aW9u';
    const first = await withPassword(world.cardio.colleague, planted);
    const opened = await byRecovery(world.cardio.colleague, sessionCookieOf(first)).expect(200);
    expect(sessionCookieOf(first)).not.toBe(planted);
    await get('/api/session', planted).expect(401);
    for (const line of [...(opened.headers['set-cookie'] ?? [])]) {
      expect(line).toMatch(/HttpOnly/);
      expect(line).toMatch(/SameSite=Lax/);
    }
    expect(cookieOf(opened, 'guichet_device')).toMatch(/^guichet_device=.{40,}/);
  });

  test('un appareil de confiance épargne le code au demandeur, jamais au secrétariat', async () => {
    for (const [person, stage] of [
      [world.nephro.gp, 'open'],
      [world.nephro.secretary, 'factor'],
    ] as const) {
      const pending = sessionCookieOf(await withPassword(person));
      const code = totpAt(person.totpSecret, stepOf(new Date()));
      const opened = await post('/api/session/factor/totp', { code, trustDevice: true }, pending).expect(200);
      const device = cookieOf(opened, 'guichet_device');
      expect([person.email, (await withPassword(person, device)).body.stage]).toEqual([person.email, stage]);
      const devices = (await get('/api/me/devices', sessionCookieOf(opened)).expect(200)).body;
      expect(devices).toHaveLength(1);
      expect(devices[0].trustedUntil === null).toBe(stage === 'factor');
    }
  });

  test('un acte grave redemande le second facteur au bout de cinq minutes', async () => {
    const { specialist } = world.cardio;
    const { cookie } = await world.as(specialist);
    await world.sql(`update session set factor_at = now() - interval '6 minutes' where account_id = $1`, [
      await accountOf(specialist),
    ]);
    const refused = await post('/api/me/recovery-codes', {}, cookie);
    expect([refused.status, refused.body.code]).toEqual([403, 'session.step-up-required']);
    const renewed = sessionCookieOf(await byRecovery(specialist, cookie).expect(200));
    const codes = await post('/api/me/recovery-codes', {}, renewed).expect(200);
    expect(codes.body.recoveryCodes).toHaveLength(10);
    const before = await byRecovery(specialist, renewed);
    expect([before.status, before.body.code]).toEqual([401, 'session.bad-code']);
    const [code] = codes.body.recoveryCodes;
    await post('/api/session/factor/recovery', { code }, renewed).expect(200);
    const told = await world.sql<{ action: string }>(
      `select distinct action from audit where actor_id = $1 and action ~ '^(session|factor)' order by action`,
      [specialist.id],
    );
    expect(told.map(({ action }) => action)).toEqual(['factor.added', 'session.opened', 'session.step-up']);
    const [{ count } = { count: 0 }] = await world.sql<{ count: number }>(
      `select count(*)::int as count from sign_in_attempt where kind = 'factor' and email = $1`,
      [specialist.email],
    );
    expect(count).toBe(1);
  });

  test('un compte sans second facteur l’installe avant d’entrer', async () => {
    const { mobileNurse } = world.nephro;
    const account = await accountOf(mobileNurse);
    await world.sql('delete from factor where account_id = $1', [account]);
    await world.sql('delete from recovery_code where account_id = $1', [account]);
    const first = await withPassword(mobileNurse);
    expect(first.body).toMatchObject({ stage: 'enrol', factors: [] });
    const pending = sessionCookieOf(first);
    await get('/api/session', pending).expect(401);
    await post('/api/me/recovery-codes', {}, pending).expect(401);
    const begun = await post('/api/me/factors/totp', {}, pending).expect(200);
    const wrong = await post(`/api/me/factors/totp/${begun.body.id}/confirm`, { code: '000 000' }, pending);
    expect([wrong.status, wrong.body.code]).toEqual([422, 'factor.invalid']);
    const code = totpAt(begun.body.secret, stepOf(new Date()));
    const done = await post(`/api/me/factors/totp/${begun.body.id}/confirm`, { code }, pending).expect(200);
    expect(done.body.recoveryCodes).toHaveLength(10);
    await get('/api/session', pending).expect(401);
    const list = await get('/api/me/factors', sessionCookieOf(done)).expect(200);
    expect(list.body).toMatchObject({ factors: [{ kind: 'totp' }], recoveryCodesLeft: 10 });
  });

  test('une adresse connue et une inconnue reçoivent la même réponse, à la porte et au mot de passe oublié', async () => {
    const emails = [world.cardio.gp.email, 'personne@ailleurs.example'];
    const door = await Promise.all(emails.map((email) => post('/api/session', { email, password: 'faux' })));
    expect(door.map(({ status }) => status)).toEqual([401, 401]);
    expect({ ...door[0]?.body, traceId: '' }).toEqual({ ...door[1]?.body, traceId: '' });
    const forgot = await Promise.all(emails.map((email) => post('/api/session/forgot', { email })));
    expect(forgot.map(({ status, text }) => [status, text])).toEqual([
      [202, ''],
      [202, ''],
    ]);
    const account = await accountOf(world.cardio.gp);
    await waitFor('the link', async () => (await world.sql('select 1 from link where account_id = $1', [account]))[0]);
    expect(await world.sql('select 1 from link')).toHaveLength(1);
  });

  describe('les écrans ouverts', () => {
    /** As the services tell it, after the commit of the change. */
    const tellRights = (account: string) =>
      world.sql(`select pg_notify('guichet_bus', $1)`, [
        JSON.stringify([{ tenant: '', room: `account:${account}`, kind: 'rights.changed', id: account }]),
      ]);
    const soon = (what: string, look: () => Promise<unknown>) => waitFor(what, look, barHere(ACTS_WITHIN_MS));

    test('suivent un changement de droit en moins d’une seconde, dans les deux sens', async () => {
      const { cardio } = world;
      const witness = await (await world.as(cardio.secretary)).socket();
      const leaving = await (await world.as(cardio.secondSecretary)).socket();
      const arriving = await (await world.as(cardio.stranger)).socket();
      const gp = await world.as(cardio.gp);
      await world.sql(`update membership set ends_on = '2020-01-02' where professional_id = $1`, [
        cardio.secondSecretary.id,
      ]);
      await world.sql(
        `insert into membership (tenant_id, id, professional_id, role, starts_on)
         values ($1, gen_random_uuid(), $2, 'secretary', '2020-01-01')`,
        [cardio.id, cardio.stranger.id],
      );
      await tellRights(await accountOf(cardio.secondSecretary));
      await tellRights(await accountOf(cardio.stranger));
      await soon('the rights are told', async () => leaving.rightsToldAt && arriving.rightsToldAt);
      const { id } = await send(gp, cardio);
      await witness.heard('request.received', id);
      await arriving.heard('request.received', id);
      expect(leaving.signals.filter((signal) => signal.id === id)).toEqual([]);
      for (const one of [witness, leaving, arriving]) one.close();
    });

    test('sont coupés en moins d’une seconde quand le compte est désactivé, et rien ne s’ouvre plus', async () => {
      const { medicalLead, slug } = world.cardio;
      const session = await world.as(medicalLead);
      const [one, two] = [await session.socket(), await session.socket()];
      const account = await accountOf(medicalLead);
      await world.sql('update account set disabled_at = now() where id = $1', [account]);
      await tellRights(account);
      await soon('the sockets are cut', async () => one.cutAt && two.cutAt);
      await session.get(`/api/e/${slug}/context`).expect(401);
      await expect(session.socket()).rejects.toThrow();
      const refused = await post('/api/session', { email: medicalLead.email, password: PASSWORD });
      expect([refused.status, refused.body.code]).toEqual([401, 'session.bad-credentials']);
    });

    test('d’une même session sont cinquante au plus, et la place d’un écran fermé se reprend', async () => {
      const { cookie } = await world.as(world.cardio.colleague);
      const openOne = () =>
        new Promise<Socket | null>((resolve) => {
          const socket = io(world.url, {
            ...{ transports: ['websocket'], extraHeaders: { cookie }, forceNew: true, reconnection: false },
          });
          socket.once('connect', () => resolve(socket));
          socket.once('connect_error', () => resolve(null));
        });
      const opened = (await Promise.all(Array.from({ length: 60 }, openOne))).filter((one) => one !== null);
      expect(opened).toHaveLength(50);
      opened[0]?.close();
      opened.push(await waitFor('a place', openOne));
      for (const socket of opened) socket.close();
    });

    test('d’un appareil retiré de la liste sont coupés, ceux d’ici restent', async () => {
      const { caseManager } = world.cardio;
      const [here, there] = [await world.as(caseManager), await world.as(caseManager)];
      const [mine, theirs] = [await here.socket(), await there.socket()];
      const devices = (await here.get('/api/me/devices').expect(200)).body as { id: string; current: boolean }[];
      const other = devices.filter(({ current }) => !current);
      expect(other).toHaveLength(1);
      await here.delete(`/api/me/devices/${other[0]!.id}`).expect(204);
      await soon('the other is cut', async () => theirs.cutAt);
      await there.get('/api/session').expect(401);
      await here.get('/api/session').expect(200);
      expect(mine.cutAt).toBeNull();
      mine.close();
    });
  });
});

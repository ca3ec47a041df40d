import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { interleave } from './support/interleave.ts';
import type { Person } from './support/territory.ts';
import { openWorld, send, type World } from './support/world.ts';

/** Everything a stranger may ask for: any other route refuses him. */
const PUBLIC_ROUTES = [
  'DELETE /api/session',
  'GET /api/communes',
  'GET /api/demonstration/accounts',
  'GET /api/demonstration/mails',
  'GET /api/ess',
  'GET /health',
  'GET /ready',
  'POST /api/session',
  'POST /api/session/unlock',
];

/** Of one's own session, whatever the team. */
const SIGNED_IN_ROUTES = ['GET /api/session', 'POST /api/session/lock'];

/** Open to every member of the team, whatever his role. */
const EVERY_MEMBER_ROUTES = ['GET /api/e/{ess}/context'];

/** Open to every role that cares for patients, the mobile nurse too: without a visit of hers she finds nothing. */
const FILE_ROUTES = [
  'GET /api/e/{ess}/attachments/{id}',
  'GET /api/e/{ess}/requests/{id}/attachments',
  'POST /api/e/{ess}/requests/{id}/attachments',
];

/** The road is the mobile nurse's: nobody of the desk nor of the requesters drives. */
const NURSE_ROUTES = [
  'GET /api/e/{ess}/mobile/today',
  'POST /api/e/{ess}/mobile/visits/{id}/done',
  'POST /api/e/{ess}/mobile/visits/{id}/not-done',
  'POST /api/e/{ess}/mobile/visits/{id}/status',
  'PUT /api/e/{ess}/mobile/visits/{id}/sheet',
];

/** « Mes demandes » are the requester's: even the desk has none. */
const REQUESTER_ONLY = ['GET /api/e/{ess}/requests'];

type Method = 'get' | 'post' | 'put' | 'delete';
interface Route {
  name: string;
  method: Method;
  path: string;
}

function routesOf(document: { paths: Record<string, Record<string, unknown>> }): Route[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method as Method,
      path,
    })),
  );
}

const committed = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'));
const routes = routesOf(committed);
const tenantRoutes = routes.filter((route) => route.path.startsWith('/api/e/'));

describe('les murs entre les équipes et devant chaque route', () => {
  let world: World;
  let requestId: string;
  beforeAll(async () => {
    world = await openWorld({ env: { DATABASE_POOL_SIZE: '3' } });
    requestId = (await send(await world.as(world.cardio.gp), world.cardio)).id;
  }, 60_000);
  afterAll(() => world.stop(), 30_000);

  const cookies = new Map<string, string>();
  const cookieOf = async (person: Person): Promise<string> => {
    const cookie = cookies.get(person.email) ?? (await world.as(person)).cookie;
    cookies.set(person.email, cookie);
    return cookie;
  };
  const ask = async (route: Route, person: Person | null, slug = world.cardio.slug) => {
    const path = route.path.replace('{ess}', slug).replace('{id}', requestId);
    const asked = supertest(world.url)[route.method](path);
    if (person) void asked.set('cookie', await cookieOf(person));
    return route.method === 'get' ? asked : asked.send({});
  };
  const statuses = async (asked: Route[], person: Person | null, slug?: string) => {
    const found: [string, number][] = [];
    for (const route of asked) found.push([route.name, (await ask(route, person, slug)).status]);
    return found;
  };
  const all = (asked: Route[], status: number) => asked.map((route) => [route.name, status]);

  test('le document servi est celui du dépôt, et chaque route est tenue par l’une des listes', async () => {
    const served = await supertest(world.url).get('/api/openapi.json').expect(200);
    expect(routesOf(served.body)).toEqual(routes);
    const listed = routes.filter((route) => !route.path.startsWith('/api/e/')).map((route) => route.name);
    expect(listed.sort()).toEqual([...PUBLIC_ROUTES, ...SIGNED_IN_ROUTES].sort());
    expect(tenantRoutes.length).toBeGreaterThan(15);
  });

  test('sans session, toute route qui n’est pas publique répond 401', async () => {
    const closed = routes.filter((route) => !PUBLIC_ROUTES.includes(route.name));
    expect(await statuses(closed, null)).toEqual(all(closed, 401));
    const forged = await supertest(world.url).get('/api/session').set('cookie', 'guichet_session=forged');
    expect(forged.status).toBe(401);
  }, 30_000);

  test('le membre d’une autre équipe trouve 404 partout, comme si rien n’existait', async () => {
    expect(await statuses(tenantRoutes, world.nephro.secretary)).toEqual(all(tenantRoutes, 404));
    expect(await statuses(tenantRoutes, world.nephro.gp)).toEqual(all(tenantRoutes, 404));
    const nowhere = await ask(tenantRoutes[0]!, world.cardio.secretary, 'aucune-equipe');
    const theirs = await ask(tenantRoutes[0]!, world.cardio.secretary, world.nephro.slug);
    expect({ ...nowhere.body, traceId: '' }).toEqual({ ...theirs.body, traceId: '' });
  }, 30_000);

  test('le mauvais rôle répond 403 dans sa propre équipe', async () => {
    const { cardio } = world;
    const open = [...EVERY_MEMBER_ROUTES, ...FILE_ROUTES, ...NURSE_ROUTES];
    const closed = tenantRoutes.filter((route) => !open.includes(route.name));
    expect(await statuses(closed, cardio.mobileNurse)).toEqual(all(closed, 403));
    const files = tenantRoutes.filter((route) => FILE_ROUTES.includes(route.name));
    expect(files).toHaveLength(FILE_ROUTES.length);
    // What is sent here is no file: the shape is refused before anything is looked for.
    expect(await statuses(files, cardio.mobileNurse)).toEqual(
      files.map((route) => [route.name, route.method === 'post' ? 400 : 404]),
    );
    const road = tenantRoutes.filter((route) => NURSE_ROUTES.includes(route.name));
    expect(road).toHaveLength(NURSE_ROUTES.length);
    expect(await statuses(road, cardio.gp)).toEqual(all(road, 403));
    expect(await statuses(road, cardio.secretary)).toEqual(all(road, 403));
    const desk = tenantRoutes.filter((route) => /desk|claim|release|acknowledge|confirm|reclass/.test(route.path));
    expect(desk).toHaveLength(6);
    expect(await statuses(desk, cardio.gp)).toEqual(all(desk, 403));
    const mine = tenantRoutes.filter((route) => REQUESTER_ONLY.includes(route.name));
    expect(await statuses(mine, cardio.secretary)).toEqual(all(mine, 403));
  }, 30_000);

  test('un demandeur d’une autre structure ne trouve pas la demande, ni pour la lire ni pour l’annuler', async () => {
    const { cardio } = world;
    const stranger = await world.as(cardio.stranger);
    await stranger.get(`/api/e/${cardio.slug}/requests/${requestId}`).expect(404);
    const cancel = { version: 1, reason: 'Elle ne me regarde pas' };
    await stranger.post(`/api/e/${cardio.slug}/requests/${requestId}/cancel`, cancel).expect(404);
    const rows = await world.sql<{ patient_id: string; state: string }>(
      'select patient_id, state from request where id = $1',
      [requestId],
    );
    expect(rows[0]?.state).not.toBe('cancelled');
    await stranger.post(`/api/e/${cardio.slug}/patients/${rows[0]?.patient_id}/identity`, {}).expect(404);
  });

  test('une action venue d’un autre site est refusée', async () => {
    const { cookie } = await world.as(world.cardio.secretary);
    const answer = await supertest(world.url)
      .post(`/api/e/${world.cardio.slug}/requests/${requestId}/claim`)
      .set('cookie', cookie)
      .set('origin', 'http://ailleurs.example')
      .send({ version: 1 });
    expect([answer.status, answer.body.code]).toEqual([403, 'origin.refused']);
  });

  test('deux équipes mêlées sur trois connexions : 500 lectures, aucune ne montre l’autre', async () => {
    const { asked, crossed } = await interleave(world, 500);
    expect(crossed).toEqual([]);
    expect(asked).toBe(500);
  }, 60_000);
});

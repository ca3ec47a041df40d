import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { MEMBER_ROLES, type MemberRole } from '#contracts/enums';
import { GATES, rowOf, type Gate } from './matrix/gates.ts';
import { NOBODY } from './matrix/least-body.ts';
import { holds, onePerRole } from './matrix/people.ts';
import { call, COMMITTED, routesOf, type Route } from './matrix/routes.ts';
import { settleTarget, type Target } from './matrix/target.ts';
import { interleave } from './support/interleave.ts';
import type { Person } from './support/territory.ts';
import { openWorld, type World } from './support/world.ts';

const routes = routesOf(COMMITTED);
const gateOf = (route: Route): Gate => GATES[route.name] ?? 'public';
const closed = routes.filter((route) => gateOf(route) !== 'public');
const ofTeam = routes.filter((route) => route.path.startsWith('/api/e/'));

/** Who looks, at what, and what came back: one line of the matrix that should not be. */
type Breach = [who: string, route: string, status: number, code: string, seen: string[]];

describe('les murs entre les équipes et devant chaque route', () => {
  let world: World;
  let ours: Target;
  let theirs: Target;
  let people: Map<MemberRole, Person>;
  beforeAll(async () => {
    world = await openWorld({ env: { DATABASE_POOL_SIZE: '3' } });
    ours = await settleTarget(world, world.cardio);
    theirs = await settleTarget(world, world.nephro);
    people = await onePerRole(world);
  });
  afterAll(() => world.stop());

  const cookies = new Map<string, string>();
  const cookieOf = async (person: Person): Promise<string> => {
    const cookie = cookies.get(person.email) ?? (await world.as(person)).cookie;
    cookies.set(person.email, cookie);
    return cookie;
  };

  /** Each route with the id of a real row of the target: the status is one of these, and no byte of it comes back. */
  const breaches = async (
    who: string,
    asked: Route[],
    cookie: string | null,
    statuses: (route: Route) => readonly number[],
    { team, target }: { team: typeof world.cardio; target: Target },
  ): Promise<Breach[]> => {
    const found: Breach[] = [];
    for (const route of asked) {
      const row = rowOf(route.path);
      const answer = await call(world.url, route, team, row ? target.rows[row] : NOBODY, cookie);
      const seen = target.words.filter((word) => answer.text.includes(word));
      if (!statuses(route).includes(answer.status) || seen.length > 0)
        found.push([who, route.name, answer.status, answer.code, seen]);
    }
    return found;
  };
  const always =
    (...statuses: number[]) =>
    () =>
      statuses;
  const nurseOfAnotherTour = async (): Promise<Person> => {
    const nurse = world.nephro.mobileNurse;
    await world.sql(
      `insert into membership (tenant_id, id, professional_id, role, starts_on) values ($1, $2, $3, 'mobile_nurse', '2020-01-01')`,
      [world.cardio.id, randomUUID(), nurse.id],
    );
    return nurse;
  };
  /** Everybody has just shown the second factor: what refuses is the right or the row, never its age. */
  const freshProofs = () => world.sql('update session set factor_at = now()');
  const cardio = () => ({ team: world.cardio, target: ours });

  test('le document servi est celui du dépôt, et chaque route dit ce qui se tient devant elle', async () => {
    const served = await supertest(world.url).get('/api/openapi.json').expect(200);
    expect(routesOf(served.body).map((route) => route.name)).toEqual(routes.map((route) => route.name));
    expect(routes.map((route) => route.name).sort()).toEqual(Object.keys(GATES).sort());
    const nameless = routes.filter((route) => route.path.replace('{ess}', '').includes('{') && !rowOf(route.path));
    expect(nameless.map((route) => route.name)).toEqual([]);
  });

  test('sans session, ou avec une session forgée : 401 partout, sauf sur la liste publique', async () => {
    expect(await breaches('nobody', closed, null, always(401), cardio())).toEqual([]);
    expect(await breaches('forged', closed, 'guichet_session=forged', always(401), cardio())).toEqual([]);
    const open = routes.filter((route) => gateOf(route) === 'public' && route.method === 'get');
    expect(await breaches('nobody', open, null, always(200, 401, 404), cardio())).toEqual([]);
  });

  test('une session arrêtée avant le second facteur n’ouvre que le second facteur', async () => {
    const { nephro } = world;
    const { cookie } = await world.as(nephro.gp);
    await world.sql(
      `update session set stage = 'factor' where account_id = (select id from account where professional_id = $1)`,
      [nephro.gp.id],
    );
    const beyond = closed.filter((route) => gateOf(route) !== 'stage');
    const seen = await breaches('half signed in', beyond, cookie, always(401), { team: nephro, target: theirs });
    expect(seen).toEqual([]);
  });

  test('le membre d’une autre équipe : 404 sur chaque route de celle-ci, comme si rien n’existait', async () => {
    const { nephro } = world;
    const found: Breach[] = [];
    for (const who of ['secretary', 'specialist', 'secondSecretary', 'mobileNurse'] as const)
      found.push(...(await breaches(who, ofTeam, await cookieOf(nephro[who]), always(404), cardio())));
    expect(found).toEqual([]);
    const cookie = await cookieOf(world.nephro.secretary);
    const [first] = ofTeam;
    const nowhere = await call(world.url, first!, { ...world.cardio, slug: 'aucune-equipe' }, NOBODY, cookie);
    const elsewhere = await call(world.url, first!, world.cardio, ours.rows.request, cookie);
    const timeless = (text: string) => text.replace(/"traceId":"[^"]*"/, '');
    expect([nowhere.status, timeless(nowhere.text)]).toEqual([elsewhere.status, timeless(elsewhere.text)]);
  });

  test('chaque rôle, sur chaque route que son rôle n’ouvre pas : 403, dans sa propre équipe', async () => {
    const found: Breach[] = [];
    let tried = 0;
    for (const role of MEMBER_ROLES) {
      const shut = ofTeam.filter((route) => !holds(role, gateOf(route)));
      found.push(...(await breaches(role, shut, await cookieOf(people.get(role)!), always(403), cardio())));
      tried += shut.length;
    }
    expect(found).toEqual([]);
    expect(tried).toBeGreaterThan(300);
  });

  test('ni l’administration de la plateforme ni l’espace d’un patient ne s’ouvrent à un professionnel', async () => {
    const special = closed.filter((route) => ['platform-admin', 'patient'].includes(gateOf(route)));
    const found: Breach[] = [];
    for (const role of MEMBER_ROLES)
      found.push(...(await breaches(role, special, await cookieOf(people.get(role)!), always(403, 404), cardio())));
    expect(found).toEqual([]);
  });

  test('le bon rôle sans raison : la ligne d’une autre équipe, sous l’adresse de la sienne, n’existe pas', async () => {
    const found: Breach[] = [];
    const rows = ofTeam.filter((route) => rowOf(route.path));
    for (const person of people.values()) await cookieOf(person);
    await freshProofs();
    for (const role of MEMBER_ROLES) {
      const mine = rows.filter((route) => holds(role, gateOf(route)));
      const foreign = { team: world.cardio, target: theirs };
      found.push(...(await breaches(role, mine, await cookieOf(people.get(role)!), withoutReason, foreign)));
    }
    expect(found).toEqual([]);
    const options = rows.find((route) => route.path.endsWith('/options'))!;
    const answers = [];
    for (const id of [theirs.rows.visit, NOBODY])
      answers.push(await call(world.url, options, world.cardio, id, await cookieOf(world.cardio.coordinator)));
    const timeless = answers.map(({ status, text }) => [status, text.replace(/"traceId":"[^"]*"/, '')]);
    expect(timeless[0]).toEqual(timeless[1]);
  });

  test('le facteur ou l’appareil d’un autre compte n’existe pas pour le mien', async () => {
    const own = closed.filter((route) => !ofTeam.includes(route) && rowOf(route.path));
    expect(own.length).toBeGreaterThan(1);
    const before = await world.sql(
      'select (select count(*) from factor) as factors, (select count(*) from device) as devices',
    );
    await freshProofs();
    const cookie = await cookieOf(world.cardio.gp);
    expect(await breaches('another account', own, cookie, withoutReason, cardio())).toEqual([]);
    expect(
      await world.sql('select (select count(*) from factor) as factors, (select count(*) from device) as devices'),
    ).toEqual(before);
  });

  test('le bon rôle sans raison : une demandeuse d’une autre structure, une infirmière d’une autre tournée', async () => {
    const found: Breach[] = [];
    const strangers: [MemberRole, Person][] = [
      ['requester', world.cardio.stranger],
      ['mobile_nurse', await nurseOfAnotherTour()],
    ];
    for (const [role, person] of strangers) {
      const mine = ofTeam.filter((route) => holds(role, gateOf(route)));
      const reached = mine.filter((route) => rowOf(route.path));
      const listed = mine.filter((route) => !rowOf(route.path));
      const cookie = await cookieOf(person);
      found.push(...(await breaches(role, reached, cookie, withoutReason, cardio())));
      found.push(...(await breaches(role, listed, cookie, always(200, 201, 400, 403, 404, 422), cardio())));
    }
    expect(found).toEqual([]);
  });

  test('le bon rôle sans raison : la demande close, le patient opposé au partage, qui n’y a pas pris part ne trouve plus rien', async () => {
    const { cardio: team } = world;
    const gp = await world.as(team.gp);
    const [row] = await world.sql<{ version: number }>('select version from request where id = $1', [
      ours.rows.request,
    ]);
    const received = { version: row!.version, kind: 'acknowledged', happened: 'home' };
    await gp.post(`/api/e/${team.slug}/reports/${ours.rows.report}/receptions`, received).expect(200);
    await world.sql(
      `insert into consent (tenant_id, id, patient_id, kind, mode, at, recorded_at)
       values ($1, gen_random_uuid(), $2, 'opposition', 'oral', now(), now())`,
      [team.id, ours.rows.patient],
    );
    const found: Breach[] = [];
    const files = ofTeam.filter((route) =>
      ['request', 'report', 'attachment', 'patient'].includes(rowOf(route.path) ?? ''),
    );
    for (const role of ['case_manager', 'locum', 'intern', 'medical_lead', 'coordinator'] as const) {
      const mine = files.filter((route) => holds(role, gateOf(route)));
      const cookie = await cookieOf(people.get(role)!);
      await freshProofs();
      found.push(...(await breaches(role, mine, cookie, withoutReason, cardio())));
    }
    expect(found).toEqual([]);
  });

  test('l’ancienne session d’un compte fermé : 401 partout, et plus rien à entendre', async () => {
    const { cardio: team } = world;
    const visitor = await world.as(team.secondSecretary);
    await visitor.get(`/api/e/${team.slug}/desk/queue`).expect(200);
    await world.sql('update account set disabled_at = now() where professional_id = $1', [team.secondSecretary.id]);
    expect(await breaches('disabled', closed, visitor.cookie, always(401), cardio())).toEqual([]);
    await expect(visitor.socket()).rejects.toThrow();
  });

  test('deux équipes mêlées sur trois connexions : 500 lectures, aucune ne montre l’autre', async () => {
    const { asked, crossed } = await interleave(world, 500);
    expect(crossed).toEqual([]);
    expect(asked).toBe(500);
  });
});

/** A draft is one's own: writing under an unknown id begins one, and removing none is nothing. */
const OTHERWISE: Record<string, readonly number[]> = {
  'PUT /api/e/{ess}/drafts/{id}': [200, 403, 404, 409, 422],
  'DELETE /api/e/{ess}/drafts/{id}': [204, 403, 404],
  // « Not of that day », as for an id that never was: told apart below.
  'GET /api/e/{ess}/mobile/visits/{id}/options': [422],
};
const withoutReason = (route: Route): readonly number[] => OTHERWISE[route.name] ?? [401, 403, 404];

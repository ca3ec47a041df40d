import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import supertest from 'supertest';
import { ACCOUNT_ROUTES, ACCOUNT_ROUTES_WITHOUT_BODY } from './fuzz/account-routes.ts';
import { faultOf } from './fuzz/attack.ts';
import { casesOf, HOSTILE_TEXTS, NOBODY, wireText } from './fuzz/bodies.ts';
import { WRITE_ROUTES } from './fuzz/schema.ts';
import { PASSWORD } from './support/territory.ts';
import { sessionCookieOf } from './support/visitor.ts';
import { openWorld, type World } from './support/world.ts';

const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);
const PER_ROUTE = 30;
/** Bodies that would not be written in a schema: what a browser's key answers is free, as far as JSON goes. */
const KEYS = [null, [], 'x', 7, {}, { id: {}, rawId: [], response: null }, { response: { clientDataJSON: 'x' } }];

/** The account's own routes, at the door, on the way in and inside: whatever is typed, nothing falls and nothing opens. */
describe('le compte, assailli d’après ses schémas', () => {
  let world: World;
  /** Nobody; after the password; open. */
  let cookies: string[];
  beforeAll(async () => {
    world = await openWorld({ worker: false });
    const { secretary } = world.cardio;
    const answer = await supertest(world.url)
      .post('/api/session')
      .send({ email: secretary.email, password: PASSWORD })
      .expect(200);
    cookies = ['', sessionCookieOf(answer), (await world.as(secretary)).cookie];
  });
  afterAll(() => world.stop());

  const call = async (route: string, cookie: string, body: string) => {
    const [method = '', address = ''] = route.split(' ');
    const asked = supertest(world.url)[method === 'DELETE' ? 'delete' : 'post'](address.replace('{id}', NOBODY));
    const answer = await asked
      .set('cookie', cookie)
      .set('content-type', 'application/json')
      .serialize((text) => text as unknown as string)
      .send(body);
    // Guesses are counted: here it is the bodies that are looked at.
    await world.sql('delete from sign_in_attempt');
    const fault = faultOf(answer);
    const opened = answer.headers['set-cookie'] ? 'a cookie was given' : null;
    return fault || opened ? [`${route}: ${fault ?? opened} ${answer.status}, sent ${body.slice(0, 200)}`] : [];
  };

  test('chacune de ses routes d’écriture est de la liste', () => {
    const own = [...WRITE_ROUTES.keys()].filter((route) => / \/api\/(me|session)\//.test(route));
    const listed = [...Object.keys(ACCOUNT_ROUTES), ...ACCOUNT_ROUTES_WITHOUT_BODY];
    expect(own.filter((route) => !/\/(lock|unlock)$/.test(route)).sort()).toEqual(listed.sort());
  });

  test('aucun corps ne la fait tomber ni n’ouvre de session', async () => {
    const faults: string[] = [];
    for (const [turn, [route, good]] of Object.entries(ACCOUNT_ROUTES).entries()) {
      const cases = fc.sample(casesOf(WRITE_ROUTES.get(route) ?? {}), { seed: SEED + turn, numRuns: PER_ROUTE });
      const bodies = [JSON.stringify(good), ...cases.map((one) => wireText(one, good))];
      for (const [rank, body] of bodies.entries()) {
        faults.push(...(await call(route, cookies[rank % cookies.length] ?? '', body)));
      }
    }
    for (const route of Object.keys(ACCOUNT_ROUTES).filter((one) => one.includes('webauthn'))) {
      for (const response of [...KEYS, ...HOSTILE_TEXTS.map((id) => ({ id, rawId: id, type: 'public-key' }))]) {
        for (const cookie of cookies) {
          faults.push(...(await call(route, cookie, JSON.stringify({ response, label: 'Clé' }))));
        }
      }
    }
    expect(faults).toEqual([]);
  });

  test('ce qui ne prend pas de corps n’en lit pas', async () => {
    const faults: string[] = [];
    // Signing the others out ends the session that waits: last.
    for (const route of ACCOUNT_ROUTES_WITHOUT_BODY.toSorted(
      (a, b) => Number(/others/.test(a)) - Number(/others/.test(b)),
    )) {
      for (const body of ['{}', '[]', '{"id":{"$gt":""}}', '{"accountId":"x"}']) {
        for (const cookie of cookies) faults.push(...(await call(route, cookie, body)));
      }
    }
    expect(faults).toEqual([]);
  });
});

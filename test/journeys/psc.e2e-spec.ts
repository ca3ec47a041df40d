import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MISDEEDS } from '../support/psc-misdeeds.ts';
import {
  exerciceAt,
  person,
  providerPlace,
  startTestProvider,
  type ProviderPlace,
  type TestProvider,
} from '../support/psc-provider.ts';
import type { Person } from './support/territory.ts';
import { openWorld, type World } from './support/world.ts';

const GP = '810000001916';
const COLLEAGUE = '810000001924';
const NURSE_BY_ADELI = '0441234567';
const NAMESAKE = '810000001932';
const PLACES = [exerciceAt('Cabinet du Port'), exerciceAt('EHPAD des Pins', 'S')];

/** Of any of the answers read here; what is absent is seen by the comparison. */
interface Body {
  code: string;
  message: string;
  url: string;
  redirect: string;
  resumed: boolean;
  exercices: unknown[];
  signIn: { session: { email: string; factorAt: string } };
}

/** A browser: it keeps what it is given, at the guichet and at the provider. */
class Browser {
  readonly jar = new Map<string, string>();
  readonly there = new Map<string, string>();
  given: string[] = [];

  constructor(private readonly url: string) {}

  async ask(method: string, path: string, body?: object): Promise<{ status: number; body: Body }> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    this.given = response.headers.getSetCookie();
    for (const line of this.given) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text.startsWith('{') ? text : '{}') as Body };
  }

  post = (path: string, body: object) => this.ask('POST', path, body);
  get = (path: string) => this.ask('GET', path);
}

describe('signing in with Pro Santé Connect', () => {
  let place: ProviderPlace;
  let world: World;
  let provider: TestProvider;
  let gp: Person;
  let colleague: Person;

  beforeAll(async () => {
    place = await providerPlace();
    world = await openWorld({ env: place.env, worker: false });
    ({ gp, colleague } = world.cardio);
    provider = await startTestProvider(
      world.url,
      [
        person(GP),
        person(COLLEAGUE, { exercices: PLACES }),
        person(NURSE_BY_ADELI),
        person(NAMESAKE, { givenName: 'Helene', familyName: 'Marchais' }),
      ],
      place,
    );
    for (const [who, subject] of [
      [gp, GP],
      [colleague, COLLEAGUE],
    ] as const)
      await world.sql('update professional set rpps = $2 where id = $1', [who.id, subject.slice(1)]);
  });
  afterAll(async () => {
    await provider.stop();
    await world.stop();
  });
  beforeEach(() => provider.misbehave({}));

  const browser = () => new Browser(world.url);
  const sessions = async () => Number((await world.sql<{ count: string }>('select count(*) from session'))[0]?.count);

  /** Out and back: what the page « /connexion/psc » would send. */
  async function away(who: Browser, subject: string | null, start: object = {}) {
    const { status, body } = await who.post('/api/psc/start', start);
    expect(status).toBe(200);
    return Object.fromEntries(await provider.visit(body.url, subject, who.there));
  }
  const enter = async (who: Browser, subject: string, start: object = {}) =>
    who.post('/api/psc/finish', await away(who, subject, start));

  test('is offered, and opens a session at once: no other factor is asked', async () => {
    const who = browser();
    expect((await who.get('/api/psc')).body).toEqual({ enabled: true, fictitious: true });
    const back = await away(who, GP, { suite: '/cardio-essai/demandes' });
    expect(who.given.join()).toMatch(/^guichet_psc=[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    const { status, body } = await who.post('/api/psc/finish', back);
    expect(status).toBe(200);
    expect(body).toMatchObject({ resumed: false, suite: '/cardio-essai/demandes', signIn: { stage: 'open' } });
    expect(body.signIn.session).toMatchObject({ email: gp.email, method: 'psc', kind: 'professional' });
    expect(Date.now() - new Date(body.signIn.session.factorAt).getTime()).toBeLessThan(60_000);
    expect(who.jar.has('guichet_psc')).toBe(false);
    expect((await who.get('/api/e/cardio-essai/requests?scope=mine&status=open')).status).toBe(200);
    const [line] = await world.sql<{ reason: string }>(
      `select reason from audit where action = 'session.opened' and actor_id = $1 order by at desc limit 1`,
      [gp.id],
    );
    expect(line?.reason).toBe('Pro Santé Connect');
  });

  test('the first time links the account; from then on the number of the professional is not looked at', async () => {
    await enter(browser(), GP);
    const [account] = await world.sql<{ psc_subject: string }>('select psc_subject from account where email = $1', [
      gp.email,
    ]);
    expect(account?.psc_subject).toBe(GP);
    await world.sql('update professional set rpps = null where id = $1', [gp.id]);
    expect((await enter(browser(), GP)).status).toBe(200);
    await world.sql('update professional set rpps = $2 where id = $1', [gp.id, GP.slice(1)]);
  });

  test('an ADELI opens the account that holds it, and finds nobody by itself', async () => {
    expect((await enter(browser(), NURSE_BY_ADELI)).body.code).toBe('psc.refused');
    const nurse = world.cardio.stranger;
    await world.sql('update account set psc_subject = $2 where email = $1', [nurse.email, NURSE_BY_ADELI]);
    expect((await enter(browser(), NURSE_BY_ADELI)).body.signIn.session.email).toBe(nurse.email);
  });

  test('who works in two places chooses one first, and is nobody until then', async () => {
    const who = browser();
    const { body } = await enter(who, COLLEAGUE);
    expect(body.signIn).toMatchObject({
      stage: 'exercice',
      session: null,
      exercices: [
        { index: 0, label: 'Médecin libéral, Cabinet du Port' },
        { index: 1, label: 'Médecin salarié, EHPAD des Pins' },
      ],
    });
    const before = who.jar.get('guichet_session');
    expect((await who.get('/api/session')).body.code).toBe('session.factor-required');
    expect((await who.get('/api/e/cardio-essai/context')).body.code).toBe('session.factor-required');
    expect((await who.get('/api/session/stage')).body.exercices).toHaveLength(2);
    expect((await who.post('/api/psc/exercice', { index: 2 })).status).toBe(400);
    expect((await who.post('/api/psc/exercice', { index: -1 })).status).toBe(400);
    const opened = await who.post('/api/psc/exercice', { index: 1 });
    expect(opened.body).toMatchObject({ stage: 'open', session: { email: colleague.email, method: 'psc' } });
    expect(who.jar.get('guichet_session')).not.toBe(before);
    expect((await who.get('/api/session')).status).toBe(200);
    const late = browser();
    late.jar.set('guichet_session', before ?? '');
    expect((await late.post('/api/psc/exercice', { index: 0 })).status).toBe(401);
    expect((await who.post('/api/psc/exercice', { index: 0 })).status).toBe(401);
  });

  test('keeps what it must of Pro Santé Connect sealed, and writes none of it', async () => {
    const who = browser();
    const back = await away(who, GP);
    await who.post('/api/psc/finish', back);
    const token = provider.tokens.at(-1) ?? '';
    const rows = await world.sql<{ row: string }>('select s::text as row from session s');
    const hex = Buffer.from(token.slice(0, 40)).toString('hex');
    expect(rows.filter(({ row }) => row.includes(hex) || row.includes(token.slice(0, 40)))).toEqual([]);
    for (const secret of [token, back['code'] ?? '', back['state'] ?? '', 'secret of the tests', GP])
      expect(world.logs()).not.toContain(secret);
  });

  describe('a provider that answers wrongly', () => {
    test.each(MISDEEDS)('%s: refused', async (_what, misdeed) => {
      const who = browser();
      const before = await sessions();
      provider.misbehave(misdeed);
      const { status, body } = await enter(who, GP);
      expect([status, body.code]).toEqual([401, 'psc.refused']);
      expect(body.message).toMatch(/^La connexion avec Pro Santé Connect n’a pas abouti\./);
      expect(who.jar.has('guichet_session')).toBe(false);
      expect(await sessions()).toBe(before);
    });

    test('the token of an earlier sign-in: refused', async () => {
      await enter(browser(), GP);
      const replayed = provider.tokens.at(-1) ?? '';
      provider.misbehave({ rawToken: () => replayed });
      expect((await enter(browser(), GP)).body.code).toBe('psc.refused');
    });
  });

  describe('a browser that comes back wrongly', () => {
    test('with another state, or none: refused', async () => {
      const who = browser();
      const back = await away(who, GP);
      expect((await who.post('/api/psc/finish', { ...back, state: 'another' })).body.code).toBe('psc.refused');
      const { state: _gone, ...without } = await away(who, GP);
      expect((await who.post('/api/psc/finish', without)).status).toBe(400);
    });

    test('with the code of another browser, or in another browser: refused', async () => {
      const [victim, attacker] = [browser(), browser()];
      const planted = await away(attacker, GP);
      await away(victim, COLLEAGUE);
      expect((await victim.post('/api/psc/finish', planted)).body.code).toBe('psc.refused');
      expect((await browser().post('/api/psc/finish', await away(browser(), GP))).body.code).toBe('psc.refused');
    });

    test('with a code inside the round of somebody else: refused', async () => {
      const [mine, other] = [browser(), browser()];
      const own = await away(mine, GP);
      const stolen = await away(other, COLLEAGUE);
      const mixed = { ...own, code: stolen['code'] };
      expect((await mine.post('/api/psc/finish', mixed)).body.code).toBe('psc.refused');
    });

    test('twice with the same code, even with its cookie kept: refused', async () => {
      const who = browser();
      const back = await away(who, GP);
      const cookie = who.jar.get('guichet_psc') ?? '';
      expect((await who.post('/api/psc/finish', back)).status).toBe(200);
      const before = await sessions();
      expect((await who.post('/api/psc/finish', back)).body.code).toBe('psc.refused');
      const thief = browser();
      thief.jar.set('guichet_psc', cookie);
      expect((await thief.post('/api/psc/finish', back)).body.code).toBe('psc.refused');
      expect(await sessions()).toBe(before);
    });

    test('twice at once: one session', async () => {
      const who = browser();
      const back = await away(who, GP);
      const [left, right] = [browser(), browser()];
      for (const one of [left, right]) one.jar.set('guichet_psc', who.jar.get('guichet_psc') ?? '');
      const answers = await Promise.all([left, right].map((one) => one.post('/api/psc/finish', back)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    });

    test('with an altered cookie: refused', async () => {
      const who = browser();
      const back = await away(who, GP);
      who.jar.set('guichet_psc', `${(who.jar.get('guichet_psc') ?? '').slice(0, -4)}AAAA`);
      expect((await who.post('/api/psc/finish', back)).body.code).toBe('psc.refused');
    });

    test('from the page of another site: refused', async () => {
      const response = await fetch(`${world.url}/api/psc/start`, {
        method: 'POST',
        headers: { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
        body: '{}',
      });
      expect(response.status).toBe(403);
    });

    test('without identifying himself: the provider says so, and no code exists', async () => {
      const back = await away(browser(), null);
      expect(back).toMatchObject({ error: 'access_denied' });
      expect(back).not.toHaveProperty('code');
    });

    test.each(['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)'])(
      'the way back « %s » is refused',
      async (suite) => expect((await browser().post('/api/psc/start', { suite })).status).toBe(400),
    );
  });

  test('a page that is looked at uses nothing: the code still serves its browser', async () => {
    const who = browser();
    const back = await away(who, GP);
    const before = await sessions();
    for (let look = 0; look < 3; look += 1)
      expect((await who.get(`/connexion/psc?${new URLSearchParams(back)}`)).status).toBe(200);
    expect(await sessions()).toBe(before);
    expect((await who.post('/api/psc/finish', back)).status).toBe(200);
  });

  test('a name is not who one is: the same name under another number stays outside', async () => {
    const { status, body } = await enter(browser(), NAMESAKE);
    expect([status, body.code]).toEqual([401, 'psc.refused']);
    expect(body.message).toMatch(/aucun compte d’ici ne porte votre numéro RPPS/);
    provider.misbehave({ userinfo: (claims) => ({ ...claims, email: gp.email, preferred_username: GP }) });
    expect((await enter(browser(), NAMESAKE)).body.code).toBe('psc.refused');
  });

  test('whom Pro Santé Connect remembers may come back as somebody else', async () => {
    const who = browser();
    expect((await enter(who, NAMESAKE)).body.code).toBe('psc.refused');
    // Remembered there: nobody is asked anything.
    expect((await enter(who, GP)).body.code).toBe('psc.refused');
    expect((await enter(who, GP, { autre: true })).status).toBe(200);
  });

  test('a disabled account stays shut, and its number opens no other', async () => {
    const who = world.nephro.gp;
    await world.sql('update professional set rpps = $2 where id = $1', [who.id, NAMESAKE.slice(1)]);
    expect((await enter(browser(), NAMESAKE)).status).toBe(200);
    await world.sql('update account set disabled_at = now() where email = $1', [who.email]);
    expect((await enter(browser(), NAMESAKE)).body.code).toBe('psc.refused');
    await world.sql('update professional set rpps = null where id = $1', [who.id]);
    await world.sql('update professional set rpps = $2 where id = $1', [world.nephro.colleague.id, NAMESAKE.slice(1)]);
    expect((await enter(browser(), NAMESAKE)).body.code).toBe('psc.refused');
  });

  test('the session a browser had before is over: none is carried in', async () => {
    const who = browser();
    await enter(who, GP);
    const before = who.jar.get('guichet_session') ?? '';
    await enter(who, GP);
    const old = browser();
    old.jar.set('guichet_session', before);
    expect((await old.get('/api/session')).status).toBe(401);
    expect((await who.get('/api/session')).status).toBe(200);
  });

  describe('a session that asks again who is there', () => {
    const tokenOf = (who: Browser) => who.jar.get('guichet_session') ?? '';
    const resume = async (who: Browser, subject: string) => enter(who, subject, { reprise: true });

    test('goes on under another token, proved now, by the same person', async () => {
      const who = browser();
      await enter(who, GP);
      await world.sql(`update session set factor_at = now() - interval '1 hour'`);
      const before = tokenOf(who);
      const { body } = await resume(who, GP);
      expect(body).toMatchObject({ resumed: true, signIn: { stage: 'open', session: { email: gp.email } } });
      expect(Date.now() - new Date(body.signIn.session.factorAt).getTime()).toBeLessThan(60_000);
      expect(tokenOf(who)).not.toBe(before);
      const old = browser();
      old.jar.set('guichet_session', before);
      expect((await old.get('/api/session')).status).toBe(401);
    });

    test('opens when it was locked', async () => {
      const who = browser();
      await enter(who, GP);
      expect((await who.post('/api/session/lock', {})).status).toBe(204);
      expect((await who.get('/api/session')).body.code).toBe('session.locked');
      expect((await resume(who, GP)).body.resumed).toBe(true);
      expect((await who.get('/api/session')).status).toBe(200);
    });

    test('asks the provider for a new proof, and believes no old one', async () => {
      const who = browser();
      await enter(who, GP);
      const { body } = await who.post('/api/psc/start', { reprise: true });
      expect(new URL(body.url).searchParams.get('prompt')).toBe('login');
      provider.misbehave({ token: (claims) => ({ ...claims, auth_time: Number(claims['iat']) - 3600 }) });
      expect((await resume(who, GP)).body.message).toMatch(/n’a pas redemandé qui vous êtes/);
      provider.misbehave({ token: ({ auth_time: _gone, ...claims }) => claims });
      expect((await resume(who, GP)).body.code).toBe('psc.refused');
    });

    test('opens to nobody else, and to no other session', async () => {
      const who = browser();
      await enter(who, GP);
      const before = tokenOf(who);
      const { status, body } = await resume(who, COLLEAGUE);
      expect([status, body.code]).toEqual([401, 'psc.refused']);
      expect(body.message).toMatch(/une autre personne/);
      expect(tokenOf(who)).toBe(before);
      const back = await away(who, GP, { reprise: true });
      const other = browser();
      await enter(other, GP);
      other.jar.set('guichet_psc', who.jar.get('guichet_psc') ?? '');
      expect((await other.post('/api/psc/finish', back)).body.code).toBe('psc.refused');
      expect((await browser().post('/api/psc/start', { reprise: true })).body.code).toBe('session.required');
    });
  });

  test('signing out ends the session here, and says where to end it there', async () => {
    const who = browser();
    await enter(who, GP);
    const { status, body } = await who.ask('DELETE', '/api/session');
    expect(status).toBe(200);
    expect((await who.get('/api/session')).status).toBe(401);
    const url = new URL(body.redirect);
    expect(url.pathname).toMatch(/\/protocol\/openid-connect\/logout$/);
    expect(url.searchParams.get('id_token_hint')).toBe(provider.tokens.at(-1));
    const page = await provider.browse(body.redirect, who.there);
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? [];
    const [, action = ''] = /action="([^"]+)"/.exec(page.text) ?? [];
    const left = await provider.browse(action, who.there, new URLSearchParams({ xsrf, logout: 'yes' }));
    expect(left.url.href).toBe(`${world.url}/connexion`);
  });

  test('a session opened with a password ends here alone', async () => {
    const visitor = await world.as(gp);
    const who = browser();
    const [name = '', value = ''] = visitor.cookie.split('=');
    who.jar.set(name, value);
    expect((await who.ask('DELETE', '/api/session')).body).toEqual({ redirect: null });
  });
});

describe('a deployment without Pro Santé Connect', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ worker: false });
  });
  afterAll(() => world.stop());

  test('offers none of it', async () => {
    const who = new Browser(world.url);
    expect((await who.get('/api/psc')).body).toEqual({ enabled: false, fictitious: false });
    expect((await who.post('/api/psc/start', {})).status).toBe(404);
    expect((await who.post('/api/psc/finish', { code: 'a', state: 'b' })).status).toBe(404);
  });
});

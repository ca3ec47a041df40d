import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pscOf } from '../../platform/psc-config.ts';
import { MISDEEDS } from '../../../test/support/psc-misdeeds.ts';
import { person, startTestProvider, type TestProvider } from '../../../test/support/psc-provider.ts';
import { readClaims } from './claims.ts';
import { PscClient, type RoundSecrets } from './psc-client.ts';

const HOME = 'http://guichet.example';
const SUBJECT = '810000001916';

describe('the conversation with Pro Santé Connect', () => {
  let provider: TestProvider;
  let client: PscClient;
  const newClient = (more: NodeJS.ProcessEnv = {}): PscClient => {
    const config = pscOf({ ...provider.env, ...more }, false);
    if (!config) throw new Error('no provider');
    return new PscClient(config, `${HOME}/connexion/psc`, () => new Date());
  };
  beforeAll(async () => {
    provider = await startTestProvider(HOME, [person(SUBJECT)]);
  });
  afterAll(() => provider.stop());
  beforeEach(() => {
    provider.misbehave({});
    client = newClient();
  });

  /** Out and back, until the page that holds the code. */
  const round = async (fresh = false, jar?: Map<string, string>) => {
    const secrets = client.newSecrets();
    const back = await provider.visit(await client.authorizationUrl(secrets, fresh), SUBJECT, jar);
    const answer = { code: back.get('code') ?? '', state: back.get('state') ?? '', iss: back.get('iss') ?? undefined };
    return { secrets, answer };
  };
  const outcome = (
    answer: { code: string; state: string; iss?: string },
    secrets: RoundSecrets,
    since: number | null = null,
  ) =>
    client
      .exchange(answer, secrets, since)
      .then(({ userinfo }) => readClaims(userinfo).subject)
      .catch((error: { code?: string }) => error.code ?? String(error));

  test('asks for the level, a code, and the proof that it comes back to who asked', async () => {
    const secrets = client.newSecrets();
    const url = new URL(await client.authorizationUrl(secrets, false));
    expect(url.href).toMatch(/\/auth\/realms\/esante-wallet\/protocol\/openid-connect\/auth\?/);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      acr_values: 'eidas1',
      scope: 'openid scope_all',
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge_method: 'S256',
      redirect_uri: `${HOME}/connexion/psc`,
    });
    expect(url.href).not.toContain(secrets.verifier);
    expect(url.href).not.toContain('secret of the tests');
    expect(url.searchParams.has('prompt')).toBe(false);
  });

  test('ends with who the person is; a token without a level reads as the level asked', async () => {
    const first = await round();
    expect(await outcome(first.answer, first.secrets)).toBe(SUBJECT);
    provider.misbehave({ token: ({ acr: _gone, ...claims }) => claims });
    const second = await round();
    expect(await outcome(second.answer, second.secrets)).toBe(SUBJECT);
  });

  test.each(MISDEEDS)('refuses %s', async (_what, misdeed) => {
    provider.misbehave(misdeed);
    const { answer, secrets } = await round();
    expect(await outcome(answer, secrets)).toBe('psc.refused');
  });

  test('refuses the token of an earlier round', async () => {
    const earlier = await round();
    expect(await outcome(earlier.answer, earlier.secrets)).toBe(SUBJECT);
    const replayed = provider.tokens.at(-1) ?? '';
    provider.misbehave({ rawToken: () => replayed });
    const later = await round();
    expect(await outcome(later.answer, later.secrets)).toBe('psc.refused');
  });

  test('refuses a code twice, another state, another verifier, the answer of another issuer', async () => {
    const { answer, secrets } = await round();
    expect(await outcome({ ...answer, state: 'another' }, secrets)).toBe('psc.refused');
    expect(await outcome({ ...answer, iss: 'https://elsewhere.example' }, secrets)).toBe('psc.refused');
    expect(await outcome({ code: answer.code, state: answer.state }, secrets)).toBe('psc.refused');
    expect(await outcome(answer, secrets)).toBe(SUBJECT);
    expect(await outcome(answer, secrets)).toBe('psc.refused');
    const other = await round();
    expect(await outcome(other.answer, { ...other.secrets, verifier: client.newSecrets().verifier })).toBe(
      'psc.refused',
    );
  });

  test('a fresh proof is asked again of who is known there, and an old one is refused', async () => {
    const jar = new Map<string, string>();
    await round(false, jar);
    const url = new URL(await client.authorizationUrl(client.newSecrets(), true));
    expect(url.searchParams.get('prompt')).toBe('login');
    expect((await provider.browse(url.href, jar)).text).toContain('Qui êtes-vous');
    const { answer, secrets } = await round(true, jar);
    expect(await outcome(answer, secrets, Date.now())).toBe(SUBJECT);
    const old = await round(true, jar);
    expect(await outcome(old.answer, old.secrets, Date.now() + 3_600_000)).toBe('psc.refused');
    const silent = await round(false, jar);
    expect(await outcome(silent.answer, silent.secrets, Date.now())).toBe('psc.refused');
  });

  test.each([
    ['another issuer than its address', { issuer: 'https://elsewhere.example' }],
    ['an address in the clear to send people to', { authorization_endpoint: 'http://elsewhere.example/auth' }],
    ['a script to send people to', { authorization_endpoint: 'javascript:alert(1)' }],
    ['a way out in the clear', { end_session_endpoint: 'http://elsewhere.example/logout' }],
  ])('a provider that announces %s is refused', async (_what, change) => {
    provider.misbehave({ discovery: (document) => ({ ...document, ...change }) });
    await expect(newClient().authorizationUrl(client.newSecrets(), false)).rejects.toMatchObject({
      code: 'psc.refused',
    });
  });

  test('the code and the secret are never sent inside the network, whatever the provider announces', async () => {
    let calls = 0;
    const inside = createServer((_request, response) => {
      calls += 1;
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(inside, 'listening');
    const address = inside.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    for (const name of ['token_endpoint', 'userinfo_endpoint', 'jwks_uri']) {
      provider.misbehave({ discovery: (document) => ({ ...document, [name]: `http://127.0.0.1:${port}/x` }) });
      client = newClient();
      const { answer, secrets } = await round();
      expect(await outcome(answer, secrets)).toBe('psc.refused');
    }
    inside.close();
    expect(calls).toBe(0);
  });

  test('a provider that is away is said so', async () => {
    const discovery = (provider.env['PSC_DISCOVERY_URL'] ?? '').replace(/:\d+/, ':9');
    const away = newClient({ PSC_DISCOVERY_URL: discovery });
    await expect(away.authorizationUrl(client.newSecrets(), false)).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('signing out ends the session there too', async () => {
    const jar = new Map<string, string>();
    const { answer, secrets } = await round(false, jar);
    const { idToken } = await client.exchange(answer, secrets, null);
    const url = await client.endSessionUrl(idToken, `${HOME}/connexion`);
    const page = await provider.browse(url ?? '', jar);
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? [];
    const [, action = ''] = /action="([^"]+)"/.exec(page.text) ?? [];
    const back = await provider.browse(action, jar, new URLSearchParams({ xsrf, logout: 'yes' }));
    expect(back.url.href).toBe(`${HOME}/connexion`);
    const again = await client.authorizationUrl(client.newSecrets(), false);
    expect((await provider.browse(again, jar)).text).toContain('Qui êtes-vous');
  });
});

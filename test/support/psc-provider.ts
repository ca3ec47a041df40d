import { createPrivateKey, sign, type JsonWebKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSigningKey } from '../../apps/cli/start/psc/keys.ts';
import type { FictitiousPerson } from '../../apps/cli/start/psc/people.ts';
import { DISCOVERY_PATH, openProvider } from '../../apps/cli/start/psc/provider.ts';
import { findFreePort } from '../../apps/cli/start/free-port.ts';

type Claims = Record<string, unknown>;

/** What the provider does wrong, from now on and until it is changed again. */
export interface Misdeed {
  /** Claims of the token, signed again by the key of the house. */
  token?: (claims: Claims) => Claims;
  /** The whole token, as it is. */
  rawToken?: (token: string, claims: Claims) => string;
  userinfo?: (claims: Claims) => Claims;
  /** Addresses of the discovery document. */
  discovery?: (document: Claims) => Claims;
}

export interface TestProvider {
  origin: string;
  /** For the api that must speak to it. */
  env: Record<string, string>;
  misbehave(misdeed: Misdeed): void;
  /** Tokens given so far, the last at the end. */
  tokens: string[];
  /**
   * What a browser does between « S’identifier » and the page it comes back to.
   * @returns the parameters of the page it lands on.
   */
  visit(url: string, subject: string | null, jar?: Map<string, string>): Promise<URLSearchParams>;
  /** Follows an address as a browser with that jar; @returns where it ends, and what is there. */
  browse(url: string, jar: Map<string, string>, form?: URLSearchParams): Promise<{ url: URL; text: string }>;
  stop(): Promise<void>;
}

export function person(subject: string, more: Partial<FictitiousPerson> = {}): FictitiousPerson {
  return { subject, givenName: 'Essai', familyName: 'Fictif', note: '', exercices: [], ...more };
}

export function exerciceAt(place: string, codeModeExercice = 'L'): FictitiousPerson['exercices'][number] {
  return {
    codeProfession: '10',
    codeCategorieProfessionnelle: 'C',
    codeTypeSavoirFaire: 'S',
    codeSavoirFaire: 'SM54',
    codeCiviliteDexercice: 'DR',
    nomDexercice: 'Fictif',
    prenomDexercice: 'Essai',
    activities: [{ codeModeExercice, codeSecteurDactivite: 'SA07', raisonSocialeSite: place }],
  };
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signed token (RS256), with any key. */
export function signToken(claims: Claims, key: JsonWebKey, header: Claims = {}): string {
  const body = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'demonstration', ...header })}.${encode(claims)}`;
  return `${body}.${sign('sha256', Buffer.from(body), createPrivateKey({ key, format: 'jwk' })).toString('base64url')}`;
}

export const claimsOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));

/** Where a provider will be: an api may be told of it before it is there. */
export interface ProviderPlace {
  port: number;
  folder: string;
  /** For the api that must speak to it. */
  env: Record<string, string>;
}

const CLIENT = { id: 'guichet-essai', secret: 'secret of the tests' };

export async function providerPlace(): Promise<ProviderPlace> {
  const port = await findFreePort();
  const folder = mkdtempSync(join(tmpdir(), 'guichet-psc-'));
  const secretFile = join(folder, 'secret');
  writeFileSync(secretFile, `${CLIENT.secret}\n`, { mode: 0o600 });
  const env = {
    PSC_DISCOVERY_URL: `http://127.0.0.1:${port}${DISCOVERY_PATH}`,
    PSC_CLIENT_ID: CLIENT.id,
    PSC_CLIENT_SECRET_FILE: secretFile,
    PSC_LOCAL_PROVIDER: '1',
  };
  return { port, folder, env };
}

/** The provider of the demonstration, which can be told to answer wrongly. `publicUrl`: of the guichet. */
export async function startTestProvider(
  publicUrl: string,
  people: readonly FictitiousPerson[],
  place?: ProviderPlace,
): Promise<TestProvider> {
  const { port, folder, env } = place ?? (await providerPlace());
  const origin = `http://127.0.0.1:${port}`;
  const key = newSigningKey();
  const tokens: string[] = [];
  let misdeed: Misdeed = {};
  const server = await openProvider({
    origin,
    host: '127.0.0.1',
    port,
    client: { ...CLIENT, redirectUri: `${publicUrl}/connexion/psc`, afterSignOut: `${publicUrl}/connexion` },
    people,
    key,
    cookieSecret: 'cookies of the tests',
    customise: (provider) =>
      provider.use(async (ctx, next) => {
        await next();
        const body: Claims = typeof ctx.body === 'object' && ctx.body !== null ? { ...ctx.body } : {};
        if (ctx.path.endsWith('/openid-configuration')) ctx.body = misdeed.discovery?.(body) ?? ctx.body;
        if (ctx.path.endsWith('/userinfo') && ctx.status === 200) ctx.body = misdeed.userinfo?.(body) ?? ctx.body;
        if (typeof body['id_token'] !== 'string') return;
        const claims = claimsOf(body['id_token']);
        const token = misdeed.token ? signToken(misdeed.token(claims), key) : body['id_token'];
        tokens.push(token);
        ctx.body = { ...body, id_token: misdeed.rawToken?.(token, claims) ?? token };
      }),
  });
  const browse: TestProvider['browse'] = async (address, jar, form) => {
    let url = new URL(address);
    let body = form;
    for (let hops = 0; hops < 10; hops += 1) {
      const response = await fetch(url, {
        redirect: 'manual',
        method: body ? 'POST' : 'GET',
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), accept: 'text/html' },
        ...(body && { body }),
      });
      for (const line of response.headers.getSetCookie()) keep(jar, line);
      const location = response.headers.get('location');
      if (!location) return { url, text: await response.text() };
      url = new URL(location, url);
      body = undefined;
      if (url.origin !== origin) return { url, text: '' };
    }
    throw new Error(`too many redirects from ${address}`);
  };
  return {
    origin,
    env,
    misbehave: (next) => void (misdeed = next),
    tokens,
    browse,
    async visit(url, subject, jar = new Map<string, string>()) {
      const there = await browse(url, jar);
      if (there.url.origin !== origin) return there.url.searchParams;
      const form = new URLSearchParams(subject === null ? { abandon: '1' } : { subject });
      let back = await browse(there.url.href, jar, form);
      // Somebody else was there: the provider ends his session first, by a form that sends itself.
      const [, action] = /action="([^"]+logout\/confirm)"/.exec(back.text) ?? [];
      const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(back.text) ?? [];
      if (action) back = await browse(action, jar, new URLSearchParams({ xsrf, logout: 'yes' }));
      if (back.url.origin === origin) throw new Error(`left at the provider: ${back.text}`);
      return back.url.searchParams;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function keep(jar: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value === '') jar.delete(name);
  else jar.set(name, value);
}

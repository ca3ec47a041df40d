import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ConfigError } from './config-error.ts';
import { pscOf } from './psc-config.ts';

const DISCOVERY = 'https://auth.psc.example/auth/realms/esante-wallet/.well-known/wallet-openid-configuration';
const LOCAL = 'http://localhost:4000/auth/realms/esante-wallet/.well-known/wallet-openid-configuration';

describe('what a process is told of Pro Santé Connect', () => {
  let folder: string;
  let whole: NodeJS.ProcessEnv;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guichet-psc-'));
    writeFileSync(join(folder, 'secret'), 'a secret\n');
    writeFileSync(join(folder, 'empty'), '\n');
    whole = { PSC_DISCOVERY_URL: DISCOVERY, PSC_CLIENT_ID: 'ess', PSC_CLIENT_SECRET_FILE: join(folder, 'secret') };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const refusal = (env: NodeJS.ProcessEnv, real = false): string => {
    try {
      pscOf(env, real);
    } catch (error) {
      if (error instanceof ConfigError) return error.message;
      throw error;
    }
    return 'accepted';
  };

  test('is nothing, or all of it with the usual scope', () => {
    expect(pscOf({}, true)).toBeNull();
    expect(pscOf({ PSC_SCOPE: 'openid' }, true)).toBeNull();
    expect(pscOf(whole, true)).toEqual({
      discoveryUrl: DISCOVERY,
      clientId: 'ess',
      clientSecret: 'a secret',
      scope: 'openid scope_all',
      localOrigin: null,
    });
    expect(pscOf({ ...whole, PSC_SCOPE: 'openid scope_essai' }, true)?.scope).toBe('openid scope_essai');
  });

  test.each(['PSC_DISCOVERY_URL', 'PSC_CLIENT_ID', 'PSC_CLIENT_SECRET_FILE'])('is refused without %s', (name) => {
    expect(refusal({ ...whole, [name]: undefined })).toMatch(
      new RegExp(`^Pro Santé Connect n’est réglé qu’à moitié\u00a0: indiquez aussi ${name}, `),
    );
  });

  test('is refused when its secret is missing or empty', () => {
    expect(refusal({ ...whole, PSC_CLIENT_SECRET_FILE: join(folder, 'absent') })).toMatch(/ne se lit pas/);
    expect(refusal({ ...whole, PSC_CLIENT_SECRET_FILE: join(folder, 'empty') })).toMatch(/est vide/);
  });

  test.each(['', 'x', 'https://a.example/', 'https://a.example/.well-known/other', `${DISCOVERY}?a=b`])(
    'is refused when « %s » is no discovery address',
    (address) =>
      expect(refusal({ ...whole, PSC_DISCOVERY_URL: address || 'rien' })).toMatch(/PSC_DISCOVERY_URL attend/),
  );

  test.each([
    LOCAL,
    LOCAL.replace('http:', 'https:'),
    DISCOVERY.replace('https:', 'http:'),
    DISCOVERY.replace('auth.psc.example', '127.0.0.1'),
    DISCOVERY.replace('auth.psc.example', '[::1]'),
    DISCOVERY.replace('auth.psc.example', '10.0.0.4:8443'),
    DISCOVERY.replace('auth.psc.example', 'psc'),
    DISCOVERY.replace('auth.psc.example', 'psc.internal'),
  ])('a local provider (%s) is refused in production, and elsewhere unless it is said to be wanted', (address) => {
    const local = { ...whole, PSC_DISCOVERY_URL: address };
    expect(refusal({ ...local, PSC_LOCAL_PROVIDER: '1' }, true)).toMatch(/n’importe qui/);
    expect(refusal(local)).toMatch(/PSC_LOCAL_PROVIDER=1/);
    expect(pscOf({ ...local, PSC_LOCAL_PROVIDER: '1' }, false)?.localOrigin).toBe(new URL(address).origin);
  });
});

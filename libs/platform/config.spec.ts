import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from './config.ts';

describe('the files a process is told of', () => {
  let folder: string;
  let base: NodeJS.ProcessEnv;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guichet-config-'));
    writeFileSync(join(folder, 'master.key'), 'ab'.repeat(32));
    base = { DATABASE_URL: 'a', DATABASE_SYSTEM_URL: 'b', MASTER_KEY_FILE: join(folder, 'master.key') };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('lie in their own folder, else in the data folder, else nowhere', () => {
    const folderOf = (env: NodeJS.ProcessEnv) => readConfig({ ...base, ...env }).filesDir;
    expect(folderOf({ DATA_DIR: '/data', FILES_DIR: '/files' })).toBe('/files');
    expect(folderOf({ DATA_DIR: '/data' })).toBe(join('/data', 'files'));
    expect(folderOf({})).toBeNull();
  });

  test('hold the master key, or one sentence says what to do', () => {
    const keyAt = (path: string | undefined) => () => readConfig({ ...base, MASTER_KEY_FILE: path });
    writeFileSync(join(folder, 'short.key'), 'abc');
    expect(keyAt(undefined)).toThrow(/^La variable MASTER_KEY_FILE manque/);
    expect(keyAt(join(folder, 'absent.key'))).toThrow(/^La clé maîtresse ne se lit pas dans .*vérifiez/);
    expect(keyAt(join(folder, 'short.key'))).toThrow(/64 chiffres/);
    for (const path of [undefined, join(folder, 'absent.key')]) expect(keyAt(path)).toThrow(ConfigError);
  });

  test('are scanned at a socket, or at a host and its port', () => {
    const clamavOf = (env: NodeJS.ProcessEnv) => readConfig({ ...base, ...env }).clamav;
    expect(clamavOf({})).toBeNull();
    expect(clamavOf({ CLAMAV_HOST: 'clamav' })).toEqual({ host: 'clamav', port: 3310 });
    expect(clamavOf({ CLAMAV_HOST: 'clamav:3311' })).toEqual({ host: 'clamav', port: 3311 });
    expect(clamavOf({ CLAMAV_HOST: 'x', CLAMAV_SOCKET: '/run/clamd.sock' })).toEqual({ path: '/run/clamd.sock' });
    expect(() => clamavOf({ CLAMAV_HOST: 'clamav:99999' })).toThrow(ConfigError);
  });

  test('the address of who asks is heard from this machine, and from the proxies that are named', () => {
    const proxiesOf = (named?: string) => readConfig({ ...base, TRUSTED_PROXIES: named }).trustedProxies;
    expect(proxiesOf()).toBe('loopback');
    expect(proxiesOf('10.0.0.2, 172.18.0.0/16 2001:db8::/32')).toBe('loopback,10.0.0.2,172.18.0.0/16,2001:db8::/32');
    for (const wrong of ['*', 'true', 'proxy.example', '10.0.0.2/', '/16'])
      expect(() => proxiesOf(wrong)).toThrow(ConfigError);
  });
});

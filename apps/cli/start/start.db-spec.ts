import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectWithin } from '../../../test/support/bar.ts';
import { GuichetProcess, processesWith } from '../../../test/support/guichet-process.ts';
import { temporaryDataFolder, until } from '../../../test/support/temporary-data.ts';
import { findFreePort } from './free-port.ts';
import { isAlive } from './process/process-identity.ts';

/** One data folder lived through in order: opened, hurt in every part, closed, opened again. */
describe('guichet start, on the built code', () => {
  let data: ReturnType<typeof temporaryDataFolder>;
  let port: number;
  let launcher: GuichetProcess;
  const start = (...more: string[]): GuichetProcess =>
    new GuichetProcess(['--data', data.folder, '--port', String(port), ...more]);
  const status = async (path: string): Promise<number> =>
    await fetch(`http://127.0.0.1:${port}${path}`).then(
      (answer) => answer.status,
      () => 0,
    );
  const childOf = (words: string): number =>
    processesWith(words).find(({ parent }) => parent === launcher.pid)?.pid ?? -1;

  beforeAll(async () => {
    data = temporaryDataFolder();
    port = await findFreePort();
    launcher = start();
  });

  afterAll(async () => {
    launcher.kill('SIGINT');
    await launcher.left;
    data.remove();
  });

  test('opens with the demonstration and its accounts', async () => {
    await launcher.opened();
    expect(await status('/ready')).toBe(200);
    const accounts = JSON.parse(readFileSync(join(data.folder, 'accounts.json'), 'utf8'));
    expect(accounts.length).toBeGreaterThan(3);
    for (const { email, password } of accounts) {
      expect(launcher.output).toContain(email);
      expect(launcher.output).toContain(password);
    }
    expect(statSync(join(data.folder, 'accounts.json')).mode & 0o077).toBe(0);
  });

  test('refuses a second start on the same data, in one sentence', async () => {
    const second = start();
    expect(await second.left).toBe(1);
    expect(second.output.trim()).toMatch(/^Le guichet tourne déjà sur ce dossier de données \(processus \d+\)[^\n]*$/);
    expect(await status('/ready')).toBe(200);
  });

  test.each([
    ['the api', '/apps/api/main.js'],
    ['the worker', '/apps/worker/main.js'],
    ['the mail sink', 'mail-sink.child.js'],
    ['the fictitious provider of Pro Santé Connect', 'provider.child.js'],
  ])('brings back %s after a kill -9', async (_who, script) => {
    const victim = childOf(script);
    // A signal to -1 reaches every process of the machine.
    expect(victim).toBeGreaterThan(1);
    process.kill(victim, 'SIGKILL');
    await until('its successor', () => childOf(script) > 0 && childOf(script) !== victim);
    await until('a ready guichet', async () => (await status('/ready')) === 200);
  });

  test('brings back the database after a kill -9, and the api finds it again', async () => {
    const victim = Number(readFileSync(join(data.folder, 'postgresql-18', 'postmaster.pid'), 'utf8').split('\n')[0]);
    expect(victim).toBeGreaterThan(1);
    process.kill(victim, 'SIGKILL');
    await until('the fall', () => !isAlive(victim));
    await until('a ready guichet', async () => (await status('/ready')) === 200);
  });

  test('starts by itself after a kill -9 of the launcher, on the servers left alive', async () => {
    const applicationsNow = () => [childOf('/apps/api/main.js'), childOf('/apps/worker/main.js')];
    // The database fell a moment ago: the one that fell with it is on its way back.
    await until('both applications', () => applicationsNow().every((pid) => pid > 1));
    const applications = applicationsNow();
    launcher.kill('SIGKILL');
    await launcher.left;
    await until('the applications leave with it', () => applications.every((pid) => !isAlive(pid)));
    launcher = start();
    await launcher.opened();
    expect(launcher.output).toContain('retrouvée en marche');
    expect(await status('/ready')).toBe(200);
  });

  test('stops in two seconds at most, leaves nothing behind, and keeps the data', async () => {
    const stopAndStart = async () => {
      const begun = Date.now();
      launcher.kill('SIGINT');
      expect(await launcher.left).toBe(0);
      const took = Date.now() - begun;
      expect(processesWith(data.folder)).toEqual([]);
      launcher = start();
      await launcher.opened();
      expect(launcher.output).not.toContain('Démonstration créée');
      return took;
    };
    await expectWithin(2_000, stopAndStart);
  });

  test('says in one sentence that the port asked for is taken', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const address = squatter.address();
    const taken = typeof address === 'object' && address ? address.port : 0;
    const other = temporaryDataFolder();
    const refused = new GuichetProcess(['--data', other.folder, '--port', String(taken)]);
    expect(await refused.left).toBe(1);
    expect(refused.output.trim()).toMatch(new RegExp(`^Le port ${taken} de 127\\.0\\.0\\.1 est pris[^\\n]*$`));
    squatter.close();
    other.remove();
  });
});

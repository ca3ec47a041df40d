import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { isAlive } from '../process/process-identity.ts';
import { stopProcess, type RunningProcess } from '../process/running-process.ts';
import { projectRoot } from '../project-root.ts';
import { loadSecrets } from '../secrets.ts';
import { temporaryDataFolder } from '../../../../test/support/temporary-data.ts';
import { startPrivatePostgres, type PrivatePostgres } from './private-postgres.ts';

describe('the private PostgreSQL', () => {
  let data: ReturnType<typeof temporaryDataFolder>;
  let alive: RunningProcess[];

  beforeEach(() => {
    data = temporaryDataFolder();
    alive = [];
  });

  afterEach(async () => {
    await Promise.all(alive.map((running) => stopProcess(running, 'SIGQUIT', 'SIGKILL', 2_000)));
    data.remove();
  });

  const start = (): Promise<PrivatePostgres> =>
    startPrivatePostgres({
      root: projectRoot(),
      dataFolder: data.folder,
      secrets: loadSecrets(data.folder),
      extraSettings: ['fsync=off'],
      extraInitArgs: ['--no-sync'],
      onBirth: (running) => alive.push(running),
    });

  test('keeps what was written over a clean stop', async () => {
    const first = await start();
    await run(first.urls.owner, 'create table kept (n int)', 'insert into kept values (42)');
    await stopProcess(first.running, 'SIGINT', 'SIGQUIT', 5_000);
    const second = await start();
    expect(second.reused).toBe(false);
    expect(second.port).toBe(first.port);
    expect(await run(second.urls.owner, 'select n from kept')).toEqual([{ n: 42 }]);
  });

  test('keeps what was committed over a kill -9 of the server', async () => {
    const first = await start();
    await run(first.urls.owner, 'create table kept (n int)', 'insert into kept values (42)');
    first.running.kill('SIGKILL');
    await first.running.exited;
    const second = await start();
    expect(await run(second.urls.owner, 'select n from kept')).toEqual([{ n: 42 }]);
  });

  test('comes back on the port everybody knows', async () => {
    const server = await start();
    server.running.kill('SIGKILL');
    await server.running.exited;
    await server.restart();
    expect(await run(server.urls.app, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  test('is found again when its launcher died, and can be stopped all the same', async () => {
    const first = await start();
    const second = await start();
    expect(second.reused).toBe(true);
    expect(second.running.pid).toBe(first.running.pid);
    await stopProcess(second.running, 'SIGINT', 'SIGQUIT', 5_000);
    expect(isAlive(first.running.pid)).toBe(false);
  });

  test('starts although its lock file names a live process that is no database', async () => {
    const first = await start();
    await stopProcess(first.running, 'SIGINT', 'SIGQUIT', 5_000);
    writeFileSync(join(data.folder, 'postgresql-18', 'postmaster.pid'), `${process.pid}\n/data\n1\n1\n\n\n\n`);
    const second = await start();
    expect(second.reused).toBe(false);
  });

  test('takes another port when its own was taken meanwhile, and remembers it', async () => {
    const first = await start();
    await stopProcess(first.running, 'SIGINT', 'SIGQUIT', 5_000);
    const squatter = await occupy(first.port);
    try {
      const second = await start();
      expect(second.port).not.toBe(first.port);
      const memory = JSON.parse(readFileSync(join(data.folder, 'postgresql.json'), 'utf8'));
      expect(memory.port).toBe(second.port);
    } finally {
      squatter.close();
    }
  });

  test('refuses in one sentence data made by a version that is not installed', async () => {
    const first = await start();
    await stopProcess(first.running, 'SIGINT', 'SIGQUIT', 5_000);
    renameSync(join(data.folder, 'postgresql-18'), join(data.folder, 'postgresql-99'));
    await expect(start()).rejects.toThrow(/données de PostgreSQL 99/);
  });

  test('refuses in one sentence when its passwords were lost', async () => {
    await start();
    rmSync(join(data.folder, 'secrets.json'));
    await expect(start()).rejects.toThrow(/secrets\.json/);
  });

  test('answers on this machine only, with a password only', async () => {
    const { port, superUrl } = await start();
    expect(await run(superUrl, "select current_setting('listen_addresses') as at")).toEqual([{ at: '127.0.0.1' }]);
    await expect(run(`postgres://postgres@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toThrow(/password/);
  });

  test('writes no value of a failed statement in its log', async () => {
    const { urls } = await start();
    const statement = "insert into names values ('Dupont-Secret')";
    await run(urls.owner, 'create table names (name text primary key)', statement);
    await expect(run(urls.owner, statement)).rejects.toThrow(/duplicate/);
    expect(readFileSync(join(data.folder, 'logs', 'postgresql.log'), 'utf8')).not.toContain('Dupont-Secret');
  });
});

async function run(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

async function occupy(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

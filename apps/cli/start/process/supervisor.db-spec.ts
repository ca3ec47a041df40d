import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { barHere } from '../../../../test/support/bar.ts';
import { until } from '../../../../test/support/temporary-data.ts';
import { isAlive } from './process-identity.ts';
import { ownProcess, type RunningProcess } from './running-process.ts';
import { Shutdown } from './shutdown.ts';
import { Supervisor } from './supervisor.ts';

const PATIENT = 'setInterval(() => undefined, 1000); process.stdout.write("up")';
const DEAF = `process.on("SIGTERM", () => undefined); ${PATIENT}`;

describe('the supervisor, with real processes', () => {
  let born: RunningProcess[];
  let said: string[];
  let supervisor: Supervisor;
  let shutdown: Shutdown;

  beforeEach(() => {
    born = [];
    said = [];
    supervisor = new Supervisor((line) => said.push(line));
    shutdown = new Shutdown(supervisor);
  });

  afterEach(() => shutdown.run());

  const start = async (program: string): Promise<RunningProcess> => {
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
    const running = ownProcess(child);
    born.push(running);
    shutdown.add('application', running);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    return running;
  };
  const watchOne = async (): Promise<void> =>
    supervisor.watch({ label: 'le worker', restart: () => start(PATIENT) }, await start(PATIENT));

  test('brings back who was killed, and says so in French', async () => {
    await watchOne();
    born[0]!.kill('SIGKILL');
    await until('the second life', () => said.length === 2);
    expect(said).toEqual(['Arrêt imprévu : le worker. Nouveau départ…', 'De nouveau en marche : le worker.']);
    expect(isAlive(born[1]!.pid)).toBe(true);
  });

  test('brings back whoever is killed again and again', async () => {
    await watchOne();
    for (let life = 0; life < 3; life += 1) {
      born[life]!.kill('SIGKILL');
      await until(`life ${life + 2}`, () => said.length === (life + 1) * 2);
    }
    expect(isAlive(born[3]!.pid)).toBe(true);
  });

  test('insists when a restart fails', async () => {
    let tries = 0;
    const restart = (): Promise<RunningProcess> => {
      tries += 1;
      return tries < 3 ? Promise.reject(new Error('not yet')) : start(PATIENT);
    };
    supervisor.watch({ label: 'le serveur', restart }, await start(PATIENT));
    born[0]!.kill('SIGKILL');
    await until('the third try', () => said.length === 2);
    expect(tries).toBe(3);
  });

  test('leaves the dead alone once everything stops', async () => {
    await watchOne();
    await shutdown.run();
    expect(born).toHaveLength(1);
    expect(isAlive(born[0]!.pid)).toBe(false);
    expect(said).toEqual([]);
  });

  test('stops within two seconds even who does not listen', async () => {
    await start(DEAF);
    const begun = Date.now();
    await shutdown.run();
    expect(Date.now() - begun).toBeLessThan(barHere(2_000));
    expect(isAlive(born[0]!.pid)).toBe(false);
  });

  test('stops who is born while everything stops', async () => {
    const stopping = shutdown.run();
    const late = spawn(process.execPath, ['-e', PATIENT], { stdio: 'ignore' });
    const running = ownProcess(late);
    shutdown.add('application', running);
    await stopping;
    await running.exited;
    expect(isAlive(running.pid)).toBe(false);
  });
});

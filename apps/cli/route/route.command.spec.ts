import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { plan } from '#routing';
import { readVroom } from './read-vroom.ts';
import { runRoute } from './route.command.ts';
import { toVroomAnswer } from './vroom-answer.ts';

const MATRIX = [
  [0, 600, 1200],
  [600, 0, 600],
  [1200, 600, 0],
];
const PROBLEM = {
  vehicles: [{ id: 7, start_index: 0, end_index: 0, time_window: [28_800, 35_000], skills: [1], capacity: [2] }],
  jobs: [
    { id: 1, location_index: 1, service: 900, setup: 300, delivery: [1], description: 'ECG' },
    { id: 2, location_index: 2, service: 900, delivery: [1], skills: [1], time_windows: [[32_400, 33_000]] },
    { id: 3, location_index: 2, service: 900, skills: [2] },
  ],
  matrices: { car: { durations: MATRIX } },
};

function solve(problem: unknown) {
  const given = readVroom(JSON.stringify(problem));
  const found = plan(given.problem, { budgetMs: Infinity, iterations: 50, seed: 1, now: () => 0 });
  return toVroomAnswer(given, found, { loading: 0, solving: 0 });
}

async function refused(input: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await runRoute(['plan', '-'], { stdin: Readable.from([input]), stdout, stderr });
  stdout.end();
  stderr.end();
  return { code, stdout: await text(stdout), stderr: await text(stderr) };
}

describe('guichet route plan', () => {
  test('answers in the words of VROOM: summary, unassigned, steps with their hours', () => {
    const answer = solve(PROBLEM);
    expect(answer).toMatchObject({
      code: 0,
      summary: { cost: 2400, routes: 1, unassigned: 1, service: 1800, setup: 300, duration: 2400, violations: [] },
      unassigned: [{ id: 3, type: 'job', location_index: 2 }],
      routes: [{ vehicle: 7, cost: 2400, waiting_time: 0 }],
    });
    expect(answer['routes']).toMatchObject([
      {
        steps: [
          { type: 'start', location_index: 0, arrival: 30_000, duration: 0, load: [2] },
          {
            type: 'job',
            id: 1,
            description: 'ECG',
            arrival: 30_600,
            setup: 300,
            service: 900,
            load: [1],
            duration: 600,
          },
          { type: 'job', id: 2, arrival: 32_400, waiting_time: 0, setup: 0, duration: 1200, violations: [] },
          { type: 'end', location_index: 0, arrival: 34_500, duration: 2400 },
        ],
      },
    ]);
  });

  test('without matrices, travels by the coordinates and tells metres', () => {
    const answer = solve({
      vehicles: [{ id: 1, start: [-1.68, 48.11] }],
      jobs: [{ id: 4, location: [-1.6, 48.2] }],
    });
    expect(answer).toMatchObject({ summary: { routes: 1, distance: expect.any(Number) }, unassigned: [] });
  });

  test('a price by hour and kilometre replaces the seconds', () => {
    const [vehicle] = PROBLEM.vehicles;
    const answer = solve({
      ...PROBLEM,
      matrices: { car: { durations: MATRIX, distances: MATRIX } },
      vehicles: [{ ...vehicle, costs: { fixed: 10, per_hour: 36, per_km: 2 } }],
    });
    expect(answer).toMatchObject({ summary: { cost: 10 + 24 + 4.8, distance: 2400 } });
  });

  test.each([
    ['{', 'Le problème n’est pas du JSON lisible.'],
    ['[]', 'problème : un objet est attendu.'],
    ['{"vehicles":[]}', 'Le problème n’a pas de liste « jobs ».'],
    ['{"jobs":[],"vehicles":[]}', 'Le problème n’a aucun véhicule dans « vehicles ».'],
    [broken({ id: 'un' }), 'jobs[0].id : un nombre entier est attendu.'],
    [broken({ service: -1 }), 'jobs[0].service : un nombre positif ou nul est attendu.'],
    [broken({ time_windows: [[2, 1]] }), 'jobs[0].time_windows[0] : le créneau finit avant de commencer.'],
    [broken({ location_index: 3 }), 'Le lieu 3 n’est pas une ligne des matrices (3 lignes).'],
    [broken({ location_index: undefined }), 'jobs[0].location_index : ligne de matrice absente.'],
    [broken({ priority: 101 }), 'jobs[0].priority : un nombre de 0 à 100 est attendu.'],
    [broken({ delivery: [1, 1] }), 'Les capacités et les charges n’ont pas toutes le même nombre de dimensions.'],
    [broken({ id: 2 }), 'Deux visites portent le même identifiant : 2.'],
    [broken({ service: 1e300 }), 'jobs[0].service : ce nombre est trop grand.'],
    [vehicle({ speed_factor: 1e-300 }), 'vehicles[0].speed_factor : un nombre de 0.01 à 100 est attendu.'],
    [vehicle({ speed_factor: 0 }), 'vehicles[0].speed_factor : un nombre de 0.01 à 100 est attendu.'],
    [
      JSON.stringify({ ...PROBLEM, shipments: [{}] }),
      'problème.shipments : les enlèvements suivis de livraison (shipments) ne sont pas pris en charge.',
    ],
    [JSON.stringify({ ...PROBLEM, matrices: { car: { durations: [[0, 1]] } } }), /ligne de 1 nombres est attendue/],
    [
      JSON.stringify({ ...PROBLEM, matrices: { bike: { durations: MATRIX } } }),
      /Aucune matrice pour le profil « car »/,
    ],
  ])('refuses %s in one sentence', (input, sentence) => {
    expect(() => solveText(input)).toThrow(sentence);
  });

  test.each([
    ['--seconds=0', '--seconds'],
    ['--seconds=-1', '--seconds'],
    ['--seconds=Infinity', '--seconds'],
    ['--seconds=vite', '--seconds'],
    ['--seed=', '--seed'],
    ['--seed=1.5', '--seed'],
    ['--vite', 'Une option est inconnue'],
  ])('refuses %s before it reads anything', async (option, words) => {
    await expect(runRoute(['plan', option, '-'])).rejects.toThrow(words);
  });

  test('an input that breaks off is one sentence too', async () => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const stdin = new Readable({ read: () => undefined });
    stdin.destroy(new Error('cut'));
    expect(await runRoute(['plan', '-'], { stdin, stdout, stderr })).toBe(2);
    stderr.end();
    expect(await text(stderr)).toBe('L’entrée standard ne peut pas être lue.\n');
  });

  test('a malformed problem ends with code 2, its sentence on stderr and nothing on stdout', async () => {
    const { code, stdout, stderr } = await refused('{"jobs":[{}],"vehicles":[{"id":1,"start":[1,2]}]}');
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: 'jobs[0].id\u00A0: un nombre entier est attendu.\n',
    });
  });
});

function broken(fields: Record<string, unknown>): string {
  const [job, ...others] = PROBLEM.jobs;
  return JSON.stringify({ ...PROBLEM, jobs: [{ ...job, ...fields }, ...others] });
}

function vehicle(fields: Record<string, unknown>): string {
  return JSON.stringify({ ...PROBLEM, vehicles: PROBLEM.vehicles.map((one) => ({ ...one, ...fields })) });
}

function solveText(input: string) {
  const given = readVroom(input);
  return plan(given.problem, { budgetMs: Infinity, iterations: 1, seed: 1, now: () => 0 });
}

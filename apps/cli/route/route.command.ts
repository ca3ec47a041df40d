import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ProblemError } from '#routing';
import { planInWorker } from '../../../libs/mobile-team/plan-in-worker.ts';
import { frenchSpaces } from '../french-spaces.ts';
import { readAll, type CommandIo } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import { readVroom } from './read-vroom.ts';
import { toVroomAnswer } from './vroom-answer.ts';

const USAGE = `Usage :
  guichet route plan [--seconds S] [--seed N] FICHIER|-
      un problème VROOM (JSON : jobs, vehicles, matrices) ; répond la réponse de VROOM
      --seconds S  durée de la recherche (1 par défaut)
      --seed N     tirages (1 par défaut) : les mêmes tirages refont le même chemin`;
const DEFAULT_SECONDS = '1';

/** `guichet route plan`: no database; the answer alone on stdout, every other word on stderr. */
export async function runRoute(argv: string[], io: CommandIo = process): Promise<number> {
  if (argv.length === 0 || argv.includes('--help')) {
    io.stderr.write(`${frenchSpaces(USAGE)}\n`);
    return argv.length === 0 ? 2 : 0;
  }
  try {
    return await runPlan(argv, io);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    io.stderr.write(`${frenchSpaces(error.message)}\n`);
    return 2;
  }
}

async function runPlan(argv: string[], io: CommandIo): Promise<number> {
  const { from, budgetMs, seed } = readArguments(argv);
  const begun = performance.now();
  const given = readVroom(await readInput(from, io));
  const loading = performance.now() - begun;
  const stop = new AbortController();
  const halt = () => stop.abort();
  process.once('SIGINT', halt);
  try {
    const { plan, solvingMs } = await planInWorker(given.problem, { budgetMs, seed, signal: stop.signal });
    io.stdout.write(`${JSON.stringify(toVroomAnswer(given, plan, { loading, solving: solvingMs }))}\n`);
    for (const { visit, words } of plan.unplanned)
      io.stderr.write(`${frenchSpaces(`Visite ${visit} non planifiée : ${words}`)}\n`);
    return 0;
  } finally {
    process.removeListener('SIGINT', halt);
  }
}

function readArguments(argv: string[]): { from: string; budgetMs: number; seed: number } {
  const { values, positionals } = parseOrRefuse(argv);
  const [command, from, ...rest] = positionals;
  if (command !== 'plan' || from === undefined || rest.length > 0)
    throw new UsageError('La commande attend « route plan [--seconds S] [--seed N] FICHIER|- ».');
  const seconds = Number((values.seconds ?? DEFAULT_SECONDS).replace(',', '.'));
  if (!(seconds > 0 && seconds < Infinity))
    throw new UsageError('--seconds attend un nombre de secondes, par exemple 0.5.');
  const seed = values.seed === '' ? NaN : Number(values.seed ?? '1');
  if (!Number.isSafeInteger(seed)) throw new UsageError('--seed attend un nombre entier.');
  return { from, budgetMs: seconds * 1000, seed };
}

function parseOrRefuse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { seconds: { type: 'string' }, seed: { type: 'string' } },
    });
  } catch {
    throw new UsageError('Une option est inconnue ou incomplète : --seconds S et --seed N sont admises.');
  }
}

async function readInput(from: string, io: CommandIo): Promise<string> {
  try {
    return from === '-' ? await readAll(io.stdin) : await readFile(from, 'utf8');
  } catch {
    const what = from === '-' ? 'L’entrée standard' : `Le fichier « ${from} »`;
    throw new ProblemError(`${what} ne peut pas être lu${from === '-' ? 'e' : ''}.`);
  }
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkAnswer } from './check-answer.mjs';
import { runApiEventLoopBench } from './api-event-loop.mjs';
import { runEventLoopBench } from './event-loop.mjs';
import { asItIs, BEST_KNOWN, cutToTenths, readInstance, toProblem } from './read-instance.mjs';

const SEEDS = [1, 2, 3];
const PROVEN = Object.keys(BEST_KNOWN).filter((name) => BEST_KNOWN[name].dimacs);
const CLASSIC = Object.keys(BEST_KNOWN).filter((name) => BEST_KNOWN[name].distance);
const LARGE = Object.keys(BEST_KNOWN).filter((name) => !BEST_KNOWN[name].distance);

/** Sets with a bar (mean gap, %) are the contract; the others are printed to be watched. */
const SETS = [
  { title: 'T 25 visits', names: PROVEN, customers: 25, seconds: 0.1, barPercent: 0.5 },
  { title: 'T 50 visits', names: PROVEN, customers: 50, seconds: 1, barPercent: 0.5 },
  { title: 'T 100 visits', names: PROVEN, customers: 100, seconds: 1, barPercent: 2 },
  { title: 'D 100 visits', names: CLASSIC, seconds: 1, kind: 'D', barPercent: 2 },
  { title: 'F 100 visits', names: CLASSIC, seconds: 1, kind: 'F' },
  { title: 'F 200 and 400 visits', names: LARGE, seconds: 10, kind: 'F', seeds: [1] },
];

/** Gaps to the best known, every answer checked from the file again. False when a bar is missed. */
export async function runRoutingBench(root = join(import.meta.dirname, '..', '..', '..')) {
  const url = pathToFileURL(join(root, 'dist', 'libs', 'routing', 'index.js')).href;
  const { plan } = await import(url);
  let isGood = true;
  for (const set of SETS) isGood = runSet(plan, set) && isGood;
  isGood = (await runEventLoopBench(root)) && isGood;
  return (await runApiEventLoopBench()) && isGood;
}

function runSet(plan, { title, names, customers, seconds, barPercent, kind = 'T', seeds = SEEDS }) {
  const results = names.map((name) => ({
    name,
    runs: seeds.map((seed) => runOne(plan, name, customers, kind, seconds, seed)),
  }));
  console.log(`${title}, ${seconds} s, seeds ${seeds.join(' ')}`);
  for (const { name, runs } of results) {
    const gaps = runs.map(({ gap, leftOut }) => (leftOut > 0 ? `${leftOut} out` : `${gap.toFixed(2)} %`));
    const turns = Math.round(runs.reduce((sum, { iterations }) => sum + iterations, 0) / runs.length);
    console.log(`  ${name.padEnd(8)} ${gaps.map((gap) => gap.padStart(8)).join('')}   ${turns} turns`);
  }
  const runs = results.flatMap((result) => result.runs);
  const complete = runs.filter(({ leftOut }) => leftOut === 0);
  const mean = complete.reduce((sum, { gap }) => sum + gap, 0) / Math.max(1, complete.length);
  const worst = Math.max(...complete.map(({ gap }) => gap));
  const out = runs.reduce((sum, { leftOut }) => sum + leftOut, 0);
  const isGood = barPercent === undefined || (out === 0 && mean <= barPercent);
  const bar = barPercent === undefined ? '' : ` (bar ${barPercent} %: ${isGood ? 'held' : 'MISSED'})`;
  const most = Math.max(...runs.map(({ overMs }) => overMs));
  console.log(
    `  mean ${mean.toFixed(3)} %, worst ${worst.toFixed(2)} %${bar}; complete ${complete.length}/${runs.length}, ` +
      `${out} left out; ${Math.round(most)} ms past the budget at most`,
  );
  return isGood;
}

function runOne(plan, name, customers, kind, seconds, seed) {
  const instance = readInstance(name, customers);
  const round = kind === 'T' ? cutToTenths : asItIs;
  const best = BEST_KNOWN[name];
  const reference = { T: best.dimacs?.[customers], D: best.distance, F: best.hierarchical }[kind];
  const teams = kind === 'F' ? best.hierarchical.vehicles : instance.fleet;
  const problem = toProblem(instance, round, teams);
  const begun = performance.now();
  const answer = plan(problem, { budgetMs: seconds * 1000, seed, now: () => performance.now() });
  const overMs = performance.now() - begun - seconds * 1000;
  const { distance, leftOut } = checkAnswer(instance, round, teams, answer);
  return { gap: 100 * (distance / reference.distance - 1), leftOut, iterations: answer.iterations, overMs };
}

import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { checkAnswer } from './check-answer.mjs';
import { cutToTenths, readInstance, toProblem } from './read-instance.mjs';

const BAR_MS = 20;

/** While a worker plans 100 visits, the thread that asked keeps answering: delay of its event loop, p99. */
export async function runEventLoopBench(root) {
  const url = pathToFileURL(join(root, 'dist', 'libs', 'mobile-team', 'plan-in-worker.js')).href;
  const { planInWorker } = await import(url);
  const instance = readInstance('R108');
  const quiet = await delayDuring(() => new Promise((resolve) => setTimeout(resolve, 2000)));
  const busy = await delayDuring(async () => {
    const problem = toProblem(instance, cutToTenths);
    const { plan } = await planInWorker(problem, { budgetMs: 2000, seed: 1 });
    checkAnswer(instance, cutToTenths, instance.fleet, plan);
  });
  const isGood = busy < BAR_MS;
  console.log(
    `Event loop p99 while a worker plans 100 visits for 2 s: ${busy.toFixed(1)} ms ` +
      `(bar ${BAR_MS} ms: ${isGood ? 'held' : 'MISSED'}; ${quiet.toFixed(1)} ms when nothing is planned)`,
  );
  return isGood;
}

async function delayDuring(work) {
  const resolution = 10;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  await work();
  delay.disable();
  // The histogram holds the whole interval of its own timer, not what it was late by.
  return Math.max(0, delay.percentile(99) / 1e6 - resolution);
}

import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { ProblemError, type Plan, type Problem } from '#routing';
import type { PlanOrder, PlanOutcome } from './plan.worker.ts';

/** Beside this module in the build; from the sources, as the tests run, the thread is the built one. */
const BESIDE = new URL('./plan.worker.js', import.meta.url);
const BUILT = new URL('../../dist/libs/mobile-team/plan.worker.js', import.meta.url);

export interface WorkerOptions {
  budgetMs: number;
  seed: number;
  /** Aborted: the thread answers with the best plan it has. */
  signal?: AbortSignal;
}

/** Plans in a thread of its own, so that this one keeps answering. @throws ProblemError */
export async function planInWorker(
  problem: Problem,
  { budgetMs, seed, signal }: WorkerOptions,
): Promise<{ plan: Plan; solvingMs: number }> {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const halt = () => Atomics.store(stop, 0, 1);
  if (signal?.aborted) halt();
  signal?.addEventListener('abort', halt, { once: true });
  const order: PlanOrder = { problem, budgetMs, seed, stop };
  const worker = new Worker(existsSync(BESIDE) ? BESIDE : BUILT, { workerData: order });
  try {
    const outcome = await new Promise<PlanOutcome>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The planning thread ended without an answer (${code}).`)));
    });
    if ('refusal' in outcome) throw new ProblemError(outcome.refusal);
    return { plan: { ...outcome.plan, problem }, solvingMs: outcome.solvingMs };
  } finally {
    signal?.removeEventListener('abort', halt);
    await worker.terminate();
  }
}

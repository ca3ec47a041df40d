import { parentPort, workerData } from 'node:worker_threads';
import { plan, ProblemError, type Plan, type Problem } from '#routing';

/** What the thread is started with; `stop` is shared memory: 1 asks for the best plan found so far. */
export interface PlanOrder {
  problem: Problem;
  budgetMs: number;
  seed: number;
  stop: Int32Array;
}

/** The problem does not travel back: whoever asked has it. */
export type PlanOutcome = { plan: Omit<Plan, 'problem'>; solvingMs: number } | { refusal: string };

const order: PlanOrder = workerData;
const signal = {
  get aborted() {
    return Atomics.load(order.stop, 0) === 1;
  },
};

function answer(): PlanOutcome {
  const begun = performance.now();
  try {
    const { budgetMs, seed } = order;
    const { problem: _problem, ...found } = plan(order.problem, {
      budgetMs,
      seed,
      signal,
      now: () => performance.now(),
    });
    return { plan: found, solvingMs: performance.now() - begun };
  } catch (error) {
    if (error instanceof ProblemError) return { refusal: error.message };
    throw error;
  }
}

parentPort?.postMessage(answer());

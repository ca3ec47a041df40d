import { runTriageBench } from './triage/bench.mjs';

/** `npm run bench -- triage`: class, banner, signs and reading time on the synthetic notes, against their bars. */
export async function bench() {
  return runTriageBench(await import('#protocol'));
}

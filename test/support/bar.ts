import { availableParallelism, loadavg } from 'node:os';
import { expect } from '@jest/globals';

/** What each core may be asked at once while the bars are those of the house. */
const A_CORE = 4;
const MOST_MEASURES = 3;

/** A bar in seconds, as it is on this machine now: longer when others ask it for more than the tests do. */
export const barHere = (ms: number): number =>
  ms * Math.max(1, (loadavg()[0] ?? 0) / (A_CORE * availableParallelism()));

/** A pause of the machine is not ours: what must be quick is measured until it is, three times at most. */
export async function expectWithin(ms: number, measure: () => Promise<number>): Promise<void> {
  let best = Infinity;
  for (let time = 0; time < MOST_MEASURES && best >= barHere(ms); time += 1) best = Math.min(best, await measure());
  expect(best).toBeLessThan(barHere(ms));
}

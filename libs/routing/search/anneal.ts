import type { PlanOptions } from '../plan-types.ts';
import { Random } from '../random.ts';
import { PlaceFinder } from './best-place.ts';
import { Journal } from './journal.ts';
import { Recreate } from './recreate.ts';
import { Ruin } from './ruin.ts';
import { Tours } from './tours.ts';

/** Temperatures at both ends, as shares of the mean way between two stops. */
const HOT = 1;
const COLD = 0.01;
/** Past so many turns a visit nothing is found any more: small days end long before their budget. */
const TURNS_BY_VISIT = 20_000;
/** Turns between two looks at the clock. */
const CLOCK_EVERY = 32;

export interface Found {
  /** Visits by team, in order. */
  tours: number[][];
  iterations: number;
}

/**
 * Ruin and recreate under simulated annealing (Christiaens and Vanden Berghe 2020), from the given tours.
 * Leaving fewer or lighter visits out always wins; the cost of the roads comes next.
 */
export function anneal(tours: Tours, absent: number[], neighbours: Int32Array[], options: PlanOptions): Found {
  const { model } = tours;
  const random = new Random(options.seed);
  const journal = new Journal(tours);
  const finder = new PlaceFinder(tours, neighbours);
  const ruin = new Ruin(tours, neighbours, random, journal.save);
  const recreate = new Recreate(tours, finder, random, journal.save);
  const weigh = (visits: readonly number[]) => visits.reduce((sum, visit) => sum + (model.weight[visit] ?? 0), 0);
  // Turns each visit was left out of: trading an old absence for a younger one lets the hard ones in.
  const absences = new Float64Array(model.visits);
  const weary = (visits: readonly number[]) =>
    visits.reduce((sum, visit) => sum + (absences[visit] ?? 0) * (model.weight[visit] ?? 0), 0);

  const limit = Math.min(options.iterations ?? Infinity, TURNS_BY_VISIT * model.visits);
  const begun = options.now();
  const way = tours.totalCost() / Math.max(1, model.visits - absent.length);
  let weight = weigh(absent);
  let cost = tours.totalCost();
  let bestWeight = weight;
  let bestCost = cost;
  const best = new Snapshot(tours);
  let temperature = HOT * way;
  let iterations = 0;
  while (iterations < limit) {
    if (iterations % CLOCK_EVERY === 0) {
      if (options.signal?.aborted) break;
      const elapsed = options.now() - begun;
      if (elapsed >= options.budgetMs) break;
      const spent = Math.max(elapsed / options.budgetMs, iterations / limit);
      temperature = HOT * way * (COLD / HOT) ** spent;
    }
    iterations += 1;
    journal.begin();
    ruin.run();
    const loose = ruin.removed;
    for (const visit of absent) loose.push(visit);
    recreate.run(loose, absent.length > 0 ? absences : undefined);
    const newWeight = loose.length === 0 ? 0 : weigh(loose);
    const newCost = tours.totalCost();
    for (const visit of loose) absences[visit] = (absences[visit] ?? 0) + 1;
    const isAccepted =
      journal.isOnTime() &&
      (newWeight < weight ||
        (newWeight === weight && newCost < cost - temperature * Math.log(random.next())) ||
        (newWeight === weight && absent.length > 0 && weary(loose) < weary(absent)));
    if (!isAccepted) {
      for (const visit of loose) tours.teamOf[visit] = -1;
      journal.undo();
      for (const visit of absent) tours.teamOf[visit] = -1;
      continue;
    }
    absent = loose.slice();
    weight = newWeight;
    cost = newCost;
    if (weight > bestWeight || (weight === bestWeight && cost >= bestCost - 1e-9)) continue;
    bestWeight = weight;
    bestCost = cost;
    best.take();
  }
  return { tours: best.tours(), iterations };
}

/** A copy of the tours. */
class Snapshot {
  readonly #tours: Tours;
  readonly #next: Int32Array;

  constructor(tours: Tours) {
    this.#tours = tours;
    this.#next = tours.next.slice();
  }

  take(): void {
    this.#next.set(this.#tours.next);
  }

  tours(): number[][] {
    return Array.from({ length: this.#tours.model.teams }, (_, team) => {
      const visits: number[] = [];
      const end = this.#tours.endOf(team);
      for (let node = this.#next[this.#tours.startOf(team)] ?? end; node !== end; node = this.#next[node] ?? end)
        visits.push(node);
      return visits;
    });
  }
}

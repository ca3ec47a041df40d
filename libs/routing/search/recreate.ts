import type { Model } from '../model/model.ts';
import type { Random } from '../random.ts';
import type { PlaceFinder } from './best-place.ts';
import type { Tours } from './tours.ts';

/** β of the paper: how often a place is passed over, so that the same ruin is not always mended alike. */
const BLINK = 0.01;
/** How often the visits most often left out come first. */
const HARD_FIRST = 0.4;

/** Orders in which the removed visits come back, each with its share of the draws. */
interface Order {
  share: number;
  keys: Float64Array;
}

/** Greedy insertion with blinks, in an order drawn each time. */
export class Recreate {
  readonly #tours: Tours;
  readonly #finder: PlaceFinder;
  readonly #random: Random;
  readonly #save: (team: number) => void;
  readonly #orders: Order[];
  readonly #shares: number;

  constructor(tours: Tours, finder: PlaceFinder, random: Random, save: (team: number) => void) {
    this.#tours = tours;
    this.#finder = finder;
    this.#random = random;
    this.#save = save;
    this.#orders = ordersOf(tours.model);
    this.#shares = this.#orders.reduce((sum, { share }) => sum + share, RANDOM_SHARE);
  }

  /** Inserts what finds a place; the others stay in `visits`. With `absences`, hard ones often come first. */
  run(visits: number[], absences: Float64Array | undefined): void {
    if (absences && this.#random.next() < HARD_FIRST) sortBy(visits, (visit) => -(absences[visit] ?? 0));
    else this.#sort(visits);
    let left = 0;
    for (const visit of visits) {
      if (this.#finder.find(visit, BLINK, this.#random)) {
        this.#save(this.#finder.team);
        this.#tours.insert(visit, this.#finder.after, this.#finder.team);
      } else {
        visits[left] = visit;
        left += 1;
      }
    }
    visits.length = left;
  }

  #sort(visits: number[]): void {
    let draw = this.#random.next() * this.#shares;
    const order = this.#orders.find(({ share }) => (draw -= share) < 0);
    if (!order) return this.#shuffle(visits);
    const { keys } = order;
    sortBy(visits, (visit) => keys[visit] ?? 0);
  }

  #shuffle(visits: number[]): void {
    for (let at = visits.length - 1; at > 0; at -= 1) {
      const other = this.#random.below(at + 1);
      const kept = visits[at] ?? 0;
      visits[at] = visits[other] ?? 0;
      visits[other] = kept;
    }
  }
}

/** Insertion sort: a dozen visits, on each turn. */
function sortBy(visits: number[], keyOf: (visit: number) => number): void {
  for (let at = 1; at < visits.length; at += 1) {
    const visit = visits[at] ?? 0;
    const key = keyOf(visit);
    let hole = at;
    for (; hole > 0 && keyOf(visits[hole - 1] ?? 0) > key; hole -= 1) visits[hole] = visits[hole - 1] ?? 0;
    visits[hole] = visit;
  }
}

/** All but the random order, which is what remains of the shares. */
function ordersOf(model: Model): Order[] {
  const { visits, dimensions, size, place, open, close } = model;
  const keys = (key: (visit: number) => number, share: number): Order => ({
    share,
    keys: Float64Array.from({ length: visits }, (_, visit) => key(visit)),
  });
  const load = (visit: number) => {
    let sum = 0;
    for (let k = 0; k < dimensions; k += 1)
      sum += (model.deliveries[visit * dimensions + k] ?? 0) + (model.pickups[visit * dimensions + k] ?? 0);
    return sum;
  };
  const cost = model.roads[0]?.cost;
  const depot = place[visits] ?? 0;
  const far = (visit: number) => cost?.[depot * size + (place[visit] ?? 0)] ?? 0;
  const width = (visit: number) => Math.min((close[visit] ?? 0) - (open[visit] ?? 0), Number.MAX_VALUE);
  const orders = [keys((visit) => -far(visit), 2), keys(far, 1)];
  if (dimensions > 0) orders.push(keys((visit) => -load(visit), 4));
  const isTimed = model.windows.slice(0, visits).some((list) => list.length > 1 || Number.isFinite(list[0]?.to ?? 0));
  if (isTimed)
    orders.push(
      keys(width, 2),
      keys((visit) => open[visit] ?? 0, 2),
      keys((visit) => -(close[visit] ?? 0), 2),
    );
  const hasPriorities = new Set(model.weight).size > 1;
  if (hasPriorities) orders.push(keys((visit) => -(model.weight[visit] ?? 0), 6));
  return orders;
}

/** Share of the random order beside those of `ordersOf`. */
const RANDOM_SHARE = 4;

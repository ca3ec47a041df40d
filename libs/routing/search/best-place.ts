import type { Random } from '../random.ts';
import type { Tours } from './tours.ts';

/** Above this many visits, only the tours that pass near the visit are looked at. */
const LOOK_EVERYWHERE_UNTIL = 250;
const NEIGHBOURS = 40;

/** Finds where a visit costs least. The answer stays in the fields until the next search. */
export class PlaceFinder {
  team = -1;
  after = -1;
  delta = Infinity;
  readonly #tours: Tours;
  readonly #neighbours: Int32Array[];
  readonly #seenTwin: Int32Array;
  readonly #near: Int32Array;
  #turn = 0;

  constructor(tours: Tours, neighbours: Int32Array[]) {
    this.#tours = tours;
    this.#neighbours = neighbours;
    this.#seenTwin = new Int32Array(tours.model.teams);
    this.#near = new Int32Array(tours.model.teams);
  }

  /** Searches every team. With `random`, each better place is passed over once in `1 / blink` (0: never). */
  find(visit: number, blink: number, random: Random | undefined): boolean {
    const { model, count } = this.#tours;
    this.forget();
    this.#turn += 1;
    const looksEverywhere = model.visits <= LOOK_EVERYWHERE_UNTIL;
    if (!looksEverywhere) this.#markNear(visit);
    for (let team = 0; team < model.teams; team += 1) {
      if (count[team] === 0) {
        const twin = model.twin[team] ?? team;
        if (this.#seenTwin[twin] === this.#turn) continue;
        this.#seenTwin[twin] = this.#turn;
      } else if (!looksEverywhere && this.#near[team] !== this.#turn) continue;
      this.searchTeam(visit, team, blink, random);
    }
    return this.team !== -1;
  }

  forget(): void {
    this.team = -1;
    this.after = -1;
    this.delta = Infinity;
  }

  /** Searches one team, and keeps its best place when better than the one already found. */
  searchTeam(visit: number, team: number, blink: number, random: Random | undefined): void {
    const tours = this.#tours;
    const { model, next, leaveAt, latestStart, wayCost } = tours;
    if (!this.#mayTake(visit, team)) return;
    const road = model.roads[team];
    if (!road) return;
    const { cost, costInto, seconds, secondsInto } = road;
    const { place } = model;
    const end = tours.endOf(team);
    const row = (place[visit] ?? 0) * model.size;
    const open = model.open[visit] ?? 0;
    const close = model.close[visit] ?? 0;
    const isPlain = !model.hasSetups && model.isMulti[visit] === 0;
    const care = model.service[team]?.[visit] ?? 0;
    const fixed = tours.count[team] === 0 ? (model.fixedCost[team] ?? 0) : 0;
    const { hasMixedLoads, hasRoadLimits } = model;
    let best = this.delta - fixed;
    let follower = 0;
    for (let node = tours.frozenUntil[team] ?? 0; node !== end; node = follower) {
      const leave = leaveAt[node] ?? 0;
      if (leave > close) return;
      follower = next[node] ?? end;
      const from = row + (place[node] ?? 0);
      const to = row + (place[follower] ?? 0);
      const delta = (costInto[from] ?? 0) + (cost[to] ?? 0) - (wayCost[node] ?? 0);
      if (delta >= best) continue;
      const arrival = leave + (secondsInto[from] ?? 0);
      if (arrival > close) continue;
      if (isPlain) {
        const done = (arrival > open ? arrival : open) + care;
        if (done + (seconds[to] ?? 0) > (latestStart[follower] ?? 0)) continue;
      } else if (!this.#isOnTime(visit, node, follower, team, arrival, seconds[to] ?? 0)) continue;
      if (hasMixedLoads && !this.#isLoadable(visit, node, follower, team)) continue;
      if (hasRoadLimits && !this.#isWithinRoad(visit, node, follower, team)) continue;
      if (random && random.next() < blink) continue;
      best = delta;
      this.delta = delta + fixed;
      this.team = team;
      this.after = node;
    }
  }

  #mayTake(visit: number, team: number): boolean {
    const { model, count, delivered, picked, isClosed } = this.#tours;
    if (model.allowed[visit * model.teams + team] === 0 || isClosed[team] === 1) return false;
    if ((count[team] ?? 0) >= (model.maxVisits[team] ?? 0)) return false;
    const { dimensions } = model;
    for (let k = 0; k < dimensions; k += 1) {
      const at = team * dimensions + k;
      const limit = model.capacity[at] ?? 0;
      if ((delivered[at] ?? 0) + (model.deliveries[visit * dimensions + k] ?? 0) > limit) return false;
      if ((picked[at] ?? 0) + (model.pickups[visit * dimensions + k] ?? 0) > limit) return false;
    }
    return true;
  }

  /** With setting-up times or several windows: the follower's own care may change with its new neighbour. */
  #isOnTime(visit: number, before: number, after: number, team: number, arrival: number, way: number): boolean {
    const tours = this.#tours;
    const done = tours.startAfter(visit, arrival) + tours.careSeconds(before, visit, team);
    const start = tours.startAfter(after, done + way);
    return start + tours.careSeconds(visit, after, team) <= (tours.latestLeave[after] ?? 0);
  }

  #isLoadable(visit: number, before: number, after: number, team: number): boolean {
    const { model, peakUntil, peakFrom } = this.#tours;
    const { dimensions } = model;
    for (let k = 0; k < dimensions; k += 1) {
      const limit = model.capacity[team * dimensions + k] ?? 0;
      const brought = model.deliveries[visit * dimensions + k] ?? 0;
      const taken = model.pickups[visit * dimensions + k] ?? 0;
      if ((peakUntil[before * dimensions + k] ?? 0) + brought > limit) return false;
      if ((peakFrom[before * dimensions + k] ?? 0) + taken > limit) return false;
      if ((peakFrom[after * dimensions + k] ?? 0) + taken > limit) return false;
    }
    return true;
  }

  #isWithinRoad(visit: number, before: number, after: number, team: number): boolean {
    const { model, drive, meters, count } = this.#tours;
    const road = model.roads[team];
    const [from, by, to] = [before, visit, after].map((node) => model.place[node] ?? 0);
    if (!road || from === undefined || by === undefined || to === undefined) return false;
    const { size } = model;
    const detour = (table: Float64Array) =>
      (table[from * size + by] ?? 0) +
      (table[by * size + to] ?? 0) -
      (count[team] === 0 ? 0 : (table[from * size + to] ?? 0));
    return (
      (drive[team] ?? 0) + detour(road.seconds) <= (model.maxDrive[team] ?? 0) &&
      (meters[team] ?? 0) + detour(road.meters) <= (model.maxMeters[team] ?? 0)
    );
  }

  #markNear(visit: number): void {
    const { teamOf } = this.#tours;
    const nearest = this.#neighbours[visit];
    if (!nearest) return;
    const count = Math.min(NEIGHBOURS, nearest.length);
    for (let at = 0; at < count; at += 1) {
      const team = teamOf[nearest[at] ?? 0] ?? -1;
      if (team !== -1) this.#near[team] = this.#turn;
    }
  }
}

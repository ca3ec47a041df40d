import type { Model } from '../model/model.ts';
import { firstStart, lastStart } from '../model/windows.ts';

/**
 * Tours under construction, as linked lists of nodes. Forward times are the earliest, backward times the
 * latest that keep the rest of the tour on time (Savelsbergh 1992, "The vehicle routing problem with time
 * windows: minimizing route duration"), so that one insertion is checked in constant time.
 */
export class Tours {
  readonly model: Model;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** By visit; −1 when out of every tour. */
  readonly teamOf: Int32Array;
  /** By node: earliest moment it may be left; for the end of a tour, the arrival. */
  readonly leaveAt: Float64Array;
  /** By node: latest start of its care, and latest leaving. */
  readonly latestStart: Float64Array;
  readonly latestLeave: Float64Array;
  /** By node: cost of the way to the next one; 0 in an empty tour. */
  readonly wayCost: Float64Array;
  /** By node × dimension, only with mixed loads: highest load from the start to here, from here to the end. */
  readonly peakUntil: Float64Array;
  readonly peakFrom: Float64Array;
  /** By team. */
  readonly count: Int32Array;
  readonly cost: Float64Array;
  readonly drive: Float64Array;
  readonly meters: Float64Array;
  /** By team: nothing is inserted before the node that follows it (the end of the locked beginning). */
  readonly frozenUntil: Int32Array;
  /** By team: 1 when its locked stops alone break a rule; it takes no other visit. */
  readonly isClosed: Uint8Array;
  /** By team × dimension: sums of what is carried. */
  readonly delivered: Float64Array;
  readonly picked: Float64Array;

  constructor(model: Model) {
    const { nodes, visits, teams, dimensions } = model;
    this.model = model;
    this.next = new Int32Array(nodes);
    this.previous = new Int32Array(nodes);
    this.teamOf = new Int32Array(visits).fill(-1);
    this.leaveAt = new Float64Array(nodes);
    this.latestStart = new Float64Array(nodes);
    this.latestLeave = new Float64Array(nodes);
    this.wayCost = new Float64Array(nodes);
    this.peakUntil = new Float64Array(nodes * dimensions);
    this.peakFrom = new Float64Array(nodes * dimensions);
    this.count = new Int32Array(teams);
    this.cost = new Float64Array(teams);
    this.drive = new Float64Array(teams);
    this.meters = new Float64Array(teams);
    this.frozenUntil = Int32Array.from({ length: teams }, (_, team) => visits + team);
    this.isClosed = new Uint8Array(teams);
    this.delivered = new Float64Array(teams * dimensions);
    this.picked = new Float64Array(teams * dimensions);
    for (let team = 0; team < teams; team += 1) this.setTour(team, []);
  }

  startOf(team: number): number {
    return this.model.visits + team;
  }

  endOf(team: number): number {
    return this.model.visits + this.model.teams + team;
  }

  /** Visits of a team, in order. */
  tour(team: number): number[] {
    const visits: number[] = [];
    const end = this.endOf(team);
    for (let node = this.next[this.startOf(team)] ?? end; node !== end; node = this.next[node] ?? end)
      visits.push(node);
    return visits;
  }

  totalCost(): number {
    let total = 0;
    for (const cost of this.cost) total += cost;
    return total;
  }

  setTour(team: number, visits: ArrayLike<number>, from = 0, until = visits.length): void {
    let last = this.startOf(team);
    for (let at = from; at < until; at += 1) {
      const visit = visits[at] ?? 0;
      this.link(last, visit);
      this.teamOf[visit] = team;
      last = visit;
    }
    this.link(last, this.endOf(team));
    this.refresh(team);
  }

  /** Puts a visit after a node of a tour that can take it there. */
  insert(visit: number, after: number, team: number): void {
    const follower = this.next[after] ?? 0;
    this.link(after, visit);
    this.link(visit, follower);
    this.teamOf[visit] = team;
    this.addTotals(team, after, visit, follower);
    this.leaveAt[visit] = NaN;
    this.latestLeave[visit] = NaN;
    this.setLeaveFrom(visit, team);
    this.setLatestFrom(visit, team);
    if (this.model.hasMixedLoads) this.refreshLoads(team);
  }

  /** Takes a visit out; its tour must then be refreshed. */
  unlink(visit: number): void {
    this.link(this.previous[visit] ?? 0, this.next[visit] ?? 0);
    this.teamOf[visit] = -1;
  }

  /** Counts a tour again from its links. */
  refresh(team: number): void {
    const start = this.startOf(team);
    this.refreshTotals(team, start);
    const end = this.endOf(team);
    this.forgetTimes(start, end);
    this.leaveAt[start] = this.model.open[start] ?? 0;
    this.setLeaveFrom(this.next[start] ?? 0, team);
    this.latestLeave[end] = this.model.close[end] ?? 0;
    this.setLatestFrom(this.previous[end] ?? 0, team);
    if (this.model.hasMixedLoads) this.refreshLoads(team);
  }

  isOnTime(team: number): boolean {
    const start = this.startOf(team);
    return (this.leaveAt[start] ?? 0) <= (this.latestLeave[start] ?? 0);
  }

  /** Care and, when the place changes, setting up: seconds at `node` when coming from `before`. */
  careSeconds(before: number, node: number, team: number): number {
    const { model } = this;
    const care = model.service[team]?.[node] ?? 0;
    if (!model.hasSetups || model.place[before] === model.place[node]) return care;
    return care + (model.setup[team]?.[node] ?? 0);
  }

  /** First possible start at or after an arrival, Infinity when too late. */
  startAfter(node: number, arrival: number): number {
    const { model } = this;
    if (model.isMulti[node] === 1) return firstStart(model.windows[node] ?? [], arrival);
    const open = model.open[node] ?? 0;
    if (arrival <= open) return open;
    return arrival <= (model.close[node] ?? 0) ? arrival : Infinity;
  }

  private link(before: number, after: number): void {
    this.next[before] = after;
    this.previous[after] = before;
  }

  /** What is not a number is never "unchanged": the times are counted to the end. */
  private forgetTimes(start: number, end: number): void {
    for (let node = start; ; node = this.next[node] ?? end) {
      this.leaveAt[node] = NaN;
      this.latestLeave[node] = NaN;
      if (node === end) return;
    }
  }

  private startBefore(node: number, limit: number): number {
    const { model } = this;
    if (model.isMulti[node] === 1) return lastStart(model.windows[node] ?? [], limit);
    const close = model.close[node] ?? 0;
    if (limit >= close) return close;
    return limit >= (model.open[node] ?? 0) ? limit : -Infinity;
  }

  /** Forward from a node; stops where nothing changes any more. */
  private setLeaveFrom(first: number, team: number): void {
    const { model, next, previous, leaveAt } = this;
    const seconds = model.roads[team]?.secondsInto;
    const end = this.endOf(team);
    if (!seconds) return;
    let before = previous[first] ?? 0;
    for (let node = first; ; node = next[node] ?? end) {
      const way = seconds[(model.place[node] ?? 0) * model.size + (model.place[before] ?? 0)] ?? 0;
      const leave = this.startAfter(node, (leaveAt[before] ?? 0) + way) + this.careSeconds(before, node, team);
      if (leave === leaveAt[node]) return;
      leaveAt[node] = leave;
      if (node === end) return;
      before = node;
    }
  }

  /** Backward from a node; stops where nothing changes any more. */
  private setLatestFrom(first: number, team: number): void {
    const { model, next, previous, latestStart, latestLeave } = this;
    const seconds = model.roads[team]?.seconds;
    const start = this.startOf(team);
    if (!seconds) return;
    for (let node = first; ; node = previous[node] ?? start) {
      const follower = next[node] ?? start;
      const latest = this.startBefore(follower, (latestLeave[follower] ?? 0) - this.careSeconds(node, follower, team));
      latestStart[follower] = latest;
      const way = seconds[(model.place[node] ?? 0) * model.size + (model.place[follower] ?? 0)] ?? 0;
      const leave = latest - way;
      if (leave === latestLeave[node]) return;
      latestLeave[node] = leave;
      if (node === start) return;
    }
  }

  private addTotals(team: number, before: number, visit: number, after: number): void {
    const { model, count, wayCost } = this;
    const cost = model.roads[team]?.cost;
    if (!cost) return;
    const { place, size } = model;
    const visitPlace = place[visit] ?? 0;
    const beforePlace = place[before] ?? 0;
    const afterPlace = place[after] ?? 0;
    const wayIn = cost[beforePlace * size + visitPlace] ?? 0;
    const wayOut = cost[visitPlace * size + afterPlace] ?? 0;
    const fixed = count[team] === 0 ? (model.fixedCost[team] ?? 0) : 0;
    this.cost[team] = (this.cost[team] ?? 0) + wayIn + wayOut + fixed - (wayCost[before] ?? 0);
    wayCost[before] = wayIn;
    wayCost[visit] = wayOut;
    if (model.hasRoadLimits) this.refreshRoad(team);
    count[team] = (count[team] ?? 0) + 1;
    this.carry(team, visit);
  }

  private carry(team: number, visit: number): void {
    const { dimensions, deliveries, pickups } = this.model;
    for (let k = 0; k < dimensions; k += 1) {
      const at = team * dimensions + k;
      this.delivered[at] = (this.delivered[at] ?? 0) + (deliveries[visit * dimensions + k] ?? 0);
      this.picked[at] = (this.picked[at] ?? 0) + (pickups[visit * dimensions + k] ?? 0);
    }
  }

  private refreshTotals(team: number, start: number): void {
    const { model, next, wayCost } = this;
    const { place, size, dimensions } = model;
    const cost = model.roads[team]?.cost;
    const end = this.endOf(team);
    if (!cost) return;
    this.delivered.fill(0, team * dimensions, (team + 1) * dimensions);
    this.picked.fill(0, team * dimensions, (team + 1) * dimensions);
    let visits = 0;
    let total = 0;
    for (let node = start; node !== end;) {
      const follower = next[node] ?? end;
      const way = cost[(place[node] ?? 0) * size + (place[follower] ?? 0)] ?? 0;
      wayCost[node] = way;
      total += way;
      if (follower !== end) {
        visits += 1;
        this.carry(team, follower);
      }
      node = follower;
    }
    this.count[team] = visits;
    if (visits === 0) wayCost[start] = 0;
    this.cost[team] = visits === 0 ? 0 : total + (model.fixedCost[team] ?? 0);
    if (model.hasRoadLimits) this.refreshRoad(team);
  }

  private refreshRoad(team: number): void {
    const { model, next } = this;
    const { place, size } = model;
    const road = model.roads[team];
    const end = this.endOf(team);
    let seconds = 0;
    let meters = 0;
    const start = this.startOf(team);
    for (let node = start; node !== end && next[start] !== end; node = next[node] ?? end) {
      const way = (place[node] ?? 0) * size + (place[next[node] ?? end] ?? 0);
      seconds += road?.seconds[way] ?? 0;
      meters += road?.meters[way] ?? 0;
    }
    this.drive[team] = seconds;
    this.meters[team] = meters;
  }

  private refreshLoads(team: number): void {
    const { dimensions, deliveries, pickups } = this.model;
    const { next, previous, peakUntil, peakFrom } = this;
    const start = this.startOf(team);
    const end = this.endOf(team);
    for (let k = 0; k < dimensions; k += 1) {
      let load = this.delivered[team * dimensions + k] ?? 0;
      let peak = load;
      for (let node = start; ; node = next[node] ?? end) {
        if (node < this.model.visits)
          load += (pickups[node * dimensions + k] ?? 0) - (deliveries[node * dimensions + k] ?? 0);
        peak = Math.max(peak, load);
        peakUntil[node * dimensions + k] = peak;
        peakFrom[node * dimensions + k] = load;
        if (node === end) break;
      }
      for (let node = previous[end] ?? start; ; node = previous[node] ?? start) {
        const at = node * dimensions + k;
        peakFrom[at] = Math.max(peakFrom[at] ?? 0, peakFrom[(next[node] ?? end) * dimensions + k] ?? 0);
        if (node === start) break;
      }
    }
  }
}

import type { Model } from '../model/model.ts';
import type { PlaceFinder } from './best-place.ts';
import type { Tours } from './tours.ts';

/** First tours: locked stops, then the others by regret. Answers the visits that found no place. */
export function construct(tours: Tours, finder: PlaceFinder): number[] {
  placePinned(tours);
  const { model } = tours;
  const left = Array.from({ length: model.visits }, (_, visit) => visit).filter((visit) => tours.teamOf[visit] === -1);
  const locked = left.filter((visit) => model.lockedTeam[visit] !== -1);
  const free = left.filter((visit) => model.lockedTeam[visit] === -1);
  return [...insertByRegret(tours, finder, locked), ...insertByRegret(tours, finder, free)];
}

/** Stops locked by rank (the beginning) then by hour; a team they make late is closed to other visits. */
function placePinned(tours: Tours): void {
  const { model } = tours;
  for (let team = 0; team < model.teams; team += 1) {
    const pinned = pinnedOf(model, team);
    if (pinned.length === 0) continue;
    tours.setTour(team, pinned);
    const beginning = pinned.filter((visit) => (model.lockedRank[visit] ?? -1) >= 0);
    tours.frozenUntil[team] = beginning.at(-1) ?? tours.startOf(team);
    if (!isSound(tours, team)) tours.isClosed[team] = 1;
  }
}

function pinnedOf(model: Model, team: number): number[] {
  const rank = (visit: number) => {
    const locked = model.lockedRank[visit] ?? -1;
    return locked >= 0 ? locked : model.visits;
  };
  return Array.from({ length: model.visits }, (_, visit) => visit)
    .filter((visit) => model.isPinned[visit] === 1 && model.lockedTeam[visit] === team)
    .sort((a, b) => rank(a) - rank(b) || (model.open[a] ?? 0) - (model.open[b] ?? 0) || a - b);
}

function isSound(tours: Tours, team: number): boolean {
  const { model } = tours;
  const { dimensions } = model;
  if (!tours.isOnTime(team) || (tours.count[team] ?? 0) > (model.maxVisits[team] ?? 0)) return false;
  if ((tours.drive[team] ?? 0) > (model.maxDrive[team] ?? 0)) return false;
  if ((tours.meters[team] ?? 0) > (model.maxMeters[team] ?? 0)) return false;
  for (let k = 0; k < dimensions; k += 1) {
    const at = team * dimensions + k;
    const peak = model.hasMixedLoads ? tours.peakFrom[tours.startOf(team) * dimensions + k] : 0;
    const load = Math.max(tours.delivered[at] ?? 0, tours.picked[at] ?? 0, peak ?? 0);
    if (load > (model.capacity[at] ?? 0)) return false;
  }
  return true;
}

/**
 * Regret insertion (Potvin and Rousseau 1993): first the visit that would lose most by not getting its best
 * tour. Heavier visits (priority) go before lighter ones. The table of places by visit and team is
 * recomputed for the tour that changed only.
 */
function insertByRegret(tours: Tours, finder: PlaceFinder, visits: readonly number[]): number[] {
  const { model } = tours;
  const { teams } = model;
  const delta = new Float64Array(visits.length * teams).fill(Infinity);
  const after = new Int32Array(visits.length * teams);
  const isLeft = new Uint8Array(visits.length).fill(1);
  const look = (at: number, team: number) => {
    finder.forget();
    finder.searchTeam(visits[at] ?? 0, team, 0, undefined);
    delta[at * teams + team] = finder.delta;
    after[at * teams + team] = finder.after;
  };
  visits.forEach((_, at) => {
    for (let team = 0; team < teams; team += 1) look(at, team);
  });
  for (;;) {
    const chosen = mostRegretted(tours, visits, isLeft, delta);
    if (chosen === undefined) break;
    const { at, team } = chosen;
    tours.insert(visits[at] ?? 0, after[at * teams + team] ?? 0, team);
    isLeft[at] = 0;
    visits.forEach((_, other) => {
      if (isLeft[other] === 1) look(other, team);
    });
  }
  return visits.filter((_, at) => isLeft[at] === 1);
}

function mostRegretted(
  { model, count }: Tours,
  visits: readonly number[],
  isLeft: Uint8Array,
  delta: Float64Array,
): { at: number; team: number } | undefined {
  const { teams } = model;
  let chosen: { at: number; team: number } | undefined;
  let heaviest = -1;
  let largest = -Infinity;
  for (let at = 0; at < visits.length; at += 1) {
    if (isLeft[at] === 0) continue;
    let best = Infinity;
    let second = Infinity;
    let team = -1;
    let emptyTwin = -1;
    for (let r = 0; r < teams; r += 1) {
      const value = delta[at * teams + r] ?? Infinity;
      if (count[r] === 0) {
        if (model.twin[r] === emptyTwin) continue;
        emptyTwin = model.twin[r] ?? r;
      }
      if (value < best) {
        second = best;
        best = value;
        team = r;
      } else if (value < second) second = value;
    }
    if (team === -1) continue;
    const weight = model.weight[visits[at] ?? 0] ?? 0;
    const regret = second === Infinity ? 1e12 - best : second - best;
    if (weight < heaviest || (weight === heaviest && regret <= largest)) continue;
    heaviest = weight;
    largest = regret;
    chosen = { at, team };
  }
  return chosen;
}

import { firstStart } from './model/windows.ts';
import type { Model } from './model/model.ts';
import type { Stop, Tour } from './plan-types.ts';

/**
 * Hours of one tour whose order is given. The team leaves as late as it can without finishing later, so that
 * it waits as little as possible. A stop that cannot start in its windows starts on arrival, late.
 */
export function timeTour(model: Model, team: number, visits: readonly number[]): Tour {
  const earliest = walk(model, team, visits, model.open[model.visits + team] ?? 0);
  const slack = slackOf(model, team, visits, earliest);
  return slack > 0 ? walk(model, team, visits, earliest.departAt + slack) : earliest;
}

/** Where a visit may start on arrival; its last window is over: at once. */
export function startOn(model: Model, visit: number, arrival: number): number {
  const start = firstStart(model.windows[visit] ?? [], arrival);
  return Number.isFinite(start) ? start : arrival;
}

function walk(model: Model, team: number, visits: readonly number[], departAt: number): Tour {
  const { place, size, problem, dimensions } = model;
  const road = model.roads[team];
  const end = model.visits + model.teams + team;
  const load = sumLoads(model, visits);
  const startLoad = [...load];
  const stops: Stop[] = [];
  let here = model.visits + team;
  let leaveAt = departAt;
  let driveSeconds = 0;
  let meters = 0;
  let waitingSeconds = 0;
  let cost = model.fixedCost[team] ?? 0;
  for (const node of [...visits, end]) {
    const way = (place[here] ?? 0) * size + (place[node] ?? 0);
    const seconds = road?.seconds[way] ?? 0;
    driveSeconds += seconds;
    meters += road?.meters[way] ?? 0;
    cost += road?.cost[way] ?? 0;
    const arriveAt = leaveAt + seconds;
    leaveAt = arriveAt;
    if (node === end) break;
    const startAt = startOn(model, node, arriveAt);
    const setupSeconds = place[here] === place[node] ? 0 : (model.setup[team]?.[node] ?? 0);
    const serviceSeconds = model.service[team]?.[node] ?? 0;
    leaveAt = startAt + setupSeconds + serviceSeconds;
    waitingSeconds += startAt - arriveAt;
    for (let k = 0; k < dimensions; k += 1)
      load[k] =
        (load[k] ?? 0) + (model.pickups[node * dimensions + k] ?? 0) - (model.deliveries[node * dimensions + k] ?? 0);
    stops.push({
      visit: problem.visits[node]?.id ?? '',
      arriveAt,
      waitingSeconds: startAt - arriveAt,
      startAt,
      setupSeconds,
      serviceSeconds,
      leaveAt,
      driveSeconds,
      meters,
      load: [...load],
    });
    here = node;
  }
  const id = problem.teams[team]?.id ?? '';
  return { team: id, departAt, finishAt: leaveAt, stops, driveSeconds, meters, waitingSeconds, cost, startLoad };
}

/** What is carried when the tour starts. */
function sumLoads({ dimensions, deliveries }: Model, visits: readonly number[]): number[] {
  return Array.from({ length: dimensions }, (_, k) =>
    visits.reduce((sum, visit) => sum + (deliveries[visit * dimensions + k] ?? 0), 0),
  );
}

/** By how much the departure may wait: what the stops can be put off by, and no more than they wait. */
function slackOf(model: Model, team: number, visits: readonly number[], tour: Tour): number {
  const shiftEnd = model.close[model.visits + team] ?? 0;
  let waited = 0;
  let slack = Infinity;
  for (const [rank, stop] of tour.stops.entries()) {
    waited += stop.waitingSeconds;
    const windows = model.windows[visits[rank] ?? 0] ?? [];
    const window = windows.find(({ from, to }) => stop.startAt >= from && stop.startAt <= to);
    slack = Math.min(slack, waited + (window ? window.to - stop.startAt : 0));
  }
  return Math.max(0, Math.min(slack, waited, shiftEnd - tour.departAt));
}

import type { Problem } from './problem.ts';

export type ViolationCause =
  'delay' | 'skills' | 'equipment' | 'load' | 'shift' | 'max_tasks' | 'max_travel_time' | 'max_distance' | 'lock';

/** One rule broken by a tour as it stands. `words` is a French sentence for the coordinator. */
export interface Violation {
  cause: ViolationCause;
  team: string;
  visit?: string;
  /** Late by, or over by, when the cause is a time. */
  seconds?: number;
  words: string;
}

/** Times in seconds on the problem's axis. Care begins at `startAt`, after `waitingSeconds`. */
export interface Stop {
  visit: string;
  arriveAt: number;
  waitingSeconds: number;
  startAt: number;
  setupSeconds: number;
  serviceSeconds: number;
  leaveAt: number;
  /** Road since the departure of the tour. */
  driveSeconds: number;
  meters: number;
  /** Load when leaving, by dimension. */
  load: number[];
}

export interface Tour {
  team: string;
  departAt: number;
  finishAt: number;
  stops: Stop[];
  driveSeconds: number;
  meters: number;
  waitingSeconds: number;
  cost: number;
  /** Load when leaving the start, by dimension. */
  startLoad: number[];
}

export interface Unplanned {
  visit: string;
  /** French sentence. */
  words: string;
}

export interface Plan {
  problem: Problem;
  /** Teams that have at least one stop, in the problem's order. */
  tours: Tour[];
  unplanned: Unplanned[];
  violations: Violation[];
  cost: number;
  /** Turns of the improvement that were run. */
  iterations: number;
}

/** Anything that can say stop: an AbortSignal, or a flag in shared memory. */
export interface StopSignal {
  readonly aborted: boolean;
}

export interface PlanOptions {
  /** Wall time of the search. */
  budgetMs: number;
  seed: number;
  /** Milliseconds of a clock that only goes forward: `() => performance.now()`. */
  now: () => number;
  signal?: StopSignal;
  /** Turns at most. With an unlimited `budgetMs`, the same seed and turns give the same plan. */
  iterations?: number;
}

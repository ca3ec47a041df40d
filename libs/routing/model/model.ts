import type { Problem, TimeWindow } from '../problem.ts';
import type { Road } from './roads.ts';

/**
 * A problem as numbers. Nodes: visit v is node v (0 … n−1), the start of team r is n + r, its end n + m + r.
 * Arrays by node unless said otherwise.
 */
export interface Model {
  problem: Problem;
  /** n */
  visits: number;
  /** m */
  teams: number;
  nodes: number;
  /** Row length of the roads. */
  size: number;
  place: Int32Array;
  open: Float64Array;
  close: Float64Array;
  /** More than one window: `windows` holds them. */
  isMulti: Uint8Array;
  windows: TimeWindow[][];
  hasSetups: boolean;
  /** By team. Arrays are shared by the teams of one kind. */
  roads: Road[];
  service: Float64Array[];
  setup: Float64Array[];
  /** Number of dimensions of the loads, then visit × dimension, team × dimension. */
  dimensions: number;
  deliveries: Float64Array;
  pickups: Float64Array;
  capacity: Float64Array;
  /** Both deliveries and pickups: the load rises and falls along a tour. */
  hasMixedLoads: boolean;
  /** visit × team, 1 when the team may serve the visit. */
  allowed: Uint8Array;
  /** By team: the number of the first team that is just alike, itself when none. */
  twin: Int32Array;
  fixedCost: Float64Array;
  maxVisits: Float64Array;
  maxDrive: Float64Array;
  maxMeters: Float64Array;
  hasRoadLimits: boolean;
  /** By visit: what leaving it out weighs. */
  weight: Float64Array;
  /** By visit: its team when locked, else −1; its rank when locked, else −1; 1 when it never moves. */
  lockedTeam: Int32Array;
  lockedRank: Int32Array;
  isPinned: Uint8Array;
}

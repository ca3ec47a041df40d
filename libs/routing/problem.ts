/** Bounds of a start, both included, in seconds on the problem's own time axis (any origin, one for all). */
export interface TimeWindow {
  from: number;
  to: number;
}

/** Degrees, WGS 84. */
export interface GeoPoint {
  lat: number;
  lon: number;
}

/** A row of the given matrices, or a point when travel is estimated. */
export type PlaceRef = number | GeoPoint;

/**
 * What a re-planning never breaks. `team` alone: the visit stays with that team. `position`: its rank in
 * the tour, 0 first; the ranks locked in a team follow one another from 0 (what is done or announced is the
 * beginning of a tour). `at`: the start, in seconds; it takes the place of the windows.
 */
export interface VisitLock {
  team: string;
  position?: number;
  at?: number;
}

export interface Visit {
  id: string;
  place: PlaceRef;
  /** Time of care, in seconds. */
  serviceSeconds: number;
  /** Paid once when several visits follow one another at one place, in seconds. */
  setupSeconds?: number;
  /** When the team's kind changes the time of care: seconds by `Team.kind`. */
  serviceSecondsByKind?: Record<string, number>;
  setupSecondsByKind?: Record<string, number>;
  /** Several possible; none: any time of a shift. A window bounds the start, not the end. */
  windows?: readonly TimeWindow[];
  /** All must be held by the team. */
  skills?: readonly string[];
  equipment?: readonly string[];
  /** Higher is kept longer when not all fit; 0 by default. */
  priority?: number;
  /** Carried from the start of the tour, by dimension of the capacity. */
  deliveries?: readonly number[];
  /** Carried to the end of the tour. */
  pickups?: readonly number[];
  lock?: VisitLock;
}

/** Price of a team, in any one unit; by default the price of a tour is its seconds on the road. */
export interface TeamCosts {
  fixed?: number;
  perHour?: number;
  perKm?: number;
}

export interface Team {
  id: string;
  /** Without a start (an end), the tour begins (ends) at its first (last) visit. */
  start?: PlaceRef;
  end?: PlaceRef;
  shift?: TimeWindow;
  skills?: readonly string[];
  equipment?: readonly string[];
  capacity?: readonly number[];
  kind?: string;
  /** Which matrices it travels by; `DEFAULT_PROFILE` when absent. */
  profile?: string;
  /** 2: twice as fast as the matrix. */
  speedFactor?: number;
  costs?: TeamCosts;
  maxVisits?: number;
  maxDriveSeconds?: number;
  maxMeters?: number;
}

/** Square, row = origin. `costs`, when given, is what is made small instead of the seconds. */
export interface TravelMatrix {
  seconds: readonly (readonly number[])[];
  meters?: readonly (readonly number[])[];
  costs?: readonly (readonly number[])[];
}

/** Travel without a map: straight line × detour, speed by distance, a fixed time to park. */
export interface TravelEstimate {
  /** Road over straight line; about 1.3 to 1.4 in the open country. */
  detourFactor?: number;
  /** Speed of a leg by its road distance: the first band it fits in. */
  speedBands?: readonly { upToKm: number; kmPerHour: number }[];
  parkingSeconds?: number;
}

export interface Problem {
  visits: readonly Visit[];
  teams: readonly Team[];
  /** By profile; without it places are points and travel is estimated. */
  matrices?: Record<string, TravelMatrix>;
  travel?: TravelEstimate;
}

export const DEFAULT_PROFILE = 'car';

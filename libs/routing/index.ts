export { plan } from './plan.ts';
export { ProblemError } from './problem-error.ts';
export { DEFAULT_PROFILE } from './problem.ts';
export type {
  GeoPoint,
  PlaceRef,
  Problem,
  Team,
  TeamCosts,
  TimeWindow,
  TravelEstimate,
  TravelMatrix,
  Visit,
  VisitLock,
} from './problem.ts';
export type { Plan, PlanOptions, Stop, StopSignal, Tour, Unplanned, Violation, ViolationCause } from './plan-types.ts';
export { estimateLeg, estimateMatrix, straightMeters } from './travel.ts';
export { check, type Order } from './check.ts';
export { recommend, type Recommendation, type RecommendOptions } from './recommend.ts';
export { verify } from './verify.ts';

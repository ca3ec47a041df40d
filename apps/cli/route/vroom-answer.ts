import type { Plan, Tour, Violation } from '#routing';
import type { Original, VroomProblem } from './read-vroom.ts';

export interface ComputingTimes {
  loading: number;
  solving: number;
}

type Fields = Record<string, unknown>;

/** The plan in VROOM's output: times in seconds, distances in metres when the roads have them. */
export function toVroomAnswer(given: VroomProblem, plan: Plan, times: ComputingTimes): Fields {
  const routes = plan.tours.map((tour) => toRoute(given, plan, tour));
  const sum = (key: keyof Totals) => routes.reduce((total, { totals }) => total + totals[key], 0);
  const totals: Totals = {
    setup: sum('setup'),
    service: sum('service'),
    duration: sum('duration'),
    waiting_time: sum('waiting_time'),
    priority: sum('priority'),
    distance: sum('distance'),
  };
  return {
    code: 0,
    summary: {
      cost: whole(plan.cost),
      routes: routes.length,
      unassigned: plan.unplanned.length,
      ...shown(totals, given),
      violations: plan.violations.map(toViolation),
      computing_times: { loading: Math.round(times.loading), solving: Math.round(times.solving), routing: 0 },
    },
    unassigned: plan.unplanned.map(({ visit }) => toUnassigned(given.jobs.get(visit))),
    routes: routes.map(({ fields }) => fields),
  };
}

interface Totals {
  setup: number;
  service: number;
  duration: number;
  waiting_time: number;
  priority: number;
  distance: number;
}

function toRoute(given: VroomProblem, plan: Plan, tour: Tour): { totals: Totals; fields: Fields } {
  const vehicle = given.vehicles.get(tour.team);
  const sum = (of: (stop: Tour['stops'][number]) => number) => tour.stops.reduce((total, stop) => total + of(stop), 0);
  const totals: Totals = {
    setup: sum(({ setupSeconds }) => setupSeconds),
    service: sum(({ serviceSeconds }) => serviceSeconds),
    duration: tour.driveSeconds,
    waiting_time: tour.waitingSeconds,
    priority: sum(({ visit }) => given.jobs.get(visit)?.priority ?? 0),
    distance: tour.meters,
  };
  const violations = plan.violations.filter(({ team }) => team === tour.team);
  const fields = {
    vehicle: vehicle?.id,
    ...(vehicle?.description !== undefined && { description: vehicle.description }),
    cost: whole(tour.cost),
    ...shown(totals, given),
    violations: violations.map(toViolation),
    steps: toSteps(given, tour, violations),
  };
  return { totals, fields };
}

function toSteps(given: VroomProblem, tour: Tour, violations: readonly Violation[]): Fields[] {
  const vehicle = given.vehicles.get(tour.team);
  const far = (meters: number) => (given.hasDistances ? { distance: meters } : {});
  const still = { setup: 0, service: 0, waiting_time: 0, violations: [] };
  const load = (values: readonly number[]) => (values.length > 0 ? { load: values } : {});
  const steps: Fields[] = tour.stops.map((stop) => {
    const job = given.jobs.get(stop.visit);
    return {
      type: 'job',
      id: job?.id,
      job: job?.id,
      ...(job?.description !== undefined && { description: job.description }),
      ...job?.places.place,
      setup: stop.setupSeconds,
      service: stop.serviceSeconds,
      waiting_time: stop.waitingSeconds,
      ...load(stop.load),
      arrival: stop.arriveAt,
      duration: stop.driveSeconds,
      violations: violations.filter(({ visit }) => visit === stop.visit).map(toViolation),
      ...far(stop.meters),
    };
  });
  if (vehicle?.places.start && Object.keys(vehicle.places.start).length > 0)
    steps.unshift({
      type: 'start',
      ...vehicle.places.start,
      ...still,
      ...load(tour.startLoad),
      arrival: tour.departAt,
      duration: 0,
      ...far(0),
    });
  if (vehicle?.places.end && Object.keys(vehicle.places.end).length > 0)
    steps.push({
      type: 'end',
      ...vehicle.places.end,
      ...still,
      ...load(tour.stops.at(-1)?.load ?? []),
      arrival: tour.finishAt,
      duration: tour.driveSeconds,
      ...far(tour.meters),
    });
  return steps;
}

function toUnassigned(job: Original | undefined): Fields {
  if (!job) return {};
  return {
    id: job.id,
    ...job.places.place,
    type: 'job',
    ...(job.description !== undefined && { description: job.description }),
  };
}

function toViolation({ cause, seconds }: Violation): Fields {
  return { cause, ...(seconds === undefined ? {} : { duration: seconds }) };
}

function shown({ distance, ...totals }: Totals, { hasDistances }: VroomProblem): Fields {
  return hasDistances ? { ...totals, distance } : { ...totals };
}

/** Prices are counted in fractions; adding them leaves dust after the decimals. */
function whole(cost: number): number {
  return Math.round(cost * 1e6) / 1e6;
}

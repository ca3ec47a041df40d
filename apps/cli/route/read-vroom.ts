import { ProblemError, type PlaceRef, type Problem, type Team, type TimeWindow, type Visit } from '#routing';
import { FieldReader, toAmount, toRecord } from './field-reader.ts';
import { readMatrices } from './read-matrices.ts';

const HIGHEST_PRIORITY = 100;
const SLOWEST = 0.01;
const FASTEST = 100;

/** A job or a vehicle as it came: what the answer says again. */
export interface Original {
  id: number;
  description?: string;
  priority: number;
  places: Partial<Record<'place' | 'start' | 'end', { location?: unknown; location_index?: number }>>;
}

export interface VroomProblem {
  problem: Problem;
  jobs: Map<string, Original>;
  vehicles: Map<string, Original>;
  /** Whether roads are known in metres. */
  hasDistances: boolean;
}

/**
 * Reads a problem written for VROOM (jobs and vehicles, times in seconds, `[lon, lat]`). Without matrices,
 * travel is estimated from the coordinates. @throws ProblemError, one French sentence.
 */
export function readVroom(text: string): VroomProblem {
  const input = new FieldReader(parse(text), 'problème');
  refuse(input, 'shipments', 'les enlèvements suivis de livraison (shipments) ne sont pas pris en charge');
  if (!input.has('jobs')) throw new ProblemError('Le problème n’a pas de liste « jobs ».');
  if (input.list('vehicles').length === 0) throw new ProblemError('Le problème n’a aucun véhicule dans « vehicles ».');
  const matrices = readMatrices(input);
  const isIndexed = matrices !== undefined;
  const jobs = input.list('jobs').map((job, at) => readJob(new FieldReader(job, `jobs[${at}]`), isIndexed));
  const vehicles = input
    .list('vehicles')
    .map((vehicle, at) => readVehicle(new FieldReader(vehicle, `vehicles[${at}]`), isIndexed));
  return {
    problem: {
      visits: jobs.map(([visit]) => visit),
      teams: vehicles.map(([team]) => team),
      ...(matrices && { matrices }),
    },
    jobs: new Map(jobs.map(([{ id }, original]) => [id, original])),
    vehicles: new Map(vehicles.map(([{ id }, original]) => [id, original])),
    hasDistances: !matrices || Object.values(matrices).every(({ meters }) => meters !== undefined),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new ProblemError('Le problème n’est pas du JSON lisible.');
  }
}

function readJob(job: FieldReader, isIndexed: boolean): [Visit, Original] {
  const id = job.id();
  const priority = job.amount('priority') ?? 0;
  if (priority > HIGHEST_PRIORITY) throw job.refusal('priority', `un nombre de 0 à ${HIGHEST_PRIORITY} est attendu`);
  const place = readPlace(job, 'location', 'location_index', isIndexed);
  if (place === undefined)
    throw job.refusal(
      isIndexed ? 'location_index' : 'location',
      isIndexed ? 'ligne de matrice absente' : 'lieu absent',
    );
  const visit: Visit = {
    id: String(id),
    place,
    serviceSeconds: job.amount('service') ?? 0,
    setupSeconds: job.amount('setup') ?? 0,
    serviceSecondsByKind: job.amountsByName('service_per_type'),
    setupSecondsByKind: job.amountsByName('setup_per_type'),
    windows: readWindows(job),
    skills: readSkills(job),
    priority,
    deliveries: job.amounts('delivery') ?? job.amounts('amount'),
    pickups: job.amounts('pickup'),
  };
  return [visit, original(job, id, priority, { place: ['location', 'location_index'] })];
}

function readVehicle(vehicle: FieldReader, isIndexed: boolean): [Team, Original] {
  const id = vehicle.id();
  refuse(vehicle, 'breaks', 'les pauses (breaks) ne sont pas prises en charge');
  const start = readPlace(vehicle, 'start', 'start_index', isIndexed);
  const end = readPlace(vehicle, 'end', 'end_index', isIndexed);
  if (start === undefined && end === undefined) throw vehicle.refusal('start', 'un départ ou une arrivée est attendu');
  const costs = new FieldReader(vehicle.get('costs') ?? {}, `${vehicle.name}.costs`);
  if ((costs.amount('per_task_hour') ?? 0) > 0)
    throw costs.refusal('per_task_hour', 'le coût de l’heure de soin n’est pas pris en charge');
  const speedFactor = vehicle.amount('speed_factor');
  if (speedFactor !== undefined && !(speedFactor >= SLOWEST && speedFactor <= FASTEST))
    throw vehicle.refusal('speed_factor', `un nombre de ${SLOWEST} à ${FASTEST} est attendu`);
  const window = vehicle.has('time_window')
    ? toWindow(vehicle.get('time_window'), `${vehicle.name}.time_window`)
    : undefined;
  const team: Team = {
    id: String(id),
    start,
    end,
    shift: window,
    skills: readSkills(vehicle),
    capacity: vehicle.amounts('capacity'),
    kind: vehicle.text('type'),
    profile: vehicle.text('profile'),
    speedFactor,
    costs: { fixed: costs.amount('fixed'), perHour: costs.amount('per_hour'), perKm: costs.amount('per_km') },
    maxVisits: vehicle.amount('max_tasks'),
    maxDriveSeconds: vehicle.amount('max_travel_time'),
    maxMeters: vehicle.amount('max_distance'),
  };
  return [team, original(vehicle, id, 0, { start: ['start', 'start_index'], end: ['end', 'end_index'] })];
}

function readPlace(item: FieldReader, point: string, index: string, isIndexed: boolean): PlaceRef | undefined {
  if (isIndexed) {
    if (item.has(point) && !item.has(index)) throw item.refusal(index, 'ligne de matrice absente');
    return item.amount(index);
  }
  if (!item.has(point)) return undefined;
  const [lon, lat, ...rest] = item.list(point);
  if (typeof lon !== 'number' || typeof lat !== 'number' || rest.length > 0 || Math.abs(lat) > 90)
    throw item.refusal(point, 'des coordonnées [longitude, latitude] sont attendues');
  return { lat, lon };
}

function readWindows(job: FieldReader): TimeWindow[] | undefined {
  if (!job.has('time_windows')) return undefined;
  const windows = job.list('time_windows').map((pair, at) => toWindow(pair, `${job.name}.time_windows[${at}]`));
  if (windows.length === 0) throw job.refusal('time_windows', 'au moins un créneau est attendu');
  return windows;
}

function toWindow(pair: unknown, name: string): TimeWindow {
  if (!Array.isArray(pair) || pair.length !== 2)
    throw new ProblemError(`${name} : un créneau [début, fin] est attendu.`);
  const from = toAmount(pair[0], `${name}[0]`);
  const to = toAmount(pair[1], `${name}[1]`);
  if (to < from) throw new ProblemError(`${name} : le créneau finit avant de commencer.`);
  return { from, to };
}

function readSkills(item: FieldReader): string[] | undefined {
  return item.amounts('skills')?.map(String);
}

function original(
  item: FieldReader,
  id: number,
  priority: number,
  keys: Partial<Record<'place' | 'start' | 'end', [string, string]>>,
): Original {
  const places = Object.entries(keys).map(([name, [point, index]]) => {
    const location = item.has(point) ? { location: item.get(point) } : {};
    const row = item.amount(index);
    return [name, { ...location, ...(row === undefined ? {} : { location_index: row }) }];
  });
  const description = item.text('description');
  return {
    id,
    priority,
    places: toRecord(Object.fromEntries(places), item.name),
    ...(description !== undefined && { description }),
  };
}

function refuse(item: FieldReader, key: string, words: string): void {
  if (item.list(key).length > 0) throw item.refusal(key, words);
}

import type { GeoPoint, TravelEstimate, TravelMatrix } from './problem.ts';

const EARTH_RADIUS_METERS = 6_371_008.8;
const DEFAULT_DETOUR = 1.35;
/** Streets, country roads, expressways: French averages door to door, to be learnt from the team's own trips. */
const DEFAULT_BANDS = [
  { upToKm: 3, kmPerHour: 25 },
  { upToKm: 15, kmPerHour: 45 },
  { upToKm: 50, kmPerHour: 65 },
  { upToKm: Infinity, kmPerHour: 85 },
];

/** Great-circle distance in metres (haversine, mean radius of the earth). */
export function straightMeters(a: GeoPoint, b: GeoPoint): number {
  const toRadians = Math.PI / 180;
  const halfLat = ((b.lat - a.lat) * toRadians) / 2;
  const halfLon = ((b.lon - a.lon) * toRadians) / 2;
  const h = Math.sin(halfLat) ** 2 + Math.cos(a.lat * toRadians) * Math.cos(b.lat * toRadians) * Math.sin(halfLon) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Road distance (metres) and time (seconds) between two points, estimated without a map. */
export function estimateLeg(
  a: GeoPoint,
  b: GeoPoint,
  estimate: TravelEstimate = {},
): { seconds: number; meters: number } {
  const straight = straightMeters(a, b);
  if (straight === 0) return { seconds: 0, meters: 0 };
  const meters = Math.round(straight * (estimate.detourFactor ?? DEFAULT_DETOUR));
  const bands = estimate.speedBands ?? DEFAULT_BANDS;
  return { meters, seconds: Math.round(roadSeconds(meters / 1000, bands) + (estimate.parkingSeconds ?? 0)) };
}

/** Each band is driven at its own speed, so that a longer road never takes less time. */
function roadSeconds(km: number, bands: readonly { upToKm: number; kmPerHour: number }[]): number {
  let seconds = 0;
  let done = 0;
  let speed = 50;
  for (const band of bands) {
    speed = band.kmPerHour;
    const part = Math.min(km, band.upToKm) - done;
    if (part <= 0) continue;
    seconds += (part / speed) * 3600;
    done += part;
  }
  return seconds + ((km - done) / speed) * 3600;
}

/** The matrix of every pair of points. */
export function estimateMatrix(points: readonly GeoPoint[], estimate?: TravelEstimate): TravelMatrix {
  const legs = points.map((from) => points.map((to) => estimateLeg(from, to, estimate)));
  return {
    seconds: legs.map((row) => row.map((leg) => leg.seconds)),
    meters: legs.map((row) => row.map((leg) => leg.meters)),
  };
}

import type { Facts, Measurement } from '../facts.ts';

/** JSON knows neither -0 nor NaN: what a snapshot could not keep is not evaluated either. */
function safeMeasurement(measurement: Measurement): Measurement {
  const { value } = measurement;
  if (typeof value !== 'number') return measurement;
  if (!Number.isFinite(value)) return { ...measurement, value: String(value) };
  return Object.is(value, -0) ? { ...measurement, value: 0 } : measurement;
}

const isKept = (value: unknown): boolean =>
  value !== undefined && (typeof value !== 'number' || Number.isFinite(value));

/** The same facts, in a form that survives a round trip through JSON. */
export function jsonSafe(facts: Facts): Facts {
  const { age, ...others } = facts;
  const context = Object.fromEntries(Object.entries(facts.context).filter(([, value]) => isKept(value)));
  const measurements = facts.measurements.map(safeMeasurement);
  return { ...others, ...(age !== undefined && Number.isFinite(age) ? { age } : {}), context, measurements };
}

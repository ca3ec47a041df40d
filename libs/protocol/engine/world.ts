import { CONTEXT } from '../dictionary/context.data.ts';
import { DERIVED, MEASUREMENTS } from '../dictionary/measurements.data.ts';
import type { Facts } from '../facts.ts';
import type { UsableMeasurement } from '../measures/normalise.ts';
import { CONTEXT_RANGES, DERIVATIONS, SCORE7_POINTS } from '../protocols/derivations.data.ts';
import { conditionOf } from './compiled.ts';
import { holds } from './holds.ts';
import type { Value, World } from './seen.ts';

export interface WorldParts {
  present: Iterable<string>;
  denied: Iterable<string>;
  measurements: UsableMeasurement[];
  ageYears: number | undefined;
  context: Facts['context'];
}

const YEARS_IN = { years: 1, months: 12, days: 365.25 } as const;

/** Age in years, or undefined when it is not given or outside 0–120. */
export function ageInYears(facts: Pick<Facts, 'age' | 'ageUnit'>): number | undefined {
  if (facts.age === undefined || !Number.isFinite(facts.age)) return undefined;
  const years = facts.age / YEARS_IN[facts.ageUnit ?? 'years'];
  const { min = 0, max = 120 } = DERIVED['age'] ?? {};
  return years >= min && years <= max ? years : undefined;
}

/** A known numeric context key inside its plausible range. */
export function contextNumber(context: Facts['context'], key: string): number | undefined {
  const raw = Object.hasOwn(context, key) ? context[key] : undefined;
  const value = typeof raw === 'string' && /^\d{1,6}$/.test(raw.trim()) ? Number(raw) : raw;
  const range = CONTEXT_RANGES[key];
  if (typeof value !== 'number' || !range) return undefined;
  return value >= range[0] && value <= range[1] ? value : undefined;
}

/**
 * Values of one measure: when every one is dated the latest day speaks, otherwise all are kept and the graver wins.
 */
function latest(values: Value[]): Value[] {
  const days = values.map((value) => value.at?.slice(0, 10));
  if (values.length < 2 || days.some((day) => day === undefined)) return values;
  const last = days.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b));
  return values.filter((value) => value.at?.slice(0, 10) === last);
}

function collectValues(parts: WorldParts, present: ReadonlySet<string>): Map<string, Value[]> {
  const values = new Map<string, Value[]>();
  for (const { name, value, unit, at } of parts.measurements) {
    const entry = { value, unit, ...(at === undefined ? {} : { at }) };
    values.set(name, [...(values.get(name) ?? []), entry]);
  }
  for (const [name, list] of values)
    values.set(
      name,
      latest(list).sort((a, b) => a.value - b.value),
    );
  if (parts.ageYears !== undefined) values.set('age', [{ value: parts.ageYears, unit: 'ans' }]);
  values.set('score7', [{ value: score7(present), unit: '' }]);
  return values;
}

/** Weighted seven-point checklist of a pigmented lesion, 0 to 10 (NICE NG12). */
function score7(present: ReadonlySet<string>): number {
  return Object.entries(SCORE7_POINTS).reduce((sum, [id, points]) => sum + (present.has(id) ? points : 0), 0);
}

function withContext(values: Map<string, Value[]>, context: Facts['context']): Map<string, Value[]> {
  const all = new Map(values);
  for (const key of Object.keys(CONTEXT_RANGES)) {
    const value = contextNumber(context, key);
    if (value !== undefined) all.set(key, [{ value, unit: CONTEXT[key]?.unit ?? '' }]);
  }
  return all;
}

function statedBy(when: string, context: Facts['context'], values: ReadonlyMap<string, readonly Value[]>): string {
  const ids = [...new Set(when.match(/[a-z][a-z0-9_]*(?=[<>])/g) ?? [])];
  const parts = ids.map((id) => {
    const number = contextNumber(context, id) ?? values.get(id)?.[0]?.value;
    return `${CONTEXT[id]?.label ?? MEASUREMENTS[id]?.label ?? id}\u00a0: ${String(number).replace('.', ',')}`;
  });
  return parts.join(', ');
}

/** Builds what the rules see, with the signs that other data state by definition. */
export function buildWorld(parts: WorldParts): World {
  const present = new Set(parts.present);
  const base = collectValues(parts, present);
  const values = withContext(base, parts.context);
  const derived = new Map<string, string>();
  for (const { finding, when } of DERIVATIONS) {
    if (present.has(finding)) continue;
    if (!holds(conditionOf(when), { present, values })) continue;
    present.add(finding);
    derived.set(finding, statedBy(when, parts.context, values));
  }
  values.set('score7', [{ value: score7(present), unit: '' }]);
  return { present, denied: new Set(parts.denied), values, derived };
}

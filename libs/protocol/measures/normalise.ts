import { MEASUREMENTS } from '../dictionary/measurements.data.ts';
import type { MeasurementEntry } from '../dictionary/dictionary.ts';
import type { Measurement, ProposalFlag } from '../facts.ts';
import { formatNumber, formatValue } from '../explain/french.ts';
import { convert, factorOf, factorsOf } from './units.ts';

/** A value in its canonical unit, inside its plausible range: the only kind a rule may read. */
export interface UsableMeasurement {
  name: string;
  value: number;
  unit: string;
  at?: string;
}

export interface NormalisedMeasurement {
  usable: UsableMeasurement[];
  flags: ProposalFlag[];
}

/** « 12/8 » is written by every French doctor for 120/80 mmHg: no pressure in mmHg has two digits as low as these. */
const CMHG_CEILING = 30;
const PAIR = /^\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*[/\\-]\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*$/;
const NUMBER = /^\s*(?:[<>=~≤≥]{1,2}\s*)?([+-]?\d{1,12}(?:[.,]\d{1,6})?)\s*$/;

const toNumber = (text: string): number => Number(text.replace(',', '.'));

function parseValue(value: number | string): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const match = NUMBER.exec(value)?.[1];
  return match === undefined ? undefined : toNumber(match);
}

const implausible = (name: string, detail: string): NormalisedMeasurement => ({
  usable: [],
  flags: [{ flag: 'implausible_value', field: name, detail }],
});

const isPlausible = (entry: MeasurementEntry, value: number): boolean => value >= entry.min && value <= entry.max;

const written = (m: Measurement): string => `${m.value}${m.unit ? `\u00a0${m.unit}` : ''}`.slice(0, 60);

function refused(m: Measurement, entry: MeasurementEntry): NormalisedMeasurement {
  const range = `${formatNumber(entry.min)} à ${formatValue(entry.max, entry.unit)}`;
  return implausible(
    m.name,
    `${entry.label} ${written(m)}\u00a0: hors de la plage plausible (${range}), valeur non utilisée.`,
  );
}

function convertedFlag(m: Measurement, entry: MeasurementEntry, value: number): ProposalFlag {
  const detail = `${entry.label} ${written(m)} lu comme ${formatValue(value, entry.unit)}\u00a0: à confirmer.`;
  return { flag: 'unit_converted', field: m.name, detail };
}

function missingUnitFlag(m: Measurement, entry: MeasurementEntry, why: string): ProposalFlag {
  return { flag: 'unit_missing', field: m.name, detail: `${entry.label} ${written(m)}\u00a0: ${why}.` };
}

function usable(m: Measurement, entry: MeasurementEntry, value: number): UsableMeasurement {
  return { name: m.name, value, unit: entry.unit, ...(m.at === undefined ? {} : { at: m.at }) };
}

/** Without a unit a value is read only when a single unit makes it plausible; otherwise the requester is asked. */
function withoutUnit(m: Measurement, entry: MeasurementEntry, raw: number, why: string): NormalisedMeasurement {
  const readings = factorsOf(entry).filter((factor) => isPlausible(entry, convert(raw, factor)));
  const [factor] = readings;
  if (factor === undefined) {
    const { flags } = refused(m, entry);
    return { usable: [], flags: [missingUnitFlag(m, entry, why), ...flags] };
  }
  if (readings.length > 1) return { usable: [], flags: [missingUnitFlag(m, entry, `${why}, valeur non utilisée`)] };
  const value = convert(raw, factor);
  const flags = [missingUnitFlag(m, entry, `${why}, lu comme ${formatValue(value, entry.unit)}`)];
  if (factor !== 1) flags.push(convertedFlag(m, entry, value));
  return { usable: [usable(m, entry, value)], flags };
}

function normaliseNumber(m: Measurement, entry: MeasurementEntry): NormalisedMeasurement {
  const raw = parseValue(m.value);
  if (raw === undefined)
    return implausible(m.name, `${entry.label} ${written(m)}\u00a0: valeur illisible, non utilisée.`);
  const unit = m.unit?.trim() ?? '';
  if (unit === '' && entry.unit !== '') return withoutUnit(m, entry, raw, 'unité absente');
  const factor = entry.unit === '' ? 1 : factorOf(entry, unit);
  if (factor === undefined) {
    const why = `unité «\u00a0${unit.slice(0, 20)}\u00a0» non reconnue, valeur non utilisée`;
    return { usable: [], flags: [missingUnitFlag(m, entry, why)] };
  }
  const value = convert(raw, factor);
  if (!isPlausible(entry, value)) return refused(m, entry);
  return { usable: [usable(m, entry, value)], flags: factor === 1 ? [] : [convertedFlag(m, entry, value)] };
}

function pressureFactor(unit: string | null, systolic: number): number {
  const known = MEASUREMENTS['sbp'] && unit ? factorOf(MEASUREMENTS['sbp'], unit) : undefined;
  return known !== undefined && known !== 1 ? known : systolic <= CMHG_CEILING ? 10 : 1;
}

function normalisePressure(m: Measurement, high: number, low: number): NormalisedMeasurement {
  const factor = pressureFactor(m.unit, high);
  const systolic = convert(high, factor);
  const diastolic = convert(low, factor);
  const { sbp, dbp } = MEASUREMENTS;
  const read = `${formatNumber(systolic)}/${formatValue(diastolic, 'mmHg')}`;
  if (!sbp || !dbp || !isPlausible(sbp, systolic) || !isPlausible(dbp, diastolic) || diastolic >= systolic)
    return implausible('bp', `PA ${written(m)}\u00a0: hors de la plage plausible, valeur non utilisée.`);
  const converted: ProposalFlag = {
    flag: 'unit_converted',
    field: 'bp',
    detail: `PA ${written(m)} lue comme ${read}\u00a0: à confirmer.`,
  };
  return {
    usable: [usable({ ...m, name: 'sbp' }, sbp, systolic), usable({ ...m, name: 'dbp' }, dbp, diastolic)],
    flags: factor === 1 ? [] : [converted],
  };
}

/**
 * One measure in its canonical unit (`12/8` gives 120 and 80 mmHg), or none with the reason why.
 * Conversions: triage protocol, §2.4; plausible ranges: §5. A measure the dictionary does not know is left aside.
 */
export function normaliseMeasurement(m: Measurement): NormalisedMeasurement {
  const typed = m.from ? { ...m, ...m.from } : m;
  if (typed.name === 'bp' || typed.name === 'sbp' || typed.name === 'dbp') {
    const [, high, low] = PAIR.exec(String(typed.value)) ?? [];
    if (high !== undefined && low !== undefined) return normalisePressure(typed, toNumber(high), toNumber(low));
    if (typed.name === 'bp') return implausible('bp', `PA ${written(typed)}\u00a0: valeur illisible, non utilisée.`);
  }
  const entry = Object.hasOwn(MEASUREMENTS, typed.name) ? MEASUREMENTS[typed.name] : undefined;
  return entry ? normaliseNumber(typed, entry) : { usable: [], flags: [] };
}

/** A systolic pressure at or below the diastolic one: one of the two is wrong, neither is used. */
export function rejectInvertedPressure(all: NormalisedMeasurement): NormalisedMeasurement {
  const systolic = all.usable.filter((m) => m.name === 'sbp');
  const diastolic = all.usable.filter((m) => m.name === 'dbp');
  const [high] = systolic;
  const [low] = diastolic;
  if (!high || !low || systolic.length > 1 || diastolic.length > 1 || high.value > low.value) return all;
  const detail = `PAS ${formatNumber(high.value)} et PAD ${formatValue(low.value, 'mmHg')}\u00a0: incompatibles, non utilisées.`;
  return {
    usable: all.usable.filter((m) => m !== high && m !== low),
    flags: [...all.flags, { flag: 'implausible_value', field: 'bp', detail }],
  };
}

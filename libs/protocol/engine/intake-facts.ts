import { DERIVED } from '../dictionary/measurements.data.ts';
import type { EvaluationMode, Facts, Measurement, ProposalFlag } from '../facts.ts';
import { normaliseMeasurement, rejectInvertedPressure, type UsableMeasurement } from '../measures/normalise.ts';
import { readText } from '../text/read-text.ts';
import type { ReadMeasurement, TextReading } from '../text/reading.ts';
import { CONTEXT_RANGES } from '../protocols/derivations.data.ts';
import { CONTEXT } from '../dictionary/context.data.ts';
import { ageInYears, contextNumber } from './world.ts';

/** One origin of facts: what was ticked and typed, or what the text says. */
export interface Origin {
  present: ReadonlySet<string>;
  denied: ReadonlySet<string>;
  measurements: UsableMeasurement[];
}

export interface IntakeFacts {
  structured: Origin;
  text: Origin;
  reading: TextReading;
  ageYears: number | undefined;
  flags: ProposalFlag[];
  /** Same facts, measures in canonical units, for the snapshot. */
  converted: Measurement[];
}

const EMPTY: TextReading = { findings: [], measurements: [] };

function originOf(states: Iterable<[string, string | undefined]>, measurements: UsableMeasurement[]): Origin {
  const present = new Set<string>();
  const denied = new Set<string>();
  for (const [id, state] of states) {
    if (state === 'present') present.add(id);
    else if (state === 'denied') denied.add(id);
  }
  for (const id of present) denied.delete(id);
  return { present, denied, measurements };
}

function readAll(measurements: Measurement[]): { usable: UsableMeasurement[]; flags: ProposalFlag[] } {
  const each = measurements.map((measurement) => normaliseMeasurement(measurement));
  return rejectInvertedPressure({ usable: each.flatMap((m) => m.usable), flags: each.flatMap((m) => m.flags) });
}

/** A canonical value remembers what was typed, so that a replay raises the same flags. */
function convertedForSnapshot(measurements: Measurement[]): Measurement[] {
  return measurements.flatMap((measurement) => {
    const { usable, flags } = normaliseMeasurement(measurement);
    const [only] = usable;
    const isPlainConversion = flags.length === 1 && flags[0]?.flag === 'unit_converted' && usable.length === 1;
    if (!only || !isPlainConversion) return [measurement];
    const from = measurement.from ?? { value: measurement.value, unit: measurement.unit };
    return [{ ...measurement, value: only.value, unit: only.unit, from }];
  });
}

function ageFlags(facts: Facts, ageYears: number | undefined): ProposalFlag[] {
  if (facts.age === undefined || ageYears !== undefined) return [];
  const { min, max } = DERIVED['age'] ?? { min: 0, max: 120 };
  const detail = `Âge ${facts.age}\u00a0: hors de la plage plausible (${min} à ${max}\u00a0ans), non utilisé.`;
  return [{ flag: 'implausible_value', field: 'age', detail }];
}

function contextFlags(context: Facts['context']): ProposalFlag[] {
  return Object.keys(CONTEXT_RANGES).flatMap((key) => {
    const raw = Object.hasOwn(context, key) ? context[key] : undefined;
    if (typeof raw !== 'number' || contextNumber(context, key) !== undefined) return [];
    const detail = `${CONTEXT[key]?.label ?? key}\u00a0: ${raw}, valeur non plausible, non utilisée.`;
    return [{ flag: 'implausible_value' as const, field: key, detail }];
  });
}

const asMeasurement = ({ name, value, unit, at }: ReadMeasurement): Measurement => {
  return { name, value, unit, ...(at === undefined ? {} : { at }) };
};

/** Turns what was received into what the rules can read, and says what had to be converted or refused. */
export function intakeFacts(facts: Facts, mode: EvaluationMode, now: Date): IntakeFacts {
  const ageYears = ageInYears(facts);
  const options = { specialty: facts.specialty, now, ...(ageYears === undefined ? {} : { ageYears }) };
  const reading = mode !== 'structured' && facts.freeText ? readText(facts.freeText, options) : EMPTY;
  const typed = mode === 'text' ? [] : facts.measurements;
  const structured = readAll(typed);
  const said = readAll(reading.measurements.map(asMeasurement));
  return {
    structured: originOf(mode === 'text' ? [] : Object.entries(facts.findings), structured.usable),
    text: originOf(
      reading.findings.map(({ id, state }) => [id, state]),
      said.usable,
    ),
    reading,
    ageYears,
    flags: [...structured.flags, ...said.flags, ...ageFlags(facts, ageYears), ...contextFlags(facts.context)],
    converted: convertedForSnapshot(facts.measurements),
  };
}

import type { MeasureAnswer, RequestAnswers } from './answers.ts';
import type { FieldError, FormDefinition, MeasureDefinition, MeasureUnit } from './definition.ts';
import { measureOf } from './form-for.ts';
import { CARDIOLOGY_MEASURES, NEPHROLOGY_MEASURES, PRESSURE_LIMITS } from './measures.ts';
import { writeNumber } from './write-number.ts';

/** A number of the protocol engine: `sbp` and `dbp` for a pressure, the name of the measure otherwise. */
export interface Reading {
  name: string;
  value: number;
  unit: string | null;
  at?: string;
}

export interface ParsedMeasure {
  /** In the default unit of the measure; empty when what was typed is refused. */
  readings: Reading[];
  /** What was understood, to show before sending: « 12/8 lu comme 120/80 mmHg ». */
  confirm?: string;
  /** Why it is refused, and what to do. */
  error?: Pick<FieldError, 'code' | 'message'>;
}

const CATALOGUE = new Map([...NEPHROLOGY_MEASURES, ...CARDIOLOGY_MEASURES].map((measure) => [measure.name, measure]));

/**
 * Reads a measure as French care teams write it: decimal comma or point, « 12/8 » for 120/80 mmHg, sign and
 * thousands spaces accepted, the unit repeated after the number accepted when it is the chosen one.
 * An implausible value is refused, never bent.
 */
export function parseMeasure(name: string, typed: string, unitId: string): ParsedMeasure {
  const measure = CATALOGUE.get(name);
  if (!measure) return refuse('unknown_value', 'Choisissez une mesure de la liste.');
  const unit = measure.units.find((candidate) => candidate.id === unitId);
  if (!unit) return refuse('unit', `Choisissez l’unité : ${measure.units.map((known) => known.label).join(' ou ')}.`);
  const text = withoutUnit(typed, unit);
  return measure.kind === 'pressure' ? parsePressure(measure, text, unit) : parseNumber(measure, text, unit);
}

const refuse = (code: string, message: string): ParsedMeasure => ({ readings: [], error: { code, message } });

function withoutUnit(typed: string, unit: MeasureUnit): string {
  const text = typed.replace(/[\s\u202f]+/g, '').replace('−', '-');
  const suffix = [unit.id, unit.label]
    .map((word) => word.replace(/\s+/g, ''))
    .find((word) => word && text.endsWith(word));
  return suffix ? text.slice(0, -suffix.length) : text;
}

const NUMBER = /^[+-]?\d{1,6}([.,]\d{1,3})?$/;
const toNumber = (text: string): number => Number(text.replace(',', '.'));
/** Six significant decimals: enough for any unit, and 1.1 × 10 stays 11. */
const clean = (value: number): number => Math.round(value * 1e6) / 1e6;

function parseNumber(measure: MeasureDefinition, text: string, unit: MeasureUnit): ParsedMeasure {
  const range = rangeSentence(measure, unit);
  if (!NUMBER.test(text)) return refuse('format', range);
  const value = clean(toNumber(text) * unit.factor);
  if (value < measure.min || value > measure.max) return refuse('range', range);
  const readings = [{ name: measure.name, value, unit: measure.defaultUnit || null }];
  if (unit.factor === 1) return { readings };
  const shown = `${writeNumber(toNumber(text), 3)}\u00a0${unit.label}`;
  return { readings, confirm: `${shown} lu comme ${writeNumber(value, measure.decimals)}\u00a0${unitLabel(measure)}` };
}

/** « Indiquez un poids entre 0,4 et 300 kg. », the bounds being those of the chosen unit. */
function rangeSentence(measure: MeasureDefinition, unit: MeasureUnit): string {
  const decimals = unit.factor === 1 ? measure.decimals : 3;
  const bound = (value: number) => writeNumber(value / unit.factor, decimals);
  const label = unit.id ? `\u00a0${unit.label}` : '';
  return `Indiquez ${measure.noun} entre ${bound(measure.min)} et ${bound(measure.max)}${label}.`;
}

const PRESSURE = /^(\d{1,3}(?:[.,]\d)?)[/\\-](\d{1,3}(?:[.,]\d)?)$/;
const PRESSURE_HELP =
  'Indiquez une pression comme 138/76\u00a0: systolique de 50 à 280, diastolique de 30 à 180\u00a0mmHg, la première plus haute.';

function parsePressure(measure: MeasureDefinition, text: string, unit: MeasureUnit): ParsedMeasure {
  const typed = PRESSURE.exec(text);
  if (!typed) return refuse('format', PRESSURE_HELP);
  const [high, low] = [toNumber(typed[1] ?? ''), toNumber(typed[2] ?? '')];
  // No living systolic is below 30 mmHg: both numbers that small are the usual French centimetres.
  const isInCentimetres = unit.id === 'cmHg' || (high < 30 && low < 30);
  const factor = isInCentimetres ? 10 : 1;
  const [sbp, dbp] = [clean(high * factor), clean(low * factor)];
  if (!within(sbp, PRESSURE_LIMITS.sbp) || !within(dbp, PRESSURE_LIMITS.dbp) || sbp <= dbp) {
    return refuse('range', PRESSURE_HELP);
  }
  const readings = [
    { name: 'sbp', value: sbp, unit: measure.defaultUnit },
    { name: 'dbp', value: dbp, unit: measure.defaultUnit },
  ];
  if (!isInCentimetres) return { readings };
  const shown = `${writeNumber(high, 1)}/${writeNumber(low, 1)}`;
  return { readings, confirm: `${shown} lu comme ${writeNumber(sbp, 0)}/${writeNumber(dbp, 0)}\u00a0mmHg` };
}

const within = (value: number, limits: { min: number; max: number }): boolean =>
  value >= limits.min && value <= limits.max;

const unitLabel = (measure: MeasureDefinition): string => measure.units[0]?.label ?? '';

/** Every number typed in a request, in default units, with its day; what is refused is left out. */
export function readings(answers: RequestAnswers, form: FormDefinition): Reading[] {
  return answers.measures.flatMap((answer) => {
    if (!measureOf(form, answer.name)) return [];
    const parsed = parseMeasure(answer.name, answer.value, answer.unit).readings;
    return answer.at ? parsed.map((reading) => ({ ...reading, at: answer.at ?? undefined })) : parsed;
  });
}

/** What the check step shows of the measures understood otherwise than typed. */
export function confirmations(answers: RequestAnswers): { field: string; message: string }[] {
  return answers.measures.flatMap((answer) => {
    const { confirm } = parseMeasure(answer.name, answer.value, answer.unit);
    return confirm ? [{ field: `measures.${answer.name}`, message: confirm }] : [];
  });
}

/** « 120/80 mmHg », « 3 120 ng/L »: a measure as the screens show it, whatever was typed. */
export function showMeasure(answer: MeasureAnswer): string {
  const measure = CATALOGUE.get(answer.name);
  const [first, second] = parseMeasure(answer.name, answer.value, answer.unit).readings;
  if (!measure || !first) return [answer.value, answer.unit].filter(Boolean).join('\u00a0');
  const number = writeNumber(first.value, measure.decimals);
  const value = second ? `${number}/${writeNumber(second.value, measure.decimals)}` : number;
  const label = measure.defaultUnit ? unitLabel(measure) : '';
  return [value, label].filter(Boolean).join('\u00a0');
}

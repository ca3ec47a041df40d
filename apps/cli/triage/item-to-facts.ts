import { FINDINGS, MEASUREMENTS, specialtyFrom, type Facts, type Measurement } from '#protocol';
import type { FindingState } from '#contracts/enums';

/** Why an item cannot be evaluated, and where. */
export class ItemError extends Error {
  readonly code: string;
  readonly field: string;

  constructor(code: string, message: string, field: string) {
    super(message);
    this.code = code;
    this.field = field;
  }
}

type Json = Record<string, unknown>;

const LONGEST_TEXT = 100_000;
const MOST_ENTRIES = 1_000;
const AGE_UNITS = ['years', 'months', 'days'] as const;
const SEXES = ['F', 'M', 'unknown'] as const;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fail(code: string, field: string, message: string): never {
  throw new ItemError(code, message, field);
}

function optionalObject(value: unknown, field: string): Json {
  if (value === undefined || value === null) return {};
  return isObject(value) ? value : fail('invalid_type', field, 'Un objet est attendu.');
}

function optionalText(value: unknown, field: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') return fail('invalid_type', field, 'Un texte est attendu.');
  if (value.length > LONGEST_TEXT)
    return fail('too_long', field, `Texte trop long (${LONGEST_TEXT} caractères au plus).`);
  return value;
}

function list(value: unknown, field: string): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return fail('invalid_type', field, 'Une liste est attendue.');
  if (value.length > MOST_ENTRIES)
    return fail('too_long', field, `Liste trop longue (${MOST_ENTRIES} éléments au plus).`);
  return value;
}

function findingIds(value: unknown, field: string): string[] {
  return list(value, field).map((id, index) => {
    const at = `${field}[${index}]`;
    if (typeof id !== 'string') return fail('invalid_type', at, 'Un identifiant de signe est attendu.');
    if (!Object.hasOwn(FINDINGS, id)) return fail('unknown_finding', at, `Signe inconnu\u00a0: ${id.slice(0, 60)}.`);
    return id;
  });
}

function findingStates(structured: Json): Facts['findings'] {
  const present = findingIds(structured['findings'], 'structured.findings');
  const denied = findingIds(structured['findings_absent'], 'structured.findings_absent');
  const states = new Map<string, FindingState>(denied.map((id) => [id, 'denied']));
  for (const id of present) states.set(id, 'present');
  return Object.fromEntries(states);
}

function measurement(value: unknown, field: string): Measurement {
  if (!isObject(value)) return fail('invalid_type', field, 'Une mesure est attendue\u00a0: {name, value, unit}.');
  const { name, value: amount, unit, at } = value;
  if (typeof name !== 'string') return fail('invalid_type', `${field}.name`, 'Un nom de mesure est attendu.');
  if (name !== 'bp' && !Object.hasOwn(MEASUREMENTS, name))
    return fail('unknown_measurement', `${field}.name`, `Mesure inconnue\u00a0: ${name.slice(0, 60)}.`);
  if (typeof amount !== 'number' && typeof amount !== 'string')
    return fail('invalid_type', `${field}.value`, 'Un nombre est attendu.');
  if (unit !== undefined && unit !== null && typeof unit !== 'string')
    return fail('invalid_type', `${field}.unit`, 'Une unité (texte) ou null est attendue.');
  const day = optionalText(at, `${field}.at`);
  return { name, value: amount, unit: unit ?? null, ...(day === undefined ? {} : { at: day }) };
}

function age(structured: Json): Pick<Facts, 'age' | 'ageUnit'> {
  const { age: amount, age_unit: given } = structured;
  const unit = given ?? 'years';
  const ageUnit = AGE_UNITS.find((known) => known === unit);
  if (ageUnit === undefined)
    return fail('invalid_value', 'structured.age_unit', 'Unité d’âge attendue\u00a0: years, months ou days.');
  if (amount === undefined || amount === null) return {};
  if (typeof amount !== 'number') return fail('invalid_type', 'structured.age', 'Un nombre est attendu.');
  return { age: amount, ageUnit };
}

function sex(value: unknown): Facts['sex'] {
  if (value === undefined || value === null) return 'unknown';
  return (
    SEXES.find((known) => known === value) ??
    fail('invalid_value', 'structured.sex', 'Sexe attendu\u00a0: F, M ou unknown.')
  );
}

function specialty(value: unknown): Facts['specialty'] {
  if (value === undefined || value === null) return fail('required', 'specialty', 'La spécialité est obligatoire.');
  const known = typeof value === 'string' ? specialtyFrom(value) : undefined;
  return known ?? fail('unknown_specialty', 'specialty', `Spécialité inconnue\u00a0: ${String(value).slice(0, 60)}.`);
}

/** An item of the command line as facts of the engine. @throws ItemError with the field at fault */
export function factsFromItem(item: unknown): Facts {
  if (!isObject(item)) return fail('invalid_type', '', 'Un objet est attendu.');
  const structured = optionalObject(item['structured'], 'structured');
  const requester = optionalText(item['requester'], 'requester');
  const receivedAt = optionalText(item['received_at'], 'received_at');
  const reason = optionalText(item['reason'] ?? structured['reason'], 'reason');
  const freeText = optionalText(item['free_text_fr'], 'free_text_fr');
  if (receivedAt !== undefined && Number.isNaN(Date.parse(receivedAt)))
    fail('invalid_value', 'received_at', 'Date attendue (ISO 8601).');
  return {
    specialty: specialty(item['specialty']),
    ...(requester === undefined ? {} : { requester }),
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...age(structured),
    sex: sex(structured['sex']),
    findings: findingStates(structured),
    measurements: list(structured['measurements'], 'structured.measurements').map((value, index) =>
      measurement(value, `structured.measurements[${index}]`),
    ),
    ...(reason === undefined ? {} : { reason }),
    context: optionalObject(structured['context'], 'structured.context'),
    ...(freeText === undefined ? {} : { freeText }),
  };
}

/** The id to answer with, whatever the item is. */
export function idOf(item: unknown): string | number | null {
  const id = isObject(item) ? item['id'] : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

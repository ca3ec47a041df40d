import { stepOfField, validateStep } from '#forms';
import type { FieldError, FormDefinition, RequestAnswers } from '#forms';
import type { FieldErrorBody } from '#contracts/errors';
import type { FormStep } from './draft.ts';

/** Two errors of one control on the screen. */
const SAME_CONTROL: Record<string, string> = {
  'consent.mode': 'consent.informed',
  'patient.insOid': 'patient.insMatricule',
  'place.communeName': 'place.communeInsee',
};

export const controlOf = (field: string): string => SAME_CONTROL[field] ?? field;

/** What the server refused, with the value it refused: once that value changes the words go. */
export interface ServerRefusal {
  field: string;
  message: string;
  code: string;
  value: string;
}

const valueAt = (answers: unknown, path: string): string => {
  let value = answers;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) break;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return JSON.stringify(value ?? null);
};

/** Paths of the wire say `answers.patient.phone`; those of the form `patient.phone`. Measures go by name. */
export function refusalsOf(errors: readonly FieldErrorBody[], answers: RequestAnswers): ServerRefusal[] {
  return errors.map(({ field, message, code }) => {
    const path = field.replace(/^answers\./, '').replace(/^measures\.(\d+)\..*$/, (whole, index: string) => {
      const name = answers.measures[Number(index)]?.name;
      return name ? `measures.${name}` : whole;
    });
    return { field: path, message, code, value: valueAt(answers, path) };
  });
}

/** The errors to show on a step once it was left: its own, then what the server said and that was not changed since. */
export function shownErrors(
  answers: RequestAnswers,
  form: FormDefinition,
  step: FormStep,
  attempted: boolean,
  refusals: readonly ServerRefusal[],
  now: Date,
  timeZone: string,
): FieldError[] {
  const own = attempted && step > 0 ? validateStep(answers, form, step === 0 ? 1 : step, now, { timeZone }) : [];
  const still = refusals.filter((refusal) => valueAt(answers, refusal.field) === refusal.value);
  const here = still.filter((refusal) => step === 4 || stepOfField(refusal.field) === step);
  const all = [...own, ...here.map(({ field, code, message }) => ({ field, code, message }))];
  const seen = new Set<string>();
  return all.flatMap((error) => {
    const field = controlOf(error.field);
    if (seen.has(field)) return [];
    seen.add(field);
    return [{ ...error, field }];
  });
}

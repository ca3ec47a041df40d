import type { IdentifierResult } from '#contracts/identifiers';
import type { RequestAnswers } from '../answers.ts';
import { isDay, isDayOrInstant, isFuture } from '../dates.ts';
import type { FieldError, FormDefinition } from '../definition.ts';

/** What every check needs to know of the request under review. */
export interface Review {
  answers: RequestAnswers;
  form: FormDefinition;
  now: Date;
  timeZone: string;
  today: string;
  /** Which INS may be typed; unknown in a browser that was not told. */
  data?: 'real' | 'demonstration';
  /** Nothing but what reaches the patient is required. */
  isEmergency: boolean;
}

export const problem = (field: string, code: string, message: string): FieldError => ({ field, code, message });

/** Text of a bounded length; `empty` is the sentence when it is needed and missing. */
export function checkText(
  field: string,
  text: string,
  bounds: { min?: number; max: number; empty?: string; noun: string },
): FieldError[] {
  const length = text.trim().length;
  if (length === 0) return bounds.empty ? [problem(field, 'required', bounds.empty)] : [];
  if (bounds.min && length < bounds.min) {
    return [problem(field, 'too_short', `Écrivez ${bounds.noun} en ${bounds.min} caractères au moins.`)];
  }
  if (text.length > bounds.max) {
    return [problem(field, 'too_long', `Raccourcissez ${bounds.noun} : ${bounds.max} caractères au plus.`)];
  }
  return [];
}

export function checkIdentifier(field: string, result: IdentifierResult): FieldError[] {
  return result.ok ? [] : [problem(field, result.code, result.message)];
}

/** A choice among a closed list. */
export function checkChoice(field: string, value: unknown, choices: readonly unknown[], message: string): FieldError[] {
  if (value === null || value === undefined || value === '') return [problem(field, 'required', message)];
  return choices.includes(value) ? [] : [problem(field, 'unknown_value', message)];
}

/** A day, or an instant where `instants` allows it, that is not in the future. */
export function checkPast(
  review: Review,
  field: string,
  value: string | null,
  words: { future: string; instants?: boolean },
): FieldError[] {
  if (!value) return [];
  const isWellFormed = words.instants ? isDayOrInstant(value) : isDay(value);
  if (!isWellFormed) return [problem(field, 'format', 'Indiquez une date du calendrier, jour, mois et année.')];
  return isFuture(value, review.now, review.timeZone) ? [problem(field, 'future', words.future)] : [];
}

import { EXCEPTIONAL_TEXT_MIN } from '#contracts/patient';
import type { ExceptionalReason } from '#contracts/patient';
import type { SummaryError } from '../ui/error-summary.tsx';

/** The exact traits of the person looked for. */
export interface TypedSearch {
  /** YYYY-MM-DD, or what was typed when it is no date. */
  birthDate: string | null;
  birthName: string;
  givenName: string;
}

const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

export function searchErrors({ birthDate, birthName, givenName }: TypedSearch): SummaryError[] {
  const errors: SummaryError[] = [];
  const ask = (field: string, message: string) => errors.push({ field: `recherche-${field}`, message });
  if (!birthDate || !IS_DAY.test(birthDate)) ask('birthDate', 'Écrivez la date de naissance, par exemple 14/03/1945.');
  if (!birthName.trim()) ask('birthName', 'Écrivez le nom de naissance en entier.');
  if (!givenName.trim()) ask('givenName', 'Écrivez le premier prénom en entier.');
  return errors;
}

export function reasonErrors(code: ExceptionalReason | null, text: string): SummaryError[] {
  const errors: SummaryError[] = [];
  if (!code) errors.push({ field: 'raison-code', message: 'Choisissez la raison.' });
  if (text.trim().length < EXCEPTIONAL_TEXT_MIN)
    errors.push({
      field: 'raison-text',
      message: `Écrivez pourquoi, en au moins ${EXCEPTIONAL_TEXT_MIN}\u00a0caractères.`,
    });
  return errors;
}

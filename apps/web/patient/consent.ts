import type { ConsentKind, ConsentRecordMode, SharingState } from '#contracts/patient';
import { instantOf } from '../decision/instants.ts';
import type { SummaryError } from '../ui/error-summary.tsx';

export interface TypedConsent {
  kind: ConsentKind | null;
  mode: ConsentRecordMode | null;
  /** YYYY-MM-DD, or what was typed when it is no date. */
  day: string | null;
  note: string;
}

/** What may be said from here: nothing can be withdrawn that was not given. */
export const kindsFor = (state: SharingState): ConsentKind[] => [
  'consent',
  'opposition',
  'information',
  ...(state === 'unknown' ? [] : (['withdrawal'] as const)),
];

const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is missing, one sentence a field. */
export function consentErrors({ kind, mode, day }: TypedConsent, today: string): SummaryError[] {
  const errors: SummaryError[] = [];
  const ask = (field: string, message: string) => errors.push({ field: `partage-${field}`, message });
  if (!kind) ask('kind', 'Choisissez ce que dit le patient.');
  if (!mode || (mode === 'impossible' && kind !== 'information')) ask('mode', 'Indiquez comment il l’a dit.');
  if (!day || !IS_DAY.test(day)) ask('day', 'Écrivez la date, par exemple 24/11/2026.');
  else if (day > today) ask('day', 'La date est dans le futur.');
  return errors;
}

/** Said today: now; said another day: noon of that day, where the team is. */
export const instantOfDay = (day: string, today: string, now: Date, zone: string): string =>
  day === today ? now.toISOString() : (instantOf(day, '12:00', zone) ?? now.toISOString());

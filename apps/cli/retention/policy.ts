export type RetentionKind = 'archive' | 'erase' | 'sign-ins' | 'sessions' | 'positions';

export interface RetentionRule {
  kind: RetentionKind;
  /** After the last thing that happened. */
  months: number;
  /** Said to who runs the job, before the count. */
  says: string;
}

const YEAR = 12;
const ACTIVE = 5 * YEAR;
const ARCHIVE = 15 * YEAR;

/** How long each thing is kept; the whole policy is this table. */
export const RETENTION: readonly RetentionRule[] = [
  { kind: 'archive', months: ACTIVE, says: 'Dossiers sans activité depuis 5 ans, à archiver' },
  { kind: 'erase', months: ACTIVE + ARCHIVE, says: 'Dossiers après 15 ans d’archive, à effacer' },
  { kind: 'sign-ins', months: YEAR, says: 'Essais de connexion de plus de 12 mois, à supprimer' },
  { kind: 'sessions', months: YEAR, says: 'Sessions finies depuis plus de 12 mois, à supprimer' },
  { kind: 'positions', months: 2, says: 'Positions des équipes de plus de 2 mois (cette version n’en garde aucune)' },
];

/** The same day so many months before, or the last one of a shorter month. */
export function monthsBefore(now: Date, months: number): Date {
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - months);
  if (before.getUTCDate() !== now.getUTCDate()) before.setUTCDate(0);
  return before;
}

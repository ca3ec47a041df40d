const FIRST_MS = 200;
const LONGEST_MS = 30_000;
/** A process that lived this long starts again with a clean slate. */
export const STEADY_AFTER_MS = 60_000;

/** Wait before the n-th restart in a row (from 1): doubles, with a ceiling. */
export function backoffMs(attempt: number): number {
  return Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
}

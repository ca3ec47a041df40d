const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;

export interface Slot {
  from: Date;
  to: Date;
}

/** What is told of a start: the quarter of an hour it falls in, and one hour from there. */
export function announcedSlot(start: Date): Slot {
  const from = new Date(Math.floor(start.getTime() / QUARTER_MS) * QUARTER_MS);
  return { from, to: new Date(from.getTime() + HOUR_MS) };
}

export const isWithin = (start: Date, { from, to }: Slot): boolean => start >= from && start <= to;

/** A promise that still holds is kept as it was told; another start makes another promise. */
export const promiseFor = (start: Date, told: Slot | null): Slot =>
  told && isWithin(start, told) ? told : announcedSlot(start);

import { formatDay, formatShortDay } from '../ui/format.ts';

/** Days are civil dates « 2026-11-23 », the same everywhere. */
export const todayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);

/** A date that exists, or null: what an address carries may be anything. */
export function readDay(text: string | null): string | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = new Date(`${text}T12:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text;
}

export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** « lun. 23 nov. 2026 » */
export const dayWords = (day: string): string => formatDay(`${day}T12:00:00Z`, 'UTC');

/** « jeu. 26 nov. » */
export const shortDayWords = (iso: string, timeZone: string): string => formatShortDay(iso, timeZone);

/** « 10:20 » of a day of the team, as an instant; null when it is no hour. */
export function instantOf(day: string, time: string, timeZone: string): string | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // The offset of that very moment: the night of a change of hour is no exception.
  let at = wanted;
  for (let turn = 0; turn < 2; turn += 1) at = wanted - offsetAt(at, timeZone);
  return new Date(at).toISOString();
}

function offsetAt(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}

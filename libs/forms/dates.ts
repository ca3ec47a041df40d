/** Dates typed in a form. No clock here: the moment is always given. */

const DAY_MS = 86_400_000;

/** A real day of the calendar written `YYYY-MM-DD`; 30 February is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** A day, or an instant of a real day: `2026-11-21` or `2026-11-21T08:30:00Z`, seconds optional, offset needed. */
export function isDayOrInstant(text: string): boolean {
  if (isDay(text)) return true;
  const written = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  return written !== null && isDay(written[1] ?? '') && !Number.isNaN(Date.parse(text));
}

/** Making a formatter costs a hundred times what using it does. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  FORMATTERS.set(timeZone, made);
  return made;
}

/** The day it is at that moment in that time zone. */
export function dayAt(moment: Date, timeZone: string): string {
  return formatterOf(timeZone).format(moment);
}

/** True when the day, or the instant, is after `now`; a minute of difference between two clocks is forgiven. */
export function isFuture(text: string, now: Date, timeZone: string): boolean {
  return isDay(text) ? text > dayAt(now, timeZone) : Date.parse(text) > now.getTime() + 60_000;
}

/** Whole days from one day to another; negative when `to` is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

export interface Age {
  years: number;
  /** The age as it is said: days under one month, months under two years, then years. */
  value: number;
  unit: 'years' | 'months' | 'days';
}

/** Age on a day; both dates are `YYYY-MM-DD`. A birth on 29 February counts from 1 March in other years. */
export function ageAt(birthDate: string, day: string): Age {
  const [birthYear = 0, birthMonth = 0, birthDay = 0] = birthDate.split('-').map(Number);
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const months = (year - birthYear) * 12 + (month - birthMonth) - (dayOfMonth < birthDay ? 1 : 0);
  const years = Math.floor(months / 12);
  if (months < 1) return { years, value: daysBetween(birthDate, day), unit: 'days' };
  return months < 24 ? { years, value: months, unit: 'months' } : { years, value: years, unit: 'years' };
}

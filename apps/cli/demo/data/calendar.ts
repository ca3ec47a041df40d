/** The demonstration lives in metropolitan France: its days, hours and holidays are those of Paris. */
const ZONE = 'Europe/Paris';
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** « 2026-11-21 08:30 » in Paris. */
const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

const HOUR_MS = 3_600_000;
const shifts = new Map<number, number>();

/** How far the clocks of Paris are ahead, in milliseconds; they change on the hour, so that each hour is asked once. */
function aheadAt(time: number): number {
  const hour = Math.floor(time / HOUR_MS);
  const known = shifts.get(hour);
  if (known !== undefined) return known;
  const shown = CLOCK.format(hour * HOUR_MS);
  const ahead = Date.parse(`${shown.slice(0, 10)}T${shown.slice(11, 16)}:00Z`) - hour * HOUR_MS;
  shifts.set(hour, ahead);
  return ahead;
}

const shownAt = (moment: Date): string => new Date(moment.getTime() + aheadAt(moment.getTime())).toISOString();

/** The day it is in Paris, `YYYY-MM-DD`. */
export function localDay(moment: Date): string {
  return shownAt(moment).slice(0, 10);
}

/** Minutes since midnight on the clocks of Paris. */
export function localMinutes(moment: Date): number {
  const shown = shownAt(moment);
  return Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16));
}

export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The moment at which the clocks of Paris show these minutes of that day; an hour that spring skips is one later. */
export function momentOf(day: string, minutes: number): Date {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS;
  const first = asIfUtc - aheadAt(asIfUtc);
  return new Date(asIfUtc - aheadAt(first));
}

const FIXED_HOLIDAYS = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** Easter Sunday, by the anonymous Gregorian computus (J. Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Saturdays, Sundays and public holidays, Easter Monday, Ascension and Whit Monday included. */
export function isDayOff(day: string): boolean {
  if (weekdayOf(day) > 5 || FIXED_HOLIDAYS.includes(day.slice(5))) return true;
  const sunday = easter(Number(day.slice(0, 4)));
  return [1, 39, 50].some((after) => shiftDay(sunday, after) === day);
}

/** The same moment when the desk is open, else the first minutes of its next open day. */
export function whenOpen(moment: Date, opens: number, closes: number): Date {
  const day = localDay(moment);
  const minutes = localMinutes(moment);
  if (!isDayOff(day) && minutes >= opens && minutes < closes) return moment;
  let next = !isDayOff(day) && minutes < opens ? day : shiftDay(day, 1);
  while (isDayOff(next)) next = shiftDay(next, 1);
  // Spread over the first half-hour: what waited all night is not taken in one second.
  return momentOf(next, opens + (Math.floor(moment.getTime() / MINUTE_MS) % 30));
}

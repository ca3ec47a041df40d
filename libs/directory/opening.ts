import type { OpeningHours } from '#contracts/public-page';
import { frenchHolidays } from './holidays.ts';
import { addDays, instantOf, localTime } from './local-time.ts';

/** Hours, closed dates and time zone of one desk. */
export interface Desk {
  hours: OpeningHours;
  timezone: string;
}

interface Period {
  opensAt: Date;
  closesAt: Date;
}

/** A desk that never opens would search for ever. */
const HORIZON_DAYS = 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Open periods of one local date, in order; none on a holiday or a closed date. */
export function periodsOf(desk: Desk, date: string): Period[] {
  if (desk.hours.closedDates.includes(date) || frenchHolidays(Number(date.slice(0, 4))).has(date)) return [];
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return desk.hours.weekly
    .filter((slot) => slot.weekday === weekday)
    .map((slot) => ({
      opensAt: instantOf(date, minutesOf(slot.opens), desk.timezone),
      closesAt: instantOf(date, minutesOf(slot.closes), desk.timezone),
    }))
    .sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
}

export function isOpenAt(desk: Desk, instant: Date): boolean {
  return periodsOf(desk, localTime(instant, desk.timezone).date).some(
    (period) => period.opensAt <= instant && instant < period.closesAt,
  );
}

/** The next opening at or after an instant; null when the desk does not open within 60 days. */
export function nextOpening(desk: Desk, instant: Date): Date | null {
  let date = localTime(instant, desk.timezone).date;
  for (let day = 0; day < HORIZON_DAYS; day += 1, date = addDays(date, 1)) {
    const period = periodsOf(desk, date).find((candidate) => candidate.closesAt > instant);
    if (period) return period.opensAt > instant ? period.opensAt : instant;
  }
  return null;
}

/** The last open minute at or before an instant, never before `floor`. */
export function lastOpenMinute(desk: Desk, instant: Date, floor: Date): Date {
  let date = localTime(instant, desk.timezone).date;
  for (let day = 0; day < HORIZON_DAYS; day += 1, date = addDays(date, -1)) {
    const period = periodsOf(desk, date).findLast((candidate) => candidate.opensAt <= instant);
    if (!period) continue;
    const last = instant < period.closesAt ? instant : new Date(period.closesAt.getTime() - 60_000);
    return last > floor ? last : floor;
  }
  return floor > instant ? floor : instant;
}

/** The instant reached after so many open minutes; real minutes when the desk never opens. */
export function afterOpenMinutes(desk: Desk, from: Date, minutes: number): Date {
  let left = minutes * 60_000;
  let date = localTime(from, desk.timezone).date;
  for (let day = 0; day < HORIZON_DAYS; day += 1, date = addDays(date, 1)) {
    for (const period of periodsOf(desk, date)) {
      const start = period.opensAt > from ? period.opensAt : from;
      const room = period.closesAt.getTime() - start.getTime();
      if (room <= 0) continue;
      if (room >= left) return new Date(start.getTime() + left);
      left -= room;
    }
  }
  return new Date(from.getTime() + minutes * 60_000);
}

/** Same hour, so many working days later: neither week-end, nor holiday, nor closed date. */
export function afterWorkingDays(desk: Desk, from: Date, days: number): Date {
  const { date, minutes } = localTime(from, desk.timezone);
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(desk, day)) left -= 1;
  }
  return instantOf(day, minutes, desk.timezone);
}

function isWorkingDay(desk: Desk, date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const isHoliday = frenchHolidays(Number(date.slice(0, 4))).has(date);
  return weekday !== 0 && weekday !== 6 && !isHoliday && !desk.hours.closedDates.includes(date);
}

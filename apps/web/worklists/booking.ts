import { instantOf } from '../decision/instants.ts';
import { parseCivilDate } from '../ui/format.ts';
import type { Booking } from './use-work-acts.ts';

/** An appointment as it is typed. */
export interface TypedBooking {
  day: string;
  time: string;
  minutes: string;
  place: string;
  withId: string;
}
export const EMPTY_BOOKING: TypedBooking = { day: '', time: '', minutes: '30', place: '', withId: '' };

export const isTypedBooking = (value: unknown): value is TypedBooking =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(EMPTY_BOOKING).every((field) => typeof Reflect.get(value, field) === 'string');

export type BookingErrors = Partial<Record<keyof TypedBooking, string>>;

/** « 14:30 », « 14h30 », « 14 h », « 1430 » or « 9 » as « 14:30 »; null when it is no time. */
export function parseTime(text: string): string | null {
  const match = /^(\d{1,2})(?:\s*[h:.]\s*(\d{2})?|(\d{2}))?$/i.exec(text.trim());
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? match[3] ?? 0)];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** « 24/11/2026 », or « 24/11 »: the next one to come. */
export function parseDay(text: string, today: string): string | null {
  const short = /^(\d{1,2})[\s/.-](\d{1,2})$/.exec(text.trim());
  if (!short) return parseCivilDate(text);
  const year = Number(today.slice(0, 4));
  const inYear = (value: number) => parseCivilDate(`${short[1]}/${short[2]}/${value}`);
  const thisYear = inYear(year);
  return thisYear && thisYear >= today ? thisYear : inYear(year + 1);
}

/** What was typed as the server takes it, or what to correct, field by field. */
export function readBooking(
  typed: TypedBooking,
  today: string,
  now: Date,
  zone: string,
): { booking: Booking } | { errors: BookingErrors } {
  const errors: BookingErrors = {};
  const day = parseDay(typed.day, today);
  const time = parseTime(typed.time);
  const minutes = Number(typed.minutes);
  const place = typed.place.trim();
  if (!day) errors.day = 'Écrivez la date, par exemple 24/11/2026.';
  if (!time) errors.time = 'Écrivez l’heure, par exemple 14:30.';
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 240)
    errors.minutes = 'Indiquez une durée entre 5 et 240\u00a0minutes.';
  if (place.length < 2) errors.place = 'Indiquez le lieu, ou le lien de téléconsultation prévu.';
  if (!typed.withId) errors.withId = 'Choisissez le spécialiste qui reçoit le patient.';
  const at = day && time ? instantOf(day, time, zone) : null;
  if (at && Date.parse(at) <= now.getTime()) errors.day = 'Choisissez une date à venir.';
  return at && Object.keys(errors).length === 0
    ? { booking: { at, minutes, place, withId: typed.withId } }
    : { errors };
}

import { localTime } from '#directory';

const NBSP = '\u00A0';
const MONTHS = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];

/** « 10:15 » */
export function hourOf(instant: Date, timezone: string): string {
  const { minutes } = localTime(instant, timezone);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** « 23 nov. » */
export function dayOf(instant: Date, timezone: string): string {
  const [, month, day] = localTime(instant, timezone).date.split('-');
  return `${Number(day)}${NBSP}${MONTHS[Number(month) - 1] ?? ''}`;
}

/** « 10:00 – 11:00 » */
export const rangeOf = (from: Date, to: Date, timezone: string): string =>
  `${hourOf(from, timezone)}${NBSP}–${NBSP}${hourOf(to, timezone)}`;

/** « + 9 min », « − 4 min », « + 1 h 05 » */
export function signedMinutes(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  const words =
    whole < 60
      ? `${whole}${NBSP}min`
      : `${Math.floor(whole / 60)}${NBSP}h${NBSP}${String(whole % 60).padStart(2, '0')}`;
  return `${minutes < -0.5 ? '−' : '+'}${NBSP}${words}`;
}

/** « + 4 km », « − 2,5 km » */
export function signedKm(km: number): string {
  const rounded = Math.abs(km) < 10 ? Math.round(Math.abs(km) * 10) / 10 : Math.round(Math.abs(km));
  return `${km < -0.05 ? '−' : '+'}${NBSP}${String(rounded).replace('.', ',')}${NBSP}km`;
}

/** Sets the unbreakable spaces that French typography wants: before : ; ! ? and inside « ». */
export const frenchSpaces = (text: string): string =>
  text.replaceAll(/ (?=[:;!?»])/g, NBSP).replaceAll(/(?<=«) /g, NBSP);

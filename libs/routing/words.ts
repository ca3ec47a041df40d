/** French pieces for coordinators. */
export const NBSP = '\u00A0';

/** « 14 h 05 », on the axis of the problem read as seconds since midnight. */
export function hourWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const day = 24 * 60;
  const ofDay = ((minutes % day) + day) % day;
  const rest = ofDay % 60;
  return `${Math.floor(ofDay / 60)}${NBSP}h${rest === 0 ? '' : `${NBSP}${String(rest).padStart(2, '0')}`}`;
}

/** « 12 min », « 1 h 05 »; less than a minute counts as one. */
export function durationWords(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `${minutes}${NBSP}min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}${NBSP}h${rest === 0 ? '' : `${NBSP}${String(rest).padStart(2, '0')}`}`;
}

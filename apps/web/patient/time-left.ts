import { NBSP } from '../ui/format.ts';

/** What is left of an exceptional access, to the minute above; seconds in the last minute; null when it is over. */
export function timeLeft(expiresAt: string, now: number): string | null {
  const seconds = Math.ceil((Date.parse(expiresAt) - now) / 1000);
  if (seconds <= 0) return null;
  return seconds < 60 ? `${seconds}${NBSP}s` : `${Math.ceil(seconds / 60)}${NBSP}min`;
}

/** When the words of the time left change next, in milliseconds. */
export function nextTick(expiresAt: string, now: number): number {
  const left = Date.parse(expiresAt) - now;
  return left <= 60_000 ? 1_000 : Math.max(1_000, Math.min(left % 60_000 || 60_000, left - 60_000 + 1));
}

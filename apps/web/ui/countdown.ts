import { NBSP } from './format.ts';

export type CountdownTone = 'calm' | 'watch' | 'late' | 'paused';
export interface Countdown {
  text: string;
  tone: CountdownTone;
  /** Part of the delay still left, 0 to 1. */
  share: number;
}

/** Minutes under one hour, then hours and minutes, then days. */
export function delayText(minutes: number): string {
  if (minutes < 60) return `${minutes}${NBSP}min`;
  if (minutes < 48 * 60) {
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)}${NBSP}h${rest ? `${NBSP}${String(rest).padStart(2, '0')}` : ''}`;
  }
  return `${Math.floor(minutes / 1440)}${NBSP}jours`;
}

/** What is left before a due time, in words; watched from 80 % of the delay spent. */
export function countdown(now: number, dueAt: number, startAt: number | null, paused: boolean): Countdown {
  const left = dueAt - now;
  const total = startAt === null ? 0 : dueAt - startAt;
  const share = total > 0 ? Math.min(1, Math.max(0, left / total)) : left > 0 ? 1 : 0;
  if (paused) return { text: 'en pause', tone: 'paused', share };
  if (left < 0) return { text: `retard${NBSP}${delayText(Math.ceil(-left / 60_000))}`, tone: 'late', share: 0 };
  return { text: `reste${NBSP}${delayText(Math.floor(left / 60_000))}`, tone: share <= 0.2 ? 'watch' : 'calm', share };
}

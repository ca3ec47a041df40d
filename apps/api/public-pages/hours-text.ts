import type { OpeningHours } from '#contracts/public-page';
import type { PublicNow } from './public-ess.ts';

const DAYS = ['', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const NBSP = '\u00a0';

const clock = (time: string) => time.replace(/^0/, '');

/** « du lundi au vendredi, 8:30 – 19:00 ; samedi, 9:00 – 12:00 »: days that follow and share their hours are joined. */
export function hoursText(hours: OpeningHours): string {
  const ranges = new Map<number, string>();
  for (const { weekday, opens, closes } of hours.weekly) {
    const text = `${clock(opens)}${NBSP}–${NBSP}${clock(closes)}`;
    const before = ranges.get(weekday);
    ranges.set(weekday, before ? `${before} et ${text}` : text);
  }
  const groups: { first: number; last: number; text: string }[] = [];
  for (const weekday of [...ranges.keys()].sort((a, b) => a - b)) {
    const text = ranges.get(weekday) ?? '';
    const group = groups.at(-1);
    if (group && group.text === text && group.last === weekday - 1) group.last = weekday;
    else groups.push({ first: weekday, last: weekday, text });
  }
  return groups
    .map(({ first, last, text }) => {
      if (first === last) return `le ${DAYS[first]}, ${text}`;
      if (last === first + 1) return `le ${DAYS[first]} et le ${DAYS[last]}, ${text}`;
      return `du ${DAYS[first]} au ${DAYS[last]}, ${text}`;
    })
    .join(`${NBSP}; `);
}

const isInstant = (text: string) => /^\d{4}-\d{2}-\d{2}T/.test(text);

/** « Ligne ouverte. » or when it opens again. */
export function lineStatus({ openNow, nextOpening }: PublicNow): string {
  if (openNow) return 'Ligne ouverte en ce moment.';
  if (!nextOpening) return 'Ligne fermée en ce moment.';
  if (!isInstant(nextOpening)) return `Ligne fermée. Elle rouvre ${nextOpening}.`;
  const date = new Date(nextOpening);
  const options = { timeZone: 'Europe/Paris' } as const;
  const day = new Intl.DateTimeFormat('fr-FR', { ...options, weekday: 'long', day: 'numeric', month: 'long' });
  const time = new Intl.DateTimeFormat('fr-FR', { ...options, hour: 'numeric', minute: '2-digit' });
  return `Ligne fermée. Elle rouvre ${day.format(date)} à${NBSP}${time.format(date)}.`;
}

/** « 0261910440 » as « 02 61 91 04 40 », unbroken. */
export function phoneText(phone: string): string {
  const digits = phone.replace(/^\+33/, '0').replace(/\D/g, '');
  return digits.length === 10 ? (digits.match(/../g) ?? []).join(NBSP) : phone;
}

export const phoneHref = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** 3120 → « 3120 », 6.5 → « 6,5 ». */
export function formatNumber(value: number): string {
  return String(Number(value.toFixed(2))).replace('.', ',');
}

/** Number and unit held together: « 3120 ng/L », « 120/min ». */
export function formatValue(value: number, unit: string): string {
  const number = formatNumber(value);
  if (unit === '') return number;
  return unit.startsWith('/')
    ? `${number}${unit}`
    : `${number}\u00a0${unit.replace('m2', 'm²').replace('1.73', '1,73')}`;
}

/** « 04/05 », with the year when it is not the one of `now`. The day is read as written, whatever the time zone. */
export function formatDay(iso: string, now: Date): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  if (!year || !month || !day) return '';
  return Number(year) === now.getUTCFullYear() ? `${day}/${month}` : `${day}/${month}/${year}`;
}

/** « sous 72 h », « sous 14 jours », « sous 42 à 90 jours ». */
export function formatDelay(minHours: number, maxHours: number): string {
  const days = (hours: number): number => Math.floor(hours / 24);
  if (maxHours <= 72) return maxHours === 24 ? 'dans les 24\u00a0heures' : `sous ${maxHours}\u00a0h`;
  if (minHours === maxHours) return `sous ${days(maxHours)}\u00a0jours`;
  return `sous ${days(minHours)} à ${days(maxHours)}\u00a0jours`;
}

/** Lower case for a title put inside a sentence, acronyms left alone. */
export function asClause(title: string): string {
  const [first = '', second = ''] = title;
  return /[a-zà-ÿ]/.test(second) ? first.toLowerCase() + title.slice(1) : title;
}

/** « a », « a et b », « a, b et c ». */
export function enumerate(parts: string[], word = 'et'): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** French texts of dates, ages and delays. U+00A0 everywhere a line must not break: the letter has no U+202F. */
export const NBSP = '\u00a0';

const PARIS = 'Europe/Paris';
const unbroken = (text: string) => text.replace(/[ \u202f]/g, NBSP);

const formatter = (options: Intl.DateTimeFormatOptions, timeZone: string) =>
  new Intl.DateTimeFormat('fr-FR', { ...options, timeZone });

/** « 14:30 » */
export const formatTime = (iso: string | Date, timeZone = PARIS): string =>
  formatter({ hour: '2-digit', minute: '2-digit' }, timeZone).format(new Date(iso));

/** « lun. 23 nov. 2026 » */
export const formatDay = (iso: string | Date, timeZone = PARIS): string =>
  unbroken(
    formatter({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }, timeZone).format(new Date(iso)),
  );

/** « lun. 23 nov. » */
export const formatShortDay = (iso: string | Date, timeZone = PARIS): string =>
  unbroken(formatter({ weekday: 'short', day: 'numeric', month: 'short' }, timeZone).format(new Date(iso)));

/** « lun. 23 nov. 2026 14:30 » */
export const formatMoment = (iso: string | Date, timeZone = PARIS): string =>
  `${formatDay(iso, timeZone)}${NBSP}${formatTime(iso, timeZone)}`;

const dayKey = (date: Date, timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(date);

/** « aujourd’hui 14:30 », « demain 09:00 », « lun. 23 nov. 14:30 » */
export function formatSoon(iso: string | Date, now: Date, timeZone = PARIS): string {
  const date = new Date(iso);
  const time = formatTime(date, timeZone);
  const days = Math.round((Date.parse(dayKey(date, timeZone)) - Date.parse(dayKey(now, timeZone))) / 86_400_000);
  if (days === 0) return `aujourd’hui${NBSP}${time}`;
  if (days === 1) return `demain${NBSP}${time}`;
  if (days === -1) return `hier${NBSP}${time}`;
  return `${formatShortDay(date, timeZone)}${NBSP}${time}`;
}

/** A civil date « 1945-03-02 » as « 02/03/1945 ». */
export const formatCivilDate = (date: string): string => date.split('-').reverse().join('/');

/** « 02/03/1945 », « 2.3.1945 » or « 02031945 » as « 1945-03-02 »; null when it is no date. */
export function parseCivilDate(text: string): string | null {
  const compact = text.trim().replace(/[\s.-]+/g, '/');
  const digits = /^\d{8}$/.test(compact)
    ? `${compact.slice(0, 2)}/${compact.slice(2, 4)}/${compact.slice(4)}`
    : compact;
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(digits);
  if (!match) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCDate() !== day || date.getUTCMonth() !== month - 1 || year < 1850) return null;
  return date.toISOString().slice(0, 10);
}

/** « Poids » of the dictionary's « poids », at the beginning of a line. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** « 81 ans »; nothing of an erased patient, whose date of birth is no longer known. */
export const ageWords = (age: number): string => (age > 120 ? '' : `${age}${NBSP}${age > 1 ? 'ans' : 'an'}`);

/** « Mme Le Goff, 81 ans »; of an erased patient, what is left of the name. */
export const nameAndAge = (name: string, age: number): string => [name, ageWords(age)].filter(Boolean).join(', ');

/** « 81 ans », and under 3 years « 14 mois ». */
export function formatAge(birthDate: string, now: Date): string {
  const birth = new Date(`${birthDate}T00:00:00Z`);
  let months = (now.getUTCFullYear() - birth.getUTCFullYear()) * 12 + now.getUTCMonth() - birth.getUTCMonth();
  if (now.getUTCDate() < birth.getUTCDate()) months -= 1;
  if (months < 36) return `${Math.max(months, 0)}${NBSP}mois`;
  return `${Math.floor(months / 12)}${NBSP}ans`;
}

/** « 0261910440 » as « 02 61 91 04 40 », unbroken. */
export function formatPhone(phone: string): string {
  const digits = phone.replace(/^\+33/, '0').replace(/\D/g, '');
  return digits.length === 10 ? (digits.match(/../g) ?? []).join(NBSP) : phone;
}

/** Initials of the first and of the last word: « Dr Thomas Le Bris » gives TB. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/^(Dr|Pr|Mme|M\.)\s+/, '')
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0) ?? '').join('');
}

export const plural = (count: number, one: string, many: string): string => `${count}${NBSP}${count > 1 ? many : one}`;

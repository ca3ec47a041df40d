const NBSP = '\u00a0';

/** The letter of the document lacks a few characters: their nearest neighbour is printed. */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\u202f/g, NBSP)
    .replace(/\u2192/g, '->')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();

/** « Poids » of the dictionary's « poids », at the beginning of a line. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** « 21 novembre 2026 » of an instant, in the time zone of the team. */
export const dayOf = (iso: string, timeZone: string): string =>
  unbroken(new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone }).format(new Date(iso)));

export const timeOf = (iso: string, timeZone: string): string =>
  new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(iso));

export const momentOf = (iso: string, timeZone: string): string =>
  `${dayOf(iso, timeZone)} à${NBSP}${timeOf(iso, timeZone)}`;

/** « 03/11/1945 » of a civil date, which has no time zone. */
export const civilDay = (day: string): string => day.split('-').reverse().join('/');

const unbroken = (text: string) => text.replace(/[ \u202f]/g, NBSP);

/** « 02 61 91 04 40 » */
export const phoneOf = (phone: string): string => {
  const digits = phone.replace(/^\+33/, '0').replace(/\D/g, '');
  return digits.length === 10 ? (digits.match(/../g) ?? []).join(NBSP) : phone;
};

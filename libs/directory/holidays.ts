/** Easter Sunday of a Gregorian year (anonymous Gregorian computus: Meeus, Astronomical Algorithms, ch. 8). */
function easter(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return new Date(Date.UTC(year, month - 1, day));
}

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension, Whit Monday. */
const AFTER_EASTER_DAYS = [1, 39, 50];

/** French public holidays (Code du travail, art. L3133-1), as local dates. Alsace-Moselle's two more are closed dates of an ESS. */
export function frenchHolidays(year: number): Set<string> {
  const sunday = easter(year).getTime();
  const moving = AFTER_EASTER_DAYS.map((days) => new Date(sunday + days * 86_400_000).toISOString().slice(0, 10));
  return new Set([...FIXED.map((day) => `${year}-${day}`), ...moving]);
}

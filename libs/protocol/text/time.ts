import type { Span } from './matcher.ts';
import type { Token } from './tokens.ts';

/** When something happened: hours before the note. */
export interface TimeSpan extends Span {
  hours: number;
  /** `since`: it goes on; `ago`: it happened then; `ahead`: it will be in so many hours. */
  kind: 'since' | 'ago' | 'ahead';
}

const UNITS: Record<string, number> = {
  s: 1 / 3600,
  sec: 1 / 3600,
  secondes: 1 / 3600,
  min: 1 / 60,
  mn: 1 / 60,
  minute: 1 / 60,
  minutes: 1 / 60,
  h: 1,
  heure: 1,
  heures: 1,
  hr: 1,
  j: 24,
  jr: 24,
  jrs: 24,
  jour: 24,
  jours: 24,
  sem: 168,
  semaine: 168,
  semaines: 168,
  mois: 730,
  an: 8760,
  ans: 8760,
  annee: 8760,
  annees: 8760,
};
const NUMBERS: Record<string, number> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  quinze: 15,
  vingt: 20,
  trente: 30,
  quarante: 40,
  demi: 0.5,
  demie: 0.5,
  quelques: 4,
  plusieurs: 5,
  qq: 4,
  qqs: 4,
  dizaine: 10,
  quinzaine: 15,
};
const MONTHS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];
const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];

/** Fixed phrases, longest first, with the hours they stand for in the middle of a working day. */
const PHRASES: [string, number][] = [
  ['avant hier soir', 40],
  ['avant hier', 48],
  ['hier soir', 15],
  ['hier apres midi', 21],
  ['hier matin', 26],
  ['hier', 24],
  ['la nuit derniere', 10],
  ['nuit derniere', 10],
  ['cette nuit', 8],
  ['ce matin', 4],
  ['ce midi', 2],
  ['cet apres midi', 2],
  ['ce soir', 1],
  ['tout a l heure', 1],
  ['a l instant', 0],
  ['ce jour', 3],
  ['aujourd hui', 3],
  ['matinee', 4],
  ['la semaine derniere', 168],
  ['semaine derniere', 168],
  ['semaine passee', 168],
  ['le mois dernier', 730],
  ['mois dernier', 730],
  ['l an dernier', 8760],
  ['l annee derniere', 8760],
  ['annee derniere', 8760],
  ['ces derniers jours', 72],
  ['ces dernieres semaines', 336],
  ['le week end dernier', 72],
  ['ce week end', 48],
  ['longtemps', 8760],
  ['toujours', 8760],
];
const PHRASE_TOKENS = PHRASES.map(([phrase, hours]): [string[], number] => [phrase.split(' '), hours]);

const keyAt = (tokens: readonly Token[], at: number): string => tokens[at]?.key ?? '';

function numberAt(tokens: readonly Token[], at: number): number | undefined {
  const key = keyAt(tokens, at);
  if (/^\d{1,3}(,\d)?$/.test(key)) return Number(key.replace(',', '.'));
  return Object.hasOwn(NUMBERS, key) ? NUMBERS[key] : undefined;
}

/** « 3 jours », « une demi-heure », « plus de 2 mois », « < 48 h »: hours and the token after. */
function durationAt(tokens: readonly Token[], start: number): { hours: number; to: number } | undefined {
  let at = start;
  let factor = 1;
  const skipped = [
    'de',
    'd',
    'environ',
    'a',
    'peu',
    'pres',
    'maintenant',
    'bientot',
    'seulement',
    'la',
    'le',
    'une',
    'les',
    'au',
  ];
  for (let step = 0; step < 4; step += 1) {
    const key = keyAt(tokens, at);
    if (key === 'moins' || key === '<') factor = 0.9;
    else if (key === 'plus' || key === '>') factor = 1.1;
    else if (
      !(skipped.includes(key) && numberAt(tokens, at + 1) !== undefined) &&
      !(key === 'de' || key === 'd' || key === 'environ')
    )
      break;
    at += 1;
  }
  let value = numberAt(tokens, at);
  if (value === undefined) {
    const unit = UNITS[keyAt(tokens, at)];
    const isBare = unit !== undefined && at > start;
    return isBare ? { hours: unit * factor, to: at + 1 } : undefined;
  }
  at += 1;
  const second = numberAt(tokens, at);
  if (value === 1 && second === 0.5) {
    value = 0.5;
    at += 1;
  }
  while (
    ['a', 'ou', 'de', 'd', 'bonne', 'bonnes', 'bons', 'petite', 'longues', 'dizaine'].includes(keyAt(tokens, at))
  ) {
    const other = numberAt(tokens, at + 1);
    if (other !== undefined && (keyAt(tokens, at) === 'a' || keyAt(tokens, at) === 'ou')) {
      value = other;
      at += 1;
    }
    at += 1;
  }
  const unit = Object.hasOwn(UNITS, keyAt(tokens, at)) ? UNITS[keyAt(tokens, at)] : undefined;
  return unit === undefined ? undefined : { hours: value * unit * factor, to: at + 1 };
}

function phraseAt(tokens: readonly Token[], at: number): { hours: number; to: number } | undefined {
  for (const [words, hours] of PHRASE_TOKENS)
    if (words.every((word, index) => keyAt(tokens, at + index) === word)) return { hours, to: at + words.length };
  return undefined;
}

const HOUR = 3_600_000;

/** « mars 2024 », « 2015 », « 12/03/2026 », « le 04/05 », « lundi »: hours before `now`. */
function dateAt(tokens: readonly Token[], at: number, now: Date): { hours: number; to: number } | undefined {
  const key = keyAt(tokens, at);
  const before = (time: number, to: number): { hours: number; to: number } | undefined => {
    const hours = (now.getTime() - time) / HOUR;
    return hours >= -24 ? { hours: Math.max(0, hours), to } : undefined;
  };
  const weekday = WEEKDAYS.indexOf(key);
  if (weekday !== -1) return { hours: ((now.getUTCDay() - weekday + 7) % 7 || 7) * 24, to: at + 1 };
  if (/^(19[3-9]\d|20[0-4]\d)$/.test(key) && keyAt(tokens, at + 1) !== 'm') {
    const year = Number(key);
    return before(year === now.getUTCFullYear() ? now.getTime() - 45 * 24 * HOUR : Date.UTC(year, 11, 31), at + 1);
  }
  const month = MONTHS.indexOf(key);
  if (month !== -1) {
    const year = /^20[0-4]\d$/.test(keyAt(tokens, at + 1)) ? Number(keyAt(tokens, at + 1)) : undefined;
    const guess = Date.UTC(year ?? now.getUTCFullYear(), month, 15);
    return before(
      year === undefined && guess > now.getTime() ? Date.UTC(now.getUTCFullYear() - 1, month, 15) : guess,
      year ? at + 2 : at + 1,
    );
  }
  return numericDateAt(tokens, at, now);
}

function numericDateAt(tokens: readonly Token[], at: number, now: Date): { hours: number; to: number } | undefined {
  const [day, slash, month, slash2, year] = [0, 1, 2, 3, 4].map((offset) => keyAt(tokens, at + offset));
  if (slash !== '/' || !/^\d{1,2}$/.test(day ?? '') || !/^\d{1,2}$/.test(month ?? '')) return undefined;
  const hasYear = slash2 === '/' && /^(\d\d|20\d\d)$/.test(year ?? '');
  if (!hasYear && !['le', 'du', 'au', 'depuis'].includes(keyAt(tokens, at - 1))) return undefined;
  if (Number(day) > 31 || Number(month) > 12 || Number(month) < 1) return undefined;
  const fullYear = hasYear ? Number(year) + (Number(year) < 100 ? 2000 : 0) : now.getUTCFullYear();
  let time = Date.UTC(fullYear, Number(month) - 1, Number(day), 12);
  if (!hasYear && time > now.getTime() + 24 * HOUR) time = Date.UTC(fullYear - 1, Number(month) - 1, Number(day), 12);
  const hours = (now.getTime() - time) / HOUR;
  return hours >= -24 ? { hours: Math.max(0, hours), to: at + (hasYear ? 5 : 3) } : undefined;
}

const COMING: [string[], number][] = [
  [['semaine', 'prochaine'], 168],
  [['cette', 'semaine'], 72],
  [['apres', 'demain'], 48],
  [['demain'], 24],
  [['mois', 'prochain'], 730],
];
const PLANS = /^(?:prevu|programm|planifi|sera|doit|aura|avant|date)/;

/** « dans 10 jours », « le 20/05 » when something is planned, « la semaine prochaine ». */
function comingAt(
  tokens: readonly Token[],
  at: number,
  now: Date,
  isPlanned: boolean,
): { hours: number; to: number } | undefined {
  if (keyAt(tokens, at) === 'dans') return durationAt(tokens, at + 1);
  for (const [words, hours] of COMING)
    if (words.every((word, index) => keyAt(tokens, at + index) === word)) return { hours, to: at + words.length };
  return isPlanned ? comingDateAt(tokens, at, now) : undefined;
}

function comingDateAt(tokens: readonly Token[], at: number, now: Date): { hours: number; to: number } | undefined {
  const [day, slash, month] = [0, 1, 2].map((offset) => keyAt(tokens, at + offset));
  const isNumeric = slash === '/' && /^\d{1,2}$/.test(day ?? '') && /^\d{1,2}$/.test(month ?? '');
  const named = MONTHS.indexOf(slash ?? '');
  if (!isNumeric && !(named !== -1 && /^\d{1,2}$/.test(day ?? ''))) return undefined;
  const time = Date.UTC(now.getUTCFullYear(), isNumeric ? Number(month) - 1 : named, Number(day), 12);
  const hours = (time - now.getTime()) / HOUR;
  return hours > 0 ? { hours, to: at + (isNumeric ? 3 : 2) } : undefined;
}

const AGO = new Set(['ya', 'datant', 'remontant', 'evoluant', 'y']);

/** Every expression of time of a sentence. « depuis 3 jours » goes on; « il y a 3 jours » is over. */
export function timesOf(tokens: readonly Token[], now: Date): TimeSpan[] {
  const times: TimeSpan[] = [];
  const isPlanned = tokens.some(({ key }) => PLANS.test(key));
  for (let at = 0; at < tokens.length; at += 1) {
    const key = keyAt(tokens, at);
    let found: { hours: number; to: number } | undefined;
    let kind: TimeSpan['kind'] = 'ago';
    const coming = comingAt(tokens, at, now, isPlanned);
    if (coming) [found, kind] = [coming, 'ahead'];
    else if (key === 'depuis') {
      found =
        durationAt(tokens, at + 1) ??
        phraseAt(tokens, at + 1) ??
        dateAt(tokens, at + 1, now) ??
        dateAt(tokens, at + 2, now);
      kind = 'since';
    } else if (AGO.has(key)) found = durationAt(tokens, keyAt(tokens, at + 1) === 'a' ? at + 2 : at + 1);
    else if (key === '<' || key === 'moins') found = durationAt(tokens, at);
    else found = phraseAt(tokens, at) ?? dateAt(tokens, at, now);
    if (!found || !Number.isFinite(found.hours)) continue;
    times.push({ from: at, to: found.to, hours: found.hours, kind });
    at = found.to - 1;
  }
  return times;
}

const gap = (a: Span, b: Span): number => (a.to <= b.from ? b.from - a.to : b.to <= a.from ? a.from - b.to : 0);

/** The expression of time nearest to a span, within `reach` words and not past a semicolon. */
export function nearestTime(
  span: Span,
  times: readonly TimeSpan[],
  tokens: readonly Token[],
  reach = 18,
): TimeSpan | undefined {
  const cost = (time: TimeSpan): number => {
    const [left, right] = time.from < span.from ? [time.to, span.from] : [span.to, time.from];
    const stops = tokens
      .slice(left, right + 1)
      .reduce((sum, token) => sum + (token.stop > 2 ? 6 : token.stop > 0 ? 1 : 0), 0);
    return gap(span, time) + 2 * stops;
  };
  const near = times
    .filter(({ kind }) => kind !== 'ahead')
    .map((time) => ({ time, cost: cost(time) }))
    .filter((candidate) => candidate.cost <= reach);
  return near.sort((a, b) => a.cost - b.cost)[0]?.time;
}

/** Hours until the nearest date to come in the sentence, or undefined. */
export const hoursAhead = (times: readonly TimeSpan[]): number | undefined =>
  times.find(({ kind }) => kind === 'ahead')?.hours;

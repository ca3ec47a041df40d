import { fold } from './fold.ts';
import { MEASURE_WORDS, type MeasureWords } from './measures.data.ts';
import type { ReadMeasurement } from './reading.ts';

const SPACE = '[ ]{0,3}';
const NUMBER = '\\d{1,3}(?: \\d{3})+(?![\\d/])|\\d{1,6}(?:[.,]\\d{1,3})?';
const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

interface Reader {
  words: MeasureWords;
  regex: RegExp;
}

/** Label, at most `gap` signs that are neither digits nor the end of a sentence, a number, perhaps a unit. */
function readerOf(words: MeasureWords): Reader {
  const units = Object.keys(words.units).sort((a, b) => b.length - a.length);
  const unit = units.length > 0 ? `(?:${SPACE}(${units.map(escape).join('|')})(?![a-z]))?` : '()';
  const source = `(?<![a-z0-9])(?:${words.label})(?![a-z])([^\\d.;\\n${words.needsUnit ? '' : ','}]{0,${words.gap}}?)([<>≤≥]?)${SPACE}(?<![\\d.,])(${NUMBER})${unit}`;
  return { words, regex: new RegExp(source, 'g') };
}

const READERS = MEASURE_WORDS.map(readerOf);
const PRESSURE_LABEL =
  /(?<![a-z0-9])(?:ta|pa|t\.a|p\.a|tension|pression|hta|poussee|tensionnel[a-z]*|automesures?|mapa)(?![a-z])/g;
const PRESSURE_PAIR = /(?<![\d/.,])(\d{1,3}(?:[.,]\d)?) ?\/ ?(\d{1,3}(?:[.,]\d)?)(?![\d/])(?: ?(mmhg|cmhg))?/g;
const PRESSURE_REACH = 60;
const WEIGHT_CHANGE =
  /(?<![a-z])(prise|pris|gain|grossi|augmente|augmentation|perte|perdu|maigri|\+)[^\d.;\n]{0,22}?(\d{1,2}(?:[.,]\d)?) ?(?:kg|kilos?)(?![a-z])/g;
const DEGREES = /(?<!\d)(3[5-9]|4[0-2])°(\d)(?!\d)/g;

const toNumber = (text: string): number => Number(text.replaceAll(' ', '').replace(',', '.'));
const DUST = 0.01;
/** More numbers than any letter holds. */
const MOST_MEASURES = 150;

/** « < 90 » says less than ninety: the nearest value that keeps the meaning. */
function shifted(value: number, comparator: string): number {
  if (comparator === '<') return Number((value - DUST).toFixed(2));
  return comparator === '>' ? Number((value + DUST).toFixed(2)) : value;
}

/** Words between a label and its number that say that the number is another thing. */
/** Another label between a label and a number: the number is the other’s. */
const OTHER_LABEL =
  /\b(?:fc|ta|pa|pas|pad|fr|temp|temperature|poids|glyc[a-z]*|hb|imc|pouls|dfg|crp|eva|spo2|sat|taille|inr|creat[a-z]*|hba1c|tsh|score|stade|gleason)\b/;
const FOREIGN = /[a-z]{2,}\s*(?:il y a|depuis|en)\s*$|\b(?:il y a|depuis|pendant|toutes?|dans|stade|nyha|grade|ans?)\b/;

function* labelled(folded: string, { words, regex }: Reader): Generator<ReadMeasurement> {
  regex.lastIndex = 0;
  for (let match = regex.exec(folded); match; match = regex.exec(folded)) {
    const [whole, between = '', comparator = '', digits = '', written] = match;
    const value = toNumber(digits);
    const after = folded.slice(match.index + whole.length, match.index + whole.length + 6);
    const isOther =
      FOREIGN.test(between) ||
      OTHER_LABEL.test(between) ||
      (!written && /^ ?(?:\/ ?\d|ans\b|mois\b|jours?\b|j\b|h\b|fois\b|mg\b|°\d|eme\b|er\b)/.test(after));
    regex.lastIndex = match.index + Math.max(1, whole.length - digits.length);
    if (isOther || value < words.min || value > words.max || (words.needsUnit && !written)) continue;
    const unit = written ? (words.units[written] ?? written) : (words.unit ?? null);
    yield reading(words.name, shifted(value, comparator), unit, match.index, match.index + whole.length);
  }
}

const reading = (
  name: string,
  value: number | string,
  unit: string | null,
  start: number,
  end: number,
): ReadMeasurement => {
  return { name, value, unit, quote: '', start, end };
};

/** « TA 12/8 », « 180/110 ce matin, puis 160/95 »: pairs that follow a word for blood pressure. */
function* pressures(folded: string): Generator<ReadMeasurement> {
  const seen = new Set<number>();
  PRESSURE_LABEL.lastIndex = 0;
  for (let label = PRESSURE_LABEL.exec(folded); label; label = PRESSURE_LABEL.exec(folded)) {
    const end = label.index + label[0].length;
    const zone = folded.slice(end, end + PRESSURE_REACH).split(/[;\n]|\. /)[0] ?? '';
    for (const pair of zone.matchAll(PRESSURE_PAIR)) {
      const [whole, high = '', low = '', unit] = pair;
      const start = end + pair.index;
      const [systolic, diastolic] = [toNumber(high), toNumber(low)];
      const isPressure = systolic > diastolic && (systolic >= 40 ? diastolic >= 20 : systolic <= 30 && diastolic >= 3);
      if (!isPressure || seen.has(start)) continue;
      seen.add(start);
      const from = seen.size === 1 ? label.index : start;
      yield reading(
        'bp',
        `${high}/${low}`,
        unit === 'cmhg' ? 'cmHg' : systolic <= 30 ? null : 'mmHg',
        from,
        start + whole.length,
      );
    }
  }
}

function* weightChanges(folded: string): Generator<ReadMeasurement> {
  for (const match of folded.matchAll(WEIGHT_CHANGE)) {
    const [whole, verb = '', kilos = ''] = match;
    const sign = /^(?:perte|perdu|maigri)/.test(verb) ? -1 : 1;
    yield reading('weight_delta', sign * toNumber(kilos), 'kg', match.index, match.index + whole.length);
  }
}

function* temperatures(folded: string): Generator<ReadMeasurement> {
  for (const match of folded.matchAll(DEGREES))
    yield reading('temp', toNumber(`${match[1]},${match[2]}`), '°C', match.index, match.index + match[0].length);
}

/** Units that a bare number leaves no doubt about. */
function withObviousUnit(found: ReadMeasurement): ReadMeasurement {
  const value = typeof found.value === 'number' ? found.value : 0;
  if (found.unit !== null) return found;
  if (found.name === 'qtc') return { ...found, unit: value < 2 ? 's' : 'ms' };
  if (found.name === 'hb') return { ...found, unit: value < 25 ? 'g/dL' : 'g/L' };
  if (found.name === 'vmax_aortic') return { ...found, unit: value < 10 ? 'm/s' : 'cm/s' };
  if (found.name === 'sbp' || found.name === 'dbp') return { ...found, unit: value < 31 ? 'cmHg' : 'mmHg' };
  return found;
}

/** Every measure written in a text, with its words; nothing is said yet of whether it is a fact. */
export function findMeasures(text: string, specialty: string | undefined): ReadMeasurement[] {
  const folded = fold(text);
  const found = [...pressures(folded), ...weightChanges(folded), ...temperatures(folded)].slice(0, MOST_MEASURES);
  for (const reader of READERS) {
    const { only } = reader.words;
    if (only && !(specialty && only.includes(specialty))) continue;
    for (const measure of labelled(folded, reader)) {
      const overlaps = found.some(
        (other) => other.start < measure.end && measure.start < other.end && isSameNumber(other, measure),
      );
      if (!overlaps) found.push(measure);
      if (found.length >= MOST_MEASURES) break;
    }
  }
  return found
    .map((measure) => withObviousUnit({ ...measure, quote: text.slice(measure.start, measure.end) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Two labels that end on the same number describe one measure: the first label read wins. */
const isSameNumber = (a: ReadMeasurement, b: ReadMeasurement): boolean =>
  Math.abs(a.end - b.end) < 8 || (a.name === 'bp' && (b.name === 'sbp' || b.name === 'dbp'));

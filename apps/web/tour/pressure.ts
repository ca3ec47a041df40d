import { parseMeasure } from '#forms';
import { MEASUREMENTS } from '#protocol';

/** Two fields, since the number pad of a phone has no stroke: 138 and 76, or 13 and 8 as people say it. */
const NAMES = ['sbp', 'dbp'] as const;
const NOUNS = { sbp: 'une systolique', dbp: 'une diastolique' };

export const isPressure = (name: string): boolean => name === 'sbp' || name === 'dbp';

export interface ReadPressure {
  measures: { name: string; value: number }[];
  errors: Record<string, string>;
  readAs: Record<string, string>;
}

export function readPressure(high: string, low: string): ReadPressure {
  const typed = { sbp: high.trim(), dbp: low.trim() };
  if (typed.sbp && typed.dbp) {
    const { readings, error, confirm } = parseMeasure('bp', `${typed.sbp}/${typed.dbp}`, 'mmHg');
    return {
      measures: readings.map(({ name, value }) => ({ name, value })),
      errors: error ? { sbp: error.message } : {},
      readAs: confirm ? { dbp: confirm } : {},
    };
  }
  const read: ReadPressure = { measures: [], errors: {}, readAs: {} };
  for (const name of NAMES) {
    if (!typed[name]) continue;
    const { min = 0, max = 0 } = MEASUREMENTS[name] ?? {};
    const value = Number(typed[name].replace(',', '.'));
    if (value >= min && value <= max) read.measures.push({ name, value });
    // One figure under 30 may be centimetres: the other one will tell.
    else if (value > 0 && value < 30) read.errors[name] = 'Indiquez les deux chiffres de la pression.';
    else read.errors[name] = `Indiquez ${NOUNS[name]} entre ${min} et ${max}\u00a0mmHg.`;
  }
  return read;
}

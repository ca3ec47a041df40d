import { describe, expect, test } from '@jest/globals';
import { measure } from '../testing/facts.factory.ts';
import { normaliseMeasurement } from './normalise.ts';

const read = (name: string, value: number | string, unit: string | null) => {
  const { usable, flags } = normaliseMeasurement(measure(name, value, unit));
  return { values: usable.map((m) => [m.name, m.value, m.unit]), flags: flags.map(({ flag }) => flag) };
};

describe('Units are brought to the one of the thresholds', () => {
  test.each([
    ['nt_probnp', 300, 'pmol/L', 2537.1, 'ng/L'],
    ['sbp', 18, 'cmHg', 180, 'mmHg'],
    ['qtc', 0.5, 's', 500, 'ms'],
    ['aorta_abdominal_diameter', 5.53, 'cm', 55.3, 'mm'],
    ['creatinine', 20, 'mg/L', 176.8, 'µmol/L'],
    ['hb', 9.8, 'g/dL', 98, 'g/L'],
    ['acr', 900, 'mg/g', 101.7, 'mg/mmol'],
  ])('%s %d %s is %d %s, and said to be converted', (name, value, unit, converted, canonical) => {
    expect(read(name, value, unit)).toEqual({ values: [[name, converted, canonical]], flags: ['unit_converted'] });
  });

  test.each([
    ['nt_probnp', 3120, 'pg/mL'],
    ['nt_probnp', 3120, ' NG/l '],
    ['creatinine', 98, 'μmol/L'],
    ['creatinine', 98, 'umol/l'],
    ['egfr', 45, 'ml/min/1,73 m²'],
    ['egfr', 45, 'mL/min'],
    ['hr', 80, 'bpm'],
    ['potassium', 4.1, 'mEq/L'],
    ['abi', 0.9, null],
    ['inr', 2.5, ''],
  ])('%s %d %s is the same value, without a flag', (name, value, unit) => {
    expect(read(name, value, unit)).toMatchObject({ values: [[name, value, expect.any(String)]], flags: [] });
  });
});

describe('« 12/8 »', () => {
  test.each([
    ['12/8', null, 120, 80],
    ['12/8', 'mmHg', 120, 80],
    ['12,5/7', 'cmHg', 125, 70],
    [' 18 / 11 ', '', 180, 110],
  ])('%j %j is read as %d/%d and shown for confirmation', (value, unit, high, low) => {
    expect(read('bp', value, unit)).toEqual({
      values: [
        ['sbp', high, 'mmHg'],
        ['dbp', low, 'mmHg'],
      ],
      flags: ['unit_converted'],
    });
  });

  test('120/80 is taken as it is', () => {
    expect(read('bp', '120/80', null)).toEqual({
      values: [
        ['sbp', 120, 'mmHg'],
        ['dbp', 80, 'mmHg'],
      ],
      flags: [],
    });
  });

  test.each(['8/12', '300/80', '120/20', 'douze', '12', ''])('%j is refused', (value) => {
    expect(read('bp', value, null)).toEqual({ values: [], flags: ['implausible_value'] });
  });
});

describe('A value without its unit', () => {
  test('is not used when two units make it plausible', () => {
    expect(read('nt_probnp', 2500, null)).toEqual({ values: [], flags: ['unit_missing'] });
    expect(read('creatinine', 150, '')).toEqual({ values: [], flags: ['unit_missing'] });
  });

  test('is used, and asked, when one unit alone makes it plausible', () => {
    expect(read('spo2', 85, null)).toEqual({ values: [['spo2', 85, '%']], flags: ['unit_missing'] });
    expect(read('sbp', 18, null)).toEqual({
      values: [['sbp', 180, 'mmHg']],
      flags: ['unit_missing', 'unit_converted'],
    });
  });

  test('is not used when its unit is not known', () => {
    expect(read('potassium', 6.8, 'parsec')).toEqual({ values: [], flags: ['unit_missing'] });
  });
});

describe('A value outside its plausible range is refused', () => {
  test.each([
    ['spo2', 49.9, '%'],
    ['spo2', 101, '%'],
    ['hr', 19, '/min'],
    ['hr', 301, '/min'],
    ['sbp', 12, 'mmHg'],
    ['potassium', 10.1, 'mmol/L'],
    ['nt_probnp', 4, 'ng/L'],
    ['temp', 44, '°C'],
    ['weight', 'lourd', 'kg'],
    ['hr', Number.NaN, '/min'],
    ['hr', Number.POSITIVE_INFINITY, '/min'],
  ])('%s %s %s', (name, value, unit) => {
    expect(read(name, value, unit)).toEqual({ values: [], flags: ['implausible_value'] });
  });

  test.each([
    ['spo2', 50],
    ['spo2', 100],
    ['hr', 20],
    ['hr', 300],
  ])('its ends are in it: %s %d', (name, value) => {
    expect(read(name, value, name === 'hr' ? '/min' : '%').flags).toEqual([]);
  });

  test('a measure nobody defined is left aside', () => {
    expect(read('tsh', 2, 'mUI/L')).toEqual({ values: [], flags: [] });
    expect(read('constructor', 2, null)).toEqual({ values: [], flags: [] });
  });
});

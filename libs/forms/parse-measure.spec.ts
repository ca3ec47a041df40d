import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/lot.ts';
import { CARDIOLOGY_MEASURES, NEPHROLOGY_MEASURES } from './measures.ts';
import { parseMeasure, showMeasure } from './parse-measure.ts';

const value = (name: string, typed: string, unit: string) => parseMeasure(name, typed, unit).readings[0]?.value;
const pressure = (typed: string, unit = 'mmHg') => parseMeasure('bp', typed, unit).readings.map((one) => one.value);

describe('a blood pressure', () => {
  test('« 12/8 » is read as 120/80 mmHg and shown for confirmation', () => {
    const parsed = parseMeasure('bp', '12/8', 'mmHg');
    expect(parsed.readings).toEqual([
      { name: 'sbp', value: 120, unit: 'mmHg' },
      { name: 'dbp', value: 80, unit: 'mmHg' },
    ]);
    expect(parsed.confirm).toBe('12/8 lu comme 120/80\u00a0mmHg');
  });
  test('« 138/76 » is taken as typed, without a question', () => {
    expect(parseMeasure('bp', '138/76', 'mmHg')).toEqual({
      readings: [
        { name: 'sbp', value: 138, unit: 'mmHg' },
        { name: 'dbp', value: 76, unit: 'mmHg' },
      ],
    });
  });
  test.each([
    ['13,5/8', [135, 80]],
    ['13.5/7.5', [135, 75]],
    ['138 / 76', [138, 76]],
    ['138-76', [138, 76]],
    ['138/76 mmHg', [138, 76]],
    ['50/30', [50, 30]],
    ['280/180', [280, 180]],
    ['28/18', [280, 180]],
  ])('%s is understood', (typed, expected) => expect(pressure(typed)).toEqual(expected));
  test.each([
    '49/30',
    '50/29',
    '281/180',
    '280/181',
    '80/120',
    '120/120',
    '12/80',
    '120/8',
    '120',
    '12/',
    '/',
    'haute',
  ])('%s is refused', (typed) => {
    expect(pressure(typed)).toEqual([]);
    expect(parseMeasure('bp', typed, 'mmHg').error?.message).toContain('Indiquez une pression');
  });
  test('in centimetres of mercury the number is ten times larger, and confirmed', () => {
    expect(pressure('14/9', 'cmHg')).toEqual([140, 90]);
    expect(parseMeasure('bp', '14/9', 'cmHg').confirm).toContain('140/90');
    expect(pressure('138/76', 'cmHg')).toEqual([]);
  });
  test('every plausible pressure typed in millimetres is read back the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 280 }), fc.integer({ min: 30, max: 180 }), (sbp, dbp) => {
        expect(pressure(`${sbp}/${dbp}`)).toEqual(sbp > dbp ? [sbp, dbp] : []);
      }),
    );
  });
});

describe('a number', () => {
  test.each([
    ['72,5', 72.5],
    ['72.5', 72.5],
    [' 72 ', 72],
    ['72 kg', 72],
    ['72kg', 72],
  ])('a weight « %s » is %d kg', (typed, expected) => expect(value('weight', typed, 'kg')).toBe(expected));
  test('thousands may be apart, with any space', () => {
    expect(value('nt_probnp', '3 120', 'ng/L')).toBe(3120);
    expect(value('nt_probnp', '3\u00a0120', 'ng/L')).toBe(3120);
    expect(value('nt_probnp', '3\u202f120', 'ng/L')).toBe(3120);
  });
  test('a change of weight carries its sign, typed or printed', () => {
    expect(value('weight_delta', '+2,5', 'kg')).toBe(2.5);
    expect(value('weight_delta', '-2,5', 'kg')).toBe(-2.5);
    expect(value('weight_delta', '−2,5', 'kg')).toBe(-2.5);
  });
  test.each(['', 'beaucoup', '7,2,5', '72 lb', 'NaN', '1e3', '0x10', '--4', '72;5'])('« %s » is no weight', (typed) => {
    expect(parseMeasure('weight', typed, 'kg').readings).toEqual([]);
  });
  test('an implausible weight is refused with what to do', () => {
    const parsed = parseMeasure('weight', '400', 'kg');
    expect(parsed.readings).toEqual([]);
    expect(parsed.error).toEqual({ code: 'range', message: 'Indiquez un poids entre 0,4 et 300\u00a0kg.' });
  });
  test('the picomole is converted, the original shown beside', () => {
    const parsed = parseMeasure('nt_probnp', '236', 'pmol/L');
    expect(parsed.readings[0]?.value).toBeCloseTo(1995.85, 2);
    expect(parsed.confirm).toBe('236\u00a0pmol/L lu comme 1\u00a0996\u00a0ng/L');
  });
  test.each([
    ['creatinine', '11', 'mg/L', 97.24],
    ['qtc', '0,46', 's', 460],
    ['aorta_abdominal_diameter', '5,5', 'cm', 55],
    ['hb', '12,8', 'g/dL', 128],
    ['height', '1,65', 'm', 165],
    ['acr', '300', 'mg/g', 33.9],
  ])('%s %s %s is %d in its own unit', (name, typed, unit, expected) => {
    expect(value(name, typed, unit)).toBeCloseTo(expected, 6);
  });
  test('a unit of another measure, or none, is refused with the list', () => {
    expect(parseMeasure('nt_probnp', '850', '').error?.code).toBe('unit');
    expect(parseMeasure('nt_probnp', '850', 'mmHg').error?.message).toContain('ng/L ou pg/mL ou pmol/L');
    expect(parseMeasure('inconnue', '850', 'kg').error?.code).toBe('unknown_value');
  });
  test('the unit repeated after the number must be the chosen one', () => {
    expect(parseMeasure('nt_probnp', '236 pmol/L', 'ng/L').error?.code).toBe('format');
    expect(value('nt_probnp', '850 ng/L', 'ng/L')).toBe(850);
  });
});

describe('both ends of every plausible range', () => {
  const numbers = [...CARDIOLOGY_MEASURES, ...NEPHROLOGY_MEASURES].filter((measure) => measure.kind === 'number');
  test.each(numbers.map((measure) => [measure.name, measure] as const))('%s', (_name, measure) => {
    const typed = (bound: number) => String(bound).replace('.', ',');
    expect(value(measure.name, typed(measure.min), measure.defaultUnit)).toBe(measure.min);
    expect(value(measure.name, typed(measure.max), measure.defaultUnit)).toBe(measure.max);
    expect(value(measure.name, typed(Math.round((measure.min - 0.1) * 10) / 10), measure.defaultUnit)).toBeUndefined();
    expect(value(measure.name, typed(Math.round((measure.max + 0.1) * 10) / 10), measure.defaultUnit)).toBeUndefined();
  });
});

test('no typed text ever throws, and what is refused says why', () => {
  const names = fc.constantFrom(...CARDIOLOGY_MEASURES.map((measure) => measure.name), 'bp', '', '__proto__');
  fc.assert(
    fc.property(names, fc.string(), fc.constantFrom('', 'mmHg', 'ng/L', '%', 'kg'), (name, typed, unit) => {
      const parsed = parseMeasure(name, typed, unit);
      expect(parsed.readings.length > 0).toBe(parsed.error === undefined);
    }),
    { numRuns: 1000 },
  );
});

test('a measure is shown in its own unit, or as typed when it cannot be read', () => {
  expect(showMeasure({ name: 'bp', value: '12/8', unit: 'mmHg', at: null })).toBe('120/80\u00a0mmHg');
  expect(showMeasure({ name: 'nt_probnp', value: '3120', unit: 'ng/L', at: null })).toBe('3\u00a0120\u00a0ng/L');
  expect(showMeasure({ name: 'inr', value: '2,5', unit: '', at: null })).toBe('2,5');
  expect(showMeasure({ name: 'weight', value: 'lourd', unit: 'kg', at: null })).toBe('lourd\u00a0kg');
});

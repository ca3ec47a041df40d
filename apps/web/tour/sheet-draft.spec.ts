import { describe, expect, test } from '@jest/globals';
import { draftOf, emptySheet, isBlank, obstacles, readMeasures, sheetOf } from './sheet-draft.ts';
import type { SheetDraft } from './sheet-draft.ts';

const typed = (values: Record<string, [value: string, unit: string]>): SheetDraft => ({
  ...draftOf(null),
  measures: Object.fromEntries(Object.entries(values).map(([name, [value, unit]]) => [name, { value, unit, at: '' }])),
});

describe('the sheet of a visit', () => {
  test('numbers typed with a comma leave as numbers with their unit', () => {
    const { measures, errors } = readMeasures(typed({ weight: ['64,5', 'kg'], spo2: ['96', '%'] }));
    expect(errors).toEqual({});
    expect(measures).toEqual([
      { name: 'weight', value: 64.5, unit: 'kg' },
      { name: 'spo2', value: 96, unit: '%' },
    ]);
  });

  test('the pressure is two fields; 12 and 8 are read as 120 and 80, and it is said', () => {
    const plain = readMeasures(typed({ sbp: ['138', 'mmHg'], dbp: ['76', 'mmHg'] }));
    expect(plain.measures.map(({ value }) => value)).toEqual([138, 76]);
    const centimetres = readMeasures(typed({ sbp: ['12', 'mmHg'], dbp: ['8', 'mmHg'] }));
    expect(centimetres.measures.map(({ value }) => value)).toEqual([120, 80]);
    expect(centimetres.readAs['dbp']).toContain('120/80');
  });

  test('one figure of the pressure is enough when it can be read', () => {
    expect(readMeasures(typed({ sbp: ['85', 'mmHg'] })).measures).toEqual([{ name: 'sbp', value: 85, unit: 'mmHg' }]);
    expect(readMeasures(typed({ sbp: ['12', 'mmHg'] })).errors['sbp']).toBe(
      'Indiquez les deux chiffres de la pression.',
    );
    expect(readMeasures(typed({ dbp: ['600', 'mmHg'] })).errors['dbp']).toContain('entre 30 et 180');
  });

  test('what cannot be read is said and never leaves as something else', () => {
    const read = readMeasures(typed({ hr: ['beaucoup', '/min'], temp: ['3', '°C'] }));
    expect(read.measures).toEqual([]);
    expect(Object.keys(read.errors)).toEqual(['hr', 'temp']);
  });

  test('an exam is done, or not done with its reason: nothing in between lets the visit end', () => {
    const asked = ['ecg', 'echo'] as const;
    expect(obstacles(draftOf(null), asked).map(({ field }) => field)).toEqual(['exams.ecg', 'exams.echo']);
    const half: SheetDraft = {
      ...draftOf(null),
      exams: { ecg: { done: true, reason: '' }, echo: { done: false, reason: ' ' } },
    };
    expect(obstacles(half, asked).map(({ message }) => message)).toEqual([
      'Échographie\u00a0: indiquez pourquoi l’examen n’est pas fait.',
    ]);
    const told: SheetDraft = { ...half, exams: { ...half.exams, echo: { done: false, reason: 'Sonde en panne' } } };
    expect(obstacles(told, asked)).toEqual([]);
    expect(sheetOf(told)).toMatchObject({
      examsDone: ['ecg'],
      examsMissing: [{ exam: 'echo', reason: 'Sonde en panne' }],
    });
  });

  test('a number that cannot be read stops the end of the visit, with what to do', () => {
    const [obstacle] = obstacles(typed({ hr: ['7800', '/min'] }), []);
    expect(obstacle?.field).toBe('measures.hr');
    expect(obstacle?.message).toContain('entre 20 et 300');
  });

  test('the sheet of the server comes back as it was typed', () => {
    const sheet = {
      ...emptySheet(),
      measures: [{ name: 'weight', value: 64.5, unit: 'kg', at: '2026-11-24T09:30:00.000Z' }],
      findings: { syncope_recent: 'unknown' as const },
      examsDone: ['ecg' as const],
      note: 'Vue avec sa fille',
    };
    expect(sheetOf(draftOf(sheet))).toEqual(sheet);
    expect(isBlank(draftOf(sheet))).toBe(false);
    expect(isBlank(draftOf(null))).toBe(true);
  });
});

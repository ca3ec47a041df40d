import { describe, expect, test } from '@jest/globals';
import { SPECIALTIES } from '#contracts/enums';
import { draftOf } from './sheet-draft.ts';
import type { SheetDraft } from './sheet-draft.ts';
import { stopOf } from './stop.fixture.ts';
import { visitAlarm } from './visit-alarm.ts';

const NOW = new Date('2026-11-24T09:30:00.000Z');
const draft = (values: Record<string, [string, string]>, findings: SheetDraft['findings'] = {}): SheetDraft => ({
  ...draftOf(null),
  measures: Object.fromEntries(Object.entries(values).map(([name, [value, unit]]) => [name, { value, unit, at: '' }])),
  findings,
});
const alarm = (sheet: SheetDraft, specialty: (typeof SPECIALTIES)[number] = 'cardiologie') =>
  visitAlarm(sheet, stopOf(), specialty, NOW);

describe('« Appelez le 15 » on the phone of the nurse', () => {
  test('each fixed threshold speaks, and the value beside it does not', () => {
    const pairs: [string, string, string, string][] = [
      ['spo2', '89', '90', '%'],
      ['sbp', '89', '90', 'mmHg'],
      ['rr', '30', '29', '/min'],
      ['hr', '151', '150', '/min'],
    ];
    for (const [name, beyond, within, unit] of pairs) {
      expect([name, alarm(draft({ [name]: [beyond, unit] }))?.source]).toEqual([name, 'measures']);
      expect([name, alarm(draft({ [name]: [within, unit] }))]).toEqual([name, null]);
    }
  });

  test('every specialty that sees adults has the thresholds', () => {
    for (const specialty of SPECIALTIES.filter((each) => each !== 'pediatrie')) {
      expect([specialty, alarm(draft({ spo2: ['85', '%'] }), specialty)?.source]).toEqual([specialty, 'measures']);
    }
  });

  test('the reason is what was typed, in words, and names the rule', () => {
    const seen = alarm(draft({ spo2: ['86', '%'] }));
    expect(seen?.data.join(' ')).toMatch(/SpO2.*86/);
    expect(seen?.rule).toContain('VT01');
  });

  test('a vital sign ticked speaks alone; denied or unknown it does not', () => {
    expect(alarm(draft({}, { chest_pain_ongoing: 'present' }))).toMatchObject({
      source: 'flags',
      data: ['Douleur thoracique en cours'],
    });
    expect(alarm(draft({}, { chest_pain_ongoing: 'denied', stroke_ongoing_deficit: 'unknown' }))).toBeNull();
  });

  test('a number in the making is no alarm: an unreadable value says nothing', () => {
    expect(alarm(draft({ spo2: ['8', '%'] }))).toBeNull();
    expect(alarm(draft({}))).toBeNull();
  });

  test('no word of it is a medical opinion', () => {
    const seen = alarm(draft({ spo2: ['80', '%'], sbp: ['70', 'mmHg'] }, { haemodynamic_instability: 'present' }));
    expect(JSON.stringify(seen)).not.toMatch(/diagnostic|probable|suspect|choc|œdème/i);
  });
});

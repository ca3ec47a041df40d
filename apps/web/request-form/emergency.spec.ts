import { describe, expect, test } from '@jest/globals';
import { emptyAnswers, formFor, noneOfTheseSigns } from '#forms';
import type { RequestAnswers } from '#forms';
import { emergencyOf } from './emergency.ts';
import { gravestRule } from './gravest-rule.ts';
import type { EmergencySetting } from './emergency.ts';

const form = formFor('cardiologie');
const SETTING: EmergencySetting = {
  triageMode: 'protocol',
  now: new Date('2026-11-23T08:00:00Z'),
  channel: 'form',
  timeZone: 'Europe/Paris',
  gravestRule,
};
const answers = (more: Partial<RequestAnswers>): RequestAnswers => ({
  ...emptyAnswers(form),
  redFlags: noneOfTheseSigns(form),
  ...more,
});
const emergency = (more: Partial<RequestAnswers>, setting: Partial<EmergencySetting> = {}) =>
  emergencyOf(answers(more), form, { ...SETTING, ...setting });

describe('the « Appelez le 15 » page, without any server', () => {
  test('nothing is raised by an empty form, nor by signs all denied', () => {
    expect(emergencyOf(emptyAnswers(form), form, SETTING)).toBeNull();
    expect(emergency({})).toBeNull();
  });

  test('a vital sign raises it on the tick, with its own words and the rule', () => {
    const view = emergency({ redFlags: { chest_pain_ongoing: 'present' } });
    expect(view?.source).toBe('flags');
    expect(view?.sentence).toMatch(/^Douleur thoracique en cours/);
    expect(view?.why).toMatch(/Règle .+ protocole cardiologie/i);
  });

  test('before the rules are loaded a vital sign raises it all the same', () => {
    const view = emergency({ redFlags: { chest_pain_ongoing: 'present' } }, { gravestRule: null });
    expect(view).toMatchObject({ source: 'flags', why: null });
  });

  test('« Ne sais pas » raises nothing by itself', () => {
    expect(emergency({ redFlags: { chest_pain_ongoing: 'unknown' } })).toBeNull();
  });

  test('P0 declared raises it in both modes', () => {
    expect(emergency({ declaredClass: 'P0' })?.source).toBe('declared');
    expect(emergency({ declaredClass: 'P0' }, { triageMode: 'organisation' })?.source).toBe('declared');
  });

  test('by protocol a measure may raise it; in organisation mode only a sign or the declaration', () => {
    const measures = [{ name: 'bp', value: '7/4', unit: 'mmHg', at: null }];
    const redFlags = { ...noneOfTheseSigns(form), haemodynamic_instability: 'unknown' as const };
    const low = [...measures, { name: 'spo2', value: '84', unit: '%', at: null }];
    expect(emergency({ measures: low, redFlags })?.source).toBe('measures');
    expect(emergency({ measures: low, redFlags }, { triageMode: 'organisation' })).toBeNull();
  });
});

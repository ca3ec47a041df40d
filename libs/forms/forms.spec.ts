import { describe, expect, test } from '@jest/globals';
import { CARDIOLOGIE_FORM } from './cardiologie.form.ts';
import { emptyAnswers } from './empty-answers.ts';
import { formFor, hasForm } from './form-for.ts';
import { NEPHROLOGIE_FORM } from './nephrologie.form.ts';
import { bannerFindings, isEmergency, noneOfTheseSigns } from './red-flags.ts';

const FORMS = [CARDIOLOGIE_FORM, NEPHROLOGIE_FORM];

describe.each(FORMS.map((form) => [form.specialty, form] as const))('the form of %s', (_specialty, form) => {
  test('asks in each reason only signs and measures that it names', () => {
    const measures = form.measures.map((measure) => measure.name);
    for (const reason of form.reasons) {
      for (const id of [...reason.situations, ...reason.findings]) expect(Object.keys(form.findings)).toContain(id);
      for (const name of [...reason.measures, ...reason.requiredMeasures]) expect(measures).toContain(name);
      for (const id of reason.requiredFindings) expect(reason.findings).toContain(id);
    }
    for (const id of form.ecgFindings) expect(Object.keys(form.findings)).toContain(id);
  });
  test('names every sign that it asks and asks every sign that it names', () => {
    const asked = new Set([
      ...form.reasons.flatMap((reason) => [...reason.situations, ...reason.findings]),
      ...form.redFlags.map((flag) => flag.id),
      ...form.history.flatMap((option) => option.finding ?? []),
      ...form.ecgFindings,
    ]);
    const always = ['postpartum', 'immunosuppression', 'on_anticoagulant', 'dyspnoea_nyha2', 'dyspnoea_nyha3'];
    expect(Object.keys(form.findings).filter((id) => !asked.has(id) && !always.includes(id))).toEqual([]);
  });
  test('has no id twice and no range upside down', () => {
    const lists = [form.reasons, form.redFlags, form.history].map((list) => list.map((item) => item.id));
    for (const ids of [...lists, form.measures.map((measure) => measure.name)]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
    for (const measure of form.measures) {
      expect(measure.min).toBeLessThan(measure.max);
      expect(measure.units[0]).toMatchObject({ id: measure.defaultUnit, factor: 1 });
    }
  });
  test('never lets a double sign of punctuation hang at the start of a line', () => {
    expect(JSON.stringify(form)).not.toMatch(/ [:;!?»]|« /);
  });
  test('starts empty', () => {
    const answers = emptyAnswers(form);
    expect(answers.specialty).toBe(form.specialty);
    expect(answers.redFlags).toEqual({});
    expect(JSON.parse(JSON.stringify(answers))).toEqual(answers);
  });
});

describe('the red flags', () => {
  test('of cardiology are the seven signs of the protocol, ordered by their weight', () => {
    expect(CARDIOLOGIE_FORM.redFlags.map((flag) => flag.id)).toEqual([
      'chest_pain_ongoing',
      'dyspnoea_nyha4',
      'haemodynamic_instability',
      'syncope_recent',
      'stroke_ongoing_deficit',
      'tia_under_7d',
      'icd_shock_multiple_or_unwell',
      'acute_limb_ischaemia',
    ]);
  });
  test('are all denied in one act', () => {
    const states = noneOfTheseSigns(CARDIOLOGIE_FORM);
    expect(Object.keys(states)).toHaveLength(CARDIOLOGIE_FORM.redFlags.length);
    expect(new Set(Object.values(states))).toEqual(new Set(['denied']));
  });
  test('present and vital, they call for the banner; unknown or denied, they do not', () => {
    const answers = emptyAnswers(CARDIOLOGIE_FORM);
    answers.redFlags = { chest_pain_ongoing: 'unknown', acute_limb_ischaemia: 'denied', syncope_recent: 'present' };
    expect(bannerFindings(answers, CARDIOLOGIE_FORM)).toEqual([]);
    answers.redFlags.chest_pain_ongoing = 'present';
    expect(bannerFindings(answers, CARDIOLOGIE_FORM).map((flag) => flag.id)).toEqual(['chest_pain_ongoing']);
    expect(isEmergency(answers, CARDIOLOGIE_FORM)).toBe(true);
  });
  test('a declared P0 is an emergency by itself', () => {
    const answers = { ...emptyAnswers(NEPHROLOGIE_FORM), declaredClass: 'P0' as const };
    expect(isEmergency(answers, NEPHROLOGIE_FORM)).toBe(true);
  });
});

test('a specialty without a form says so', () => {
  expect(hasForm('cardiologie')).toBe(true);
  expect(hasForm('dermatologie')).toBe(false);
  expect(() => formFor('dermatologie')).toThrow('dermatologie');
});

import { describe, expect, test } from '@jest/globals';
import type { RequestAnswers } from './answers.ts';
import { CARDIOLOGIE_FORM } from './cardiologie.form.ts';
import { emptyAnswers } from './empty-answers.ts';
import { exampleAnswers } from './example-answers.ts';
import { toFacts } from './to-facts.ts';

const RECEIVED = new Date('2026-11-21T09:00:00Z');
const CIRCUMSTANCES = { requesterRole: 'generaliste', receivedAt: RECEIVED, channel: 'form' } as const;

function factsAfter(change: (answers: RequestAnswers) => void) {
  const answers = exampleAnswers();
  change(answers);
  return toFacts(answers, CARDIOLOGIE_FORM, CIRCUMSTANCES);
}

test('the example becomes facts: age, signs, numbers, context', () => {
  const facts = toFacts(exampleAnswers(), CARDIOLOGIE_FORM, CIRCUMSTANCES);
  expect(facts).toMatchObject({
    specialty: 'cardiologie',
    requester: 'generaliste',
    receivedAt: '2026-11-21T09:00:00.000Z',
    age: 81,
    ageUnit: 'years',
    sex: 'F',
    reason: 'insuffisance_cardiaque',
    context: { channel: 'form', place: 'domicile', requested_modality: 'mobile_visit', days_since_onset: 7 },
  });
  expect(facts.findings).toMatchObject({
    chest_pain_ongoing: 'denied',
    hf_decompensation: 'present',
    orthopnoea_pnd: 'unknown',
    dyspnoea_nyha3: 'present',
    known_heart_failure: 'present',
    ecg_normal: 'present',
  });
  expect(facts.measurements).toContainEqual({ name: 'sbp', value: 120, unit: 'mmHg' });
  expect(facts.measurements).toContainEqual({ name: 'nt_probnp', value: 3120, unit: 'ng/L', at: '2026-11-19' });
  expect(facts.freeText).toContain('furosémide');
});

test('what was not asked has no key, and an empty request has no fact', () => {
  const facts = toFacts(emptyAnswers(CARDIOLOGIE_FORM), CARDIOLOGIE_FORM, { receivedAt: RECEIVED });
  expect(facts).toEqual({
    specialty: 'cardiologie',
    receivedAt: '2026-11-21T09:00:00.000Z',
    sex: 'unknown',
    findings: {},
    measurements: [],
    context: {},
  });
});

test('when two answers disagree, the graver is kept', () => {
  const facts = factsAfter((answers) => {
    answers.nyha = 4;
    answers.findings.known_heart_failure = 'denied';
  });
  expect(facts.findings.dyspnoea_nyha4).toBe('present');
  expect(facts.findings.known_heart_failure).toBe('present');
});

describe('the ECG', () => {
  test.each([
    ['normal', 'present', 'denied'],
    ['abnormal', 'denied', 'denied'],
    ['not_interpreted', 'unknown', 'denied'],
    ['not_done', 'unknown', 'present'],
  ] as const)('%s: normal is %s, not done is %s', (status, normal, notDone) => {
    const { findings } = factsAfter((answers) => (answers.ecg.status = status));
    expect(findings.ecg_normal).toBe(normal);
    expect(findings.ecg_not_done).toBe(notDone);
  });
});

describe('a unit', () => {
  test('that the engine converts goes to it as typed', () => {
    const { measurements } = factsAfter(
      (answers) => (answers.measures = [{ name: 'nt_probnp', value: '236', unit: 'pmol/L', at: null }]),
    );
    expect(measurements).toEqual([{ name: 'nt_probnp', value: 236, unit: 'pmol/L' }]);
  });
  test('usual only in laboratories is converted before', () => {
    const { measurements } = factsAfter(
      (answers) => (answers.measures = [{ name: 'hb', value: '12,8', unit: 'g/dL', at: null }]),
    );
    expect(measurements).toEqual([{ name: 'hb', value: 128, unit: 'g/L' }]);
  });
  test('that does not exist has none, and an unread measure stays in the context', () => {
    const facts = factsAfter(
      (answers) =>
        (answers.measures = [
          { name: 'inr', value: '2,5', unit: '', at: null },
          { name: 'tsh', value: '2,1', unit: 'mUI/L', at: null },
        ]),
    );
    expect(facts.measurements).toEqual([{ name: 'inr', value: 2.5, unit: null }]);
    expect(facts.context.measures).toEqual([{ name: 'tsh', value: '2,1', unit: 'mUI/L', at: null }]);
  });
});

describe('a date that bounds the answer', () => {
  test.each([
    ['2026-12-05', 14, 'present'],
    ['2026-12-06', 15, undefined],
    ['2026-11-21', 0, 'present'],
  ])('a surgery on %s is in %d days', (date, days, state) => {
    const facts = factsAfter((answers) => (answers.externalDeadline = { date, kind: 'surgery' }));
    expect(facts.context.surgery_in_days).toBe(days);
    expect(facts.findings.preop_date_within_14d).toBe(state);
  });
  test('a discharge counts the days since', () => {
    const facts = factsAfter((answers) => (answers.externalDeadline = { date: '2026-11-16', kind: 'discharge' }));
    expect(facts.context.days_since_discharge).toBe(5);
  });
});

test('the hours since the last pain come from an instant, never from a mere day', () => {
  const hours = (lastEpisodeAt: string) =>
    factsAfter((answers) => {
      answers.reason = 'douleur_thoracique';
      answers.onset.lastEpisodeAt = lastEpisodeAt;
    }).context.hours_since_last_pain;
  expect(hours('2026-11-21T01:30:00Z')).toBe(7);
  expect(hours('2026-11-20')).toBeUndefined();
});

test.each(['1', '14', '14/', '14/03', '2026-02-31', 'hier'])(
  'a date still being typed, « %s », is no date yet',
  (typed) => {
    const { context } = factsAfter(
      (answers) => (answers.onset = { at: typed, precision: 'day', lastEpisodeAt: typed }),
    );
    for (const key of ['days_since_onset', 'days_since_event', 'hours_since_onset'])
      expect(context).not.toHaveProperty(key);
  },
);

test('an infant has an age in months', () => {
  expect(factsAfter((answers) => (answers.patient.birthDate = '2026-03-21'))).toMatchObject({
    age: 8,
    ageUnit: 'months',
  });
});

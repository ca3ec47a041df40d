import { describe, expect, test } from '@jest/globals';
import { INS_OIDS } from '#contracts/identifiers';
import { fc } from '../../../test/support/lot.ts';
import type { RequestAnswers } from '../answers.ts';
import { CARDIOLOGIE_FORM } from '../cardiologie.form.ts';
import { emptyAnswers } from '../empty-answers.ts';
import { exampleAnswers } from '../example-answers.ts';
import { NEPHROLOGIE_FORM } from '../nephrologie.form.ts';
import { askedOf, stepOfField, validateAnswers, validateStep } from './validate-answers.ts';

const NOW = new Date('2026-11-21T09:00:00Z');
const errorsOf = (answers: RequestAnswers, options = {}) => validateAnswers(answers, CARDIOLOGIE_FORM, NOW, options);
const fieldsOf = (answers: RequestAnswers) => errorsOf(answers).map((error) => error.field);

/** The example with one change; returns the errors. */
function after(change: (answers: RequestAnswers) => void) {
  const answers = structuredClone(exampleAnswers());
  change(answers);
  return errorsOf(answers);
}

test('the example is complete', () => {
  expect(errorsOf(exampleAnswers())).toEqual([]);
});

test('an empty request asks for each step what it needs, in French, each error saying what to do', () => {
  const answers = emptyAnswers(CARDIOLOGIE_FORM);
  const all = errorsOf(answers);
  expect(all.map((error) => error.field)).toEqual([
    'redFlags',
    'reason',
    'patient.birthName',
    'patient.givenNames',
    'patient.sex',
    'patient.birthDate',
    'patient.phone',
    'place.kind',
    'place.communeInsee',
    'place.mobility',
    'treatingDoctor.kind',
    'callbackPhone',
    'ecg.status',
    'historyStatus',
    'medicationsStatus',
    'question',
    'wishedModality',
    'declaredClass',
    'consent.informed',
  ]);
  for (const error of all) expect(error.message).toMatch(/^[A-ZÀ-Ý].*[.]$/u);
  const bySteps = ([1, 2, 3] as const).flatMap((step) => validateStep(answers, CARDIOLOGIE_FORM, step, NOW));
  expect(bySteps).toEqual(all);
});

test('each error belongs to the step that shows its field', () => {
  for (const step of [1, 2, 3] as const) {
    for (const error of validateStep(emptyAnswers(CARDIOLOGIE_FORM), CARDIOLOGIE_FORM, step, NOW)) {
      expect(stepOfField(error.field)).toBe(step);
    }
  }
});

describe('red flags', () => {
  test('one left unanswered is named', () => {
    const errors = after((answers) => delete answers.redFlags.syncope_recent);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ field: 'redFlags.syncope_recent', code: 'required' });
    expect(errors[0]?.message).toContain('Perte de connaissance récente');
  });
  test('« Ne sais pas » is an answer', () => {
    expect(after((answers) => (answers.redFlags.syncope_recent = 'unknown'))).toEqual([]);
  });
  test('a sign of another form is refused', () => {
    expect(after((answers) => (answers.redFlags.haematuria = 'present'))[0]).toMatchObject({ code: 'unknown_value' });
  });
});

describe('a vital emergency', () => {
  const vital = (): RequestAnswers => {
    const { patient, place, callbackPhone } = exampleAnswers();
    return {
      ...emptyAnswers(CARDIOLOGIE_FORM),
      reason: 'douleur_thoracique',
      redFlags: { chest_pain_ongoing: 'present' },
      patient: { ...patient, phone: '' },
      place: { ...place, mobility: null },
      callbackPhone,
      question: 'Douleur constrictive depuis 40 minutes.',
    };
  };
  test('asks only for what reaches the patient', () => {
    expect(errorsOf(vital())).toEqual([]);
  });
  test('still refuses what cannot be true', () => {
    const answers = vital();
    answers.measures = [{ name: 'hr', value: '900', unit: '/min', at: null }];
    answers.onset.at = '2026-11-22';
    expect(fieldsOf(answers)).toEqual(['onset.at', 'measures.hr']);
  });
  test('still needs a line to call back', () => {
    expect(fieldsOf({ ...vital(), callbackPhone: '' })).toEqual(['callbackPhone']);
  });
});

describe('the patient', () => {
  test.each([
    ['tomorrow', '2026-11-22', 'future', 'La date de naissance est dans le futur.'],
    ['a day that does not exist', '1945-02-30', 'format', 'Indiquez une date du calendrier, jour, mois et année.'],
    ['121 years ago', '1905-11-20', 'range', 'Vérifiez l’année de naissance\u00a0: elle donne plus de 120\u00a0ans.'],
  ])('born %s is refused', (_when, birthDate, code, message) => {
    expect(after((answers) => (answers.patient.birthDate = birthDate))).toEqual([
      { field: 'patient.birthDate', code, message },
    ]);
  });
  test.each(['2026-11-21', '1905-11-22'])('born on %s is accepted', (birthDate) => {
    const fields = after((answers) => (answers.patient.birthDate = birthDate)).map((error) => error.field);
    expect(fields).not.toContain('patient.birthDate');
  });
  test.each(['Le Goff-Müller', 'D’Artois', "N'Guyen", 'Łukasz', 'Da Silva'])('may be called %s', (name) => {
    expect(after((answers) => (answers.patient.birthName = name))).toEqual([]);
  });
  test.each(['M4rtin', '<b>', '  ', '-', 'x'.repeat(101)])('may not be called « %s »', (name) => {
    expect(after((answers) => (answers.patient.birthName = name))[0]?.field).toBe('patient.birthName');
  });
  test('without a phone, that of a relative is enough', () => {
    expect(after((answers) => (answers.patient.phone = ''))[0]?.field).toBe('patient.phone');
    expect(after((answers) => Object.assign(answers.patient, { phone: '', contactPhone: '02 61 91 00 00' }))).toEqual(
      [],
    );
  });
  test('an INS is checked whole: key, authority, kind of base', () => {
    const ins = { insMatricule: '190082A00401168', insOid: INS_OIDS.demonstration };
    const answers = exampleAnswers();
    Object.assign(answers.patient, ins);
    expect(errorsOf(answers, { data: 'demonstration' })).toEqual([]);
    expect(errorsOf(answers, { data: 'real' })[0]).toMatchObject({ field: 'patient.insOid', code: 'forbidden' });
    expect(errorsOf(answers)).toEqual([]);
    answers.patient.insMatricule = '190082A00401169';
    expect(errorsOf(answers)[0]).toMatchObject({ field: 'patient.insMatricule', code: 'checksum' });
  });
  test('at home the address is needed, at the hospital it is not', () => {
    expect(after((answers) => (answers.place.address = ''))[0]?.field).toBe('place.address');
    expect(after((answers) => Object.assign(answers.place, { address: '', kind: 'hopital' }))).toEqual([]);
  });
  test('a named treating doctor has a name or is found in the directory', () => {
    expect(after((answers) => (answers.treatingDoctor.kind = 'named'))[0]?.field).toBe('treatingDoctor.name');
    expect(after((answers) => Object.assign(answers.treatingDoctor, { kind: 'named', professionalId: 'x' }))).toEqual(
      [],
    );
    expect(
      after((answers) =>
        Object.assign(answers.treatingDoctor, { kind: 'named', name: 'Dr Marchais', rpps: '10000001917' }),
      )[0],
    ).toMatchObject({ field: 'treatingDoctor.rpps', code: 'checksum' });
  });
});

describe('signs and measures', () => {
  test('a start in the future is said in the words of the screen', () => {
    expect(after((answers) => (answers.onset.at = '2026-11-22'))).toEqual([
      { field: 'onset.at', code: 'future', message: 'La date de début est dans le futur.' },
    ]);
  });
  test('a last episode before the start is refused', () => {
    expect(after((answers) => (answers.onset.lastEpisodeAt = '2026-11-13'))[0]).toMatchObject({ code: 'order' });
    expect(after((answers) => (answers.onset.lastEpisodeAt = '2026-11-14'))).toEqual([]);
  });
  test('a symptom whose start nobody knows is accepted', () => {
    expect(after((answers) => (answers.onset = { at: null, precision: null, lastEpisodeAt: null }))).toHaveLength(1);
    expect(after((answers) => (answers.onset = { at: null, precision: 'unknown', lastEpisodeAt: null }))).toEqual([]);
  });
  test('an implausible weight is refused with the range to type', () => {
    const errors = after((answers) => (answers.measures[3] = { name: 'weight', value: '640', unit: 'kg', at: null }));
    expect(errors).toEqual([
      { field: 'measures.weight', code: 'range', message: 'Indiquez un poids entre 0,4 et 300\u00a0kg.' },
    ]);
  });
  test('a wrong unit is refused, and so is a measure of another form', () => {
    const wrong = after(
      (answers) => (answers.measures[5] = { name: 'nt_probnp', value: '3120', unit: 'mg/L', at: null }),
    );
    expect(wrong[0]).toMatchObject({ field: 'measures.nt_probnp', code: 'unit' });
    const stranger = after((answers) => answers.measures.push({ name: 'acr', value: '3', unit: 'mg/mmol', at: null }));
    expect(stranger[0]).toMatchObject({ field: 'measures.acr', code: 'unknown_value' });
  });
  test('a required measure has a value, or is said not measured, or has its twin', () => {
    const without = (answers: RequestAnswers) => (answers.measures = answers.measures.slice(0, 5));
    expect(after(without)[0]).toMatchObject({ field: 'measures.nt_probnp', code: 'required' });
    expect(
      after((answers) => {
        without(answers);
        answers.unmeasured = ['nt_probnp'];
      }),
    ).toEqual([]);
    expect(
      after((answers) => {
        without(answers);
        answers.measures.push({ name: 'bnp', value: '450', unit: 'ng/L', at: null });
      }),
    ).toEqual([]);
  });
  test('the saturation of a breathless patient is asked whatever the reason', () => {
    const answers = exampleAnswers();
    answers.reason = 'souffle_valve';
    expect(askedOf(answers, CARDIOLOGIE_FORM, NOW).requiredMeasures).toContain('spo2');
    answers.nyha = 1;
    answers.findings = {};
    expect(askedOf(answers, CARDIOLOGIE_FORM, NOW).requiredMeasures).not.toContain('spo2');
  });
  test('the family history is asked when the reason is a syncope', () => {
    const errors = after((answers) => {
      answers.reason = 'syncope';
      answers.findings = { syncope_no_prodrome: 'present', syncope_with_chest_pain_or_dyspnoea: 'denied' };
    });
    expect(errors.map((error) => error.field)).toEqual(['findings.family_scd_under40']);
  });
  test('a normal ECG and an ischaemic sign cannot both be true', () => {
    const errors = after((answers) => (answers.findings.ecg_st_elevation = 'present'));
    expect(errors).toEqual([expect.objectContaining({ field: 'ecg.status', code: 'contradiction' })]);
  });
  test('a situation is chosen, or said in words', () => {
    expect(after((answers) => (answers.findings = {}))[0]).toMatchObject({ field: 'situations' });
    expect(
      after((answers) => {
        answers.findings = {};
        answers.reasonOther = 'Bilan demandé par la médecine du travail';
      }),
    ).toEqual([]);
  });
});

describe('pregnancy', () => {
  const asked = (birthDate: string, sex: 'F' | 'M' | 'unknown' = 'F') => {
    const answers = exampleAnswers();
    Object.assign(answers.patient, { birthDate, sex });
    return askedOf(answers, CARDIOLOGIE_FORM, NOW).pregnancy;
  };
  test('is asked of women from 12 to 55 years, both included', () => {
    expect(asked('2014-11-21')).toBe(true);
    expect(asked('2014-11-22')).toBe(false);
    expect(asked('1970-11-22')).toBe(true);
    expect(asked('1970-11-21')).toBe(false);
    expect(asked('1990-01-01', 'M')).toBe(false);
  });
  test.each([3, 43, 0, -1])('%d weeks is no term', (weeks) => {
    expect(after((answers) => (answers.gestationalWeeks = weeks))[0]).toMatchObject({ field: 'gestationalWeeks' });
  });
  test.each([4, 42])('%d weeks is a term', (weeks) => {
    expect(after((answers) => (answers.gestationalWeeks = weeks))).toEqual([]);
  });
});

describe('the question and the wish', () => {
  test.each([
    [9, 'too_short'],
    [2001, 'too_long'],
  ])('a question of %d characters is refused', (length, code) => {
    expect(after((answers) => (answers.question = 'x'.repeat(length)))[0]).toMatchObject({ field: 'question', code });
  });
  test.each([10, 2000])('a question of %d characters is accepted', (length) => {
    expect(after((answers) => (answers.question = 'x'.repeat(length)))).toEqual([]);
  });
  test('a surgery of yesterday is refused, a discharge of yesterday is not', () => {
    const deadline = (kind: 'surgery' | 'discharge') =>
      after((answers) => (answers.externalDeadline = { date: '2026-11-20', kind }));
    expect(deadline('surgery')[0]).toMatchObject({ field: 'externalDeadline.date', code: 'past' });
    expect(deadline('discharge')).toEqual([]);
  });
  test('a wished day is today or later', () => {
    expect(after((answers) => (answers.requestedBy = '2026-11-20'))[0]).toMatchObject({ code: 'past' });
    expect(after((answers) => (answers.requestedBy = '2026-11-21'))).toEqual([]);
  });
  test('a patient is informed, and how, or cannot be', () => {
    const consent = (informed: boolean | null, mode: 'oral' | 'impossible' | null) =>
      after((answers) => (answers.consent = { informed, mode })).map((error) => error.field);
    expect(consent(null, null)).toEqual(['consent.informed']);
    expect(consent(true, null)).toEqual(['consent.mode']);
    expect(consent(true, 'impossible')).toEqual(['consent.mode']);
    expect(consent(false, null)).toEqual(['consent.mode']);
    expect(consent(false, 'impossible')).toEqual([]);
    expect(consent(true, 'oral')).toEqual([]);
  });
});

test('nephrology asks neither for an ECG nor for the signs of cardiology', () => {
  const answers = { ...emptyAnswers(NEPHROLOGIE_FORM), reason: 'hyperkaliemie' };
  const fields = validateAnswers(answers, NEPHROLOGIE_FORM, NOW).map((error) => error.field);
  expect(fields).toContain('measures.potassium');
  expect(fields).not.toContain('ecg.status');
});

test('whatever text is typed, the check answers and never throws', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 300 });
  fc.assert(
    fc.property(anyText, anyText, anyText, (first, second, third) => {
      const answers = exampleAnswers();
      answers.patient.birthName = first;
      answers.patient.birthDate = second;
      answers.onset.at = third;
      answers.callbackPhone = second;
      answers.question = first;
      answers.measures = [{ name: 'weight', value: third, unit: 'kg', at: second }];
      for (const error of errorsOf(answers)) expect(error.message.length).toBeGreaterThan(10);
    }),
  );
});

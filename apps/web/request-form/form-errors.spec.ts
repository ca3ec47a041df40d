import { describe, expect, test } from '@jest/globals';
import { exampleAnswers, formFor } from '#forms';
import type { RequestAnswers } from '#forms';
import { refusalsOf, shownErrors } from './form-errors.ts';
import type { ServerRefusal } from './form-errors.ts';

const form = formFor('cardiologie');
const NOW = new Date('2026-11-21T09:00:00Z');
const shown = (answers: RequestAnswers, step: 1 | 2 | 3 | 4, attempted: boolean, refusals: ServerRefusal[] = []) =>
  shownErrors(answers, form, step, attempted, refusals, NOW, 'Europe/Paris').map((error) => error.field);

describe('the errors under the fields', () => {
  test('a step not left yet says nothing', () => {
    expect(shown({ ...exampleAnswers(), reason: null }, 1, false)).toEqual([]);
    expect(shown({ ...exampleAnswers(), reason: null }, 1, true)).toEqual(['reason']);
  });

  test('two rules on one control make one error, linked to what can be clicked', () => {
    const answers = { ...exampleAnswers(), consent: { informed: true, mode: null } };
    expect(shown(answers, 3, true)).toEqual(['consent.informed']);
  });

  test('what the server refused is shown on its step and at the check, until it is changed', () => {
    const answers = exampleAnswers();
    const refusals = refusalsOf([{ field: 'answers.patient.phone', code: 'format', message: 'Vérifiez.' }], answers);
    expect(shown(answers, 2, false, refusals)).toEqual(['patient.phone']);
    expect(shown(answers, 3, false, refusals)).toEqual([]);
    expect(shown(answers, 4, false, refusals)).toEqual(['patient.phone']);
    const changed = { ...answers, patient: { ...answers.patient, phone: '02 61 91 00 01' } };
    expect(shown(changed, 2, false, refusals)).toEqual([]);
  });

  test('a measure refused by its place in the list is found by its name', () => {
    const answers = { ...exampleAnswers(), measures: [{ name: 'hr', value: '78', unit: '/min', at: null }] };
    const refusals = refusalsOf([{ field: 'answers.measures.0.value', code: 'range', message: 'Vérifiez.' }], answers);
    expect(refusals[0]?.field).toBe('measures.hr');
  });
});

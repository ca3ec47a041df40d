import { describe, expect, test } from '@jest/globals';
import { emptyAnswers, exampleAnswers, formFor } from '#forms';
import { withoutPatient } from './patient-answers.ts';

describe('another person on the same request', () => {
  const typed = exampleAnswers();
  const empty = emptyAnswers(formFor('cardiologie'));

  test('leaves no trait, place or pregnancy of the former one', () => {
    const { patient, place, pregnancy, gestationalWeeks } = withoutPatient(typed);
    expect(typed.patient.birthName).not.toBe('');
    expect({ patient, place, pregnancy, gestationalWeeks }).toEqual({
      patient: empty.patient,
      place: empty.place,
      pregnancy: null,
      gestationalWeeks: null,
    });
  });

  test('keeps what was written of the question', () => {
    expect(typed.question).not.toBe('');
    expect(withoutPatient(typed).question).toBe(typed.question);
  });
});

import { describe, expect, test } from '@jest/globals';
import { EXAMS, VISIT_EXAMS } from '#contracts/care';
import { equipmentFor, kitFor } from './needs.ts';

describe('what the exams of a visit ask for', () => {
  test('each exam a visit may bring asks for its equipment, once', () => {
    expect(equipmentFor(VISIT_EXAMS)).toEqual(['ecg', 'echo', 'biologie', 'photo']);
    expect(equipmentFor(['ecg', 'ecg'])).toEqual(['ecg']);
  });

  test('the others ask the team for nothing, and no visit leaves without its kit', () => {
    const others = EXAMS.filter((exam) => !VISIT_EXAMS.some((known) => known === exam));
    expect(equipmentFor(others)).toEqual([]);
    for (const exam of VISIT_EXAMS) expect([exam, kitFor([exam]).length > 0]).toEqual([exam, true]);
  });
});

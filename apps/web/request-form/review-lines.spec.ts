import { expect, test } from '@jest/globals';
import { exampleAnswers, formFor } from '#forms';
import { reviewOf, unconfirmedReadings } from './review-lines.ts';

const form = formFor('cardiologie');
const line = (answers: ReturnType<typeof exampleAnswers>, label: string) =>
  reviewOf(answers, form)
    .flatMap((section) => section.lines)
    .find((each) => each.label === label)?.text;

test('the check shows what will be read, never an empty line', () => {
  for (const section of reviewOf(exampleAnswers(), form)) {
    for (const { text } of section.lines) expect(text.trim()).not.toBe('');
  }
  expect(line(exampleAnswers(), 'Question')).toBe(exampleAnswers().question);
});

test('« 12/8 » is shown as 120/80 mmHg, and waits for a confirmation of that very text', () => {
  const answers = { ...exampleAnswers(), measures: [{ name: 'bp', value: '12/8', unit: 'mmHg', at: null }] };
  expect(line(answers, 'Mesures')).toContain('120/80\u00a0mmHg');
  expect(unconfirmedReadings(answers, {})).toHaveLength(1);
  expect(unconfirmedReadings(answers, { bp: '12/8' })).toHaveLength(0);
  expect(unconfirmedReadings(answers, { bp: '13/8' })).toHaveLength(1);
});

import { describe, expect, test } from '@jest/globals';
import { exampleAnswers } from '#forms';
import { measuresOf, reasonWords, recordOf, signsOf } from './facts.ts';

const answers = exampleAnswers();
const words = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what was answered, as the desk reads it', () => {
  test('present signs first, then what nobody knows, then what is denied, all in French', () => {
    const signs = signsOf(answers);
    expect(signs.slice(0, 3).map(({ label, state }) => [label, state])).toEqual([
      ['Décompensation sans détresse', 'present'],
      ['Œdèmes des jambes', 'present'],
      ['Dort assis, ou réveillé par l’essoufflement', 'unknown'],
    ]);
    expect(signs.every(({ label }) => !label.includes('_'))).toBe(true);
    expect(signs.filter(({ isFlag }) => isFlag)).toHaveLength(Object.keys(answers.redFlags).length);
  });

  test('measures carry their unit; what was understood otherwise says what was typed', () => {
    const measures = measuresOf(answers).map(({ label, value, note }) => [label, words(value), note]);
    expect(measures).toContainEqual(['PA', '120/80 mmHg', 'écrit 12/8']);
    expect(measures).toContainEqual(['SpO2', '95 %', null]);
    expect(measures).toContainEqual(['Poids', '64 kg', null]);
    expect(measures).toContainEqual(['Δ poids', '3 kg', null]);
  });

  test('« Non mesuré » is said, not left out', () => {
    expect(measuresOf({ ...answers, unmeasured: ['temp'] })).toContainEqual(
      expect.objectContaining({ label: 'T°', value: 'non mesuré' }),
    );
  });

  test('the context keeps the history with its year, each treatment on its line, and skips what was not asked', () => {
    const record = new Map(recordOf(answers, 'Europe/Paris').map(({ label, lines }) => [label, lines]));
    expect(record.get('Antécédents')).toEqual(['Insuffisance cardiaque (2021)']);
    expect(record.get('Traitements')?.map(words)).toEqual(['Furosémide 40 mg le matin', 'Bisoprolol 2,5 mg']);
    expect(record.has('Grossesse')).toBe(false);
  });

  test('a reason said in words is shown in those words', () => {
    expect(reasonWords({ ...answers, reason: 'autre', reasonOther: 'Avis sur un holter' })).toBe('Avis sur un holter');
  });
});

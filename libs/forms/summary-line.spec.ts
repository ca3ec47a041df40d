import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/lot.ts';
import type { RequestAnswers } from './answers.ts';
import { CARDIOLOGIE_FORM } from './cardiologie.form.ts';
import { emptyAnswers } from './empty-answers.ts';
import { exampleAnswers } from './example-answers.ts';
import { SUMMARY_MAX, summaryLine } from './summary-line.ts';

const line = (answers: RequestAnswers) => summaryLine(answers, CARDIOLOGIE_FORM);

test('the example is told in one line', () => {
  expect(line(exampleAnswers())).toBe('Insuffisance cardiaque\u00a0: décompensation sans détresse, NYHA III');
});

test('a red flag comes first', () => {
  const answers = exampleAnswers();
  answers.reason = 'douleur_thoracique';
  answers.redFlags.chest_pain_ongoing = 'present';
  expect(line(answers)).toMatch(/^Douleur thoracique\u00a0: douleur thoracique en cours/);
});

test('an acronym keeps its capitals', () => {
  const answers = { ...emptyAnswers(CARDIOLOGIE_FORM), reason: 'rythme', findings: { av_block_1: 'present' as const } };
  expect(line(answers)).toBe('Rythme\u00a0: BAV du 1er degré');
});

test('another reason is told in the words of the requester, and the question stands in for missing signs', () => {
  const answers = { ...emptyAnswers(CARDIOLOGIE_FORM), reason: 'autre', reasonOther: 'Bilan avant don de rein' };
  expect(line(answers)).toBe('Bilan avant don de rein');
  const follow = { ...emptyAnswers(CARDIOLOGIE_FORM), reason: 'suivi', question: 'Contrôle annuel possible ?' };
  expect(line(follow)).toBe('Suivi\u00a0: contrôle annuel possible ?');
});

test('a line that is cut does not hang on a word that announces another', () => {
  const other = (reasonOther: string) => line({ ...emptyAnswers(CARDIOLOGIE_FORM), reason: 'autre', reasonOther });
  expect(other('Douleur thoracique\u00a0: angor qui s’aggrave, au moindre effort ou au repos depuis hier')).toBe(
    'Douleur thoracique\u00a0: angor qui s’aggrave, au moindre effort\u00a0…',
  );
  expect(other('Bilan demandé par le chirurgien avant une intervention, et de la part du patient')).toBe(
    'Bilan demandé par le chirurgien avant une intervention\u00a0…',
  );
  expect(other('Insuffisance cardiaque avec sortie d’hospitalisation depuis moins de 14 jours')).toBe(
    'Insuffisance cardiaque avec sortie d’hospitalisation\u00a0…',
  );
});

test('an empty request has an empty line', () => {
  expect(line(emptyAnswers(CARDIOLOGIE_FORM))).toBe('');
});

describe('whatever was typed', () => {
  const words = fc.array(fc.stringMatching(/^[a-zàéè]{1,20}$/), { minLength: 1, maxLength: 60 });
  test('the line holds in 70 characters and never cuts a word', () => {
    fc.assert(
      fc.property(words, (typed) => {
        const text = typed.join(' ');
        const result = line({ ...emptyAnswers(CARDIOLOGIE_FORM), reason: 'autre', reasonOther: text });
        expect(result.length).toBeLessThanOrEqual(SUMMARY_MAX);
        for (const word of result.split(/\s/)) expect([...typed, '…']).toContain(word);
      }),
    );
  });
  test('every combination of signs holds in 70 characters', () => {
    const ids = Object.keys(CARDIOLOGIE_FORM.findings);
    const reasons = CARDIOLOGIE_FORM.reasons.map((reason) => reason.id);
    fc.assert(
      fc.property(fc.subarray(ids), fc.constantFrom(...reasons), (present, reason) => {
        const findings = Object.fromEntries(present.map((id) => [id, 'present' as const]));
        expect(line({ ...exampleAnswers(), reason, findings }).length).toBeLessThanOrEqual(SUMMARY_MAX);
      }),
    );
  });
});

import { expect, test } from '@jest/globals';
import { plainReason } from './plain-reason.ts';

test('a requester reads the reason, not the class nor the rule, which stand beside it', () => {
  const reason =
    'P1 – syncope récente (brève)\u00a0: avis dans les 24\u00a0heures (règle SY02, protocole Cardiologie v1.0.0, NICE CG109)';
  expect(plainReason(reason)).toBe('Syncope récente (brève)\u00a0: avis dans les 24\u00a0heures');
});

test('a source with brackets of its own goes with the rule', () => {
  const reason =
    'P2 – poids +3 kg : avis sous 72 h (règle HF05, protocole v1.0.0, Tasmanian Health (TAS), CCS Wait Time)';
  expect(plainReason(reason)).toBe('Poids +3 kg : avis sous 72 h');
});

test('a sentence without class nor rule is left as it is', () => {
  expect(plainReason('Insuffisance cardiaque connue.')).toBe('Insuffisance cardiaque connue.');
});

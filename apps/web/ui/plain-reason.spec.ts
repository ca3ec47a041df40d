import { expect, test } from '@jest/globals';
import { plainReason } from './plain-reason.ts';

test('a requester reads the reason, not the class nor the rule, which stand beside it', () => {
  const reason =
    'P1 – syncope récente (brève)\u00a0: avis dans les 24\u00a0heures (règle SY02, protocole Cardiologie v1.0.0, NICE CG109)';
  expect(plainReason(reason)).toBe('Syncope récente (brève)\u00a0: avis dans les 24\u00a0heures');
});

test('a sentence without class nor rule is left as it is', () => {
  expect(plainReason('Insuffisance cardiaque connue.')).toBe('Insuffisance cardiaque connue.');
});

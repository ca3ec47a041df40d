import type { ExternalDeadline, ProtocolRule } from '../protocol.ts';
import { NOW, table } from './rule-table.ts';

/** Vital signs that no adult protocol may queue, whatever the reason: from 16 years, and when the age is not known. */
export const VITAL_SIGN_RULES: ProtocolRule[] = table('constantes', [
  [
    'VT01',
    'P0',
    NOW,
    '(spo2<90 or sbp<90 or rr>=30 or hr>150) and not age<16',
    'Constante vitale critique (SpO2 <\u00a090\u00a0%, PAS <\u00a090, FR ≥\u00a030, FC >\u00a0150), quel que soit le motif',
    ['SA', 'QLD', 'TAS'],
    { advice: 'constante vitale critique, appelez le 15' },
  ],
]);

/** An operation is prepared three days before; a treatment starts with its assessment done. */
export const EXTERNAL_DEADLINES: ExternalDeadline[] = [
  { context: 'surgery_in_days', leadDays: 3 },
  { context: 'treatment_in_days', leadDays: 0 },
];

export const AUTHOR = 'Équipe Guichet ESS, d’après les recommandations citées par chaque règle';
export const CONTENT_DATE = '2026-01-05';

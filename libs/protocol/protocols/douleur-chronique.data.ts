import type { Protocol } from '../protocol.ts';
import { AUTHOR, CONTENT_DATE, EXTERNAL_DEADLINES, VITAL_SIGN_RULES } from './common.rules.data.ts';
import { CHRONIC_PAIN_DISCRIMINANTS } from './douleur-chronique.discriminants.data.ts';
import { CHRONIC_PAIN_RULES } from './douleur-chronique.rules.data.ts';
import { sourcesOf } from './rule-table.ts';

const ALL = [...VITAL_SIGN_RULES, ...CHRONIC_PAIN_RULES];

export const DOULEUR_CHRONIQUE: Protocol = {
  id: 'douleur_chronique',
  label: 'Douleur chronique',
  version: '1.0.0',
  author: AUTHOR,
  validator: null,
  validatedAt: null,
  date: CONTENT_DATE,
  ages: { from: 16 },
  sources: sourcesOf(ALL),
  deadlines: EXTERNAL_DEADLINES,
  rules: ALL,
  discriminants: CHRONIC_PAIN_DISCRIMINANTS,
};

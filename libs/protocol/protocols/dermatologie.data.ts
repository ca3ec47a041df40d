import type { Protocol } from '../protocol.ts';
import { AUTHOR, CONTENT_DATE, EXTERNAL_DEADLINES, VITAL_SIGN_RULES } from './common.rules.data.ts';
import { DERMATOLOGY_DISCRIMINANTS } from './dermatologie.discriminants.data.ts';
import { DERMATOLOGY_RULES } from './dermatologie.rules.data.ts';
import { sourcesOf } from './rule-table.ts';

const ALL = [...VITAL_SIGN_RULES, ...DERMATOLOGY_RULES];

export const DERMATOLOGIE: Protocol = {
  id: 'dermatologie',
  label: 'Dermatologie',
  version: '1.0.0',
  author: AUTHOR,
  validator: null,
  validatedAt: null,
  date: CONTENT_DATE,
  ages: { from: 16 },
  sources: sourcesOf(ALL),
  deadlines: EXTERNAL_DEADLINES,
  rules: ALL,
  discriminants: DERMATOLOGY_DISCRIMINANTS,
};

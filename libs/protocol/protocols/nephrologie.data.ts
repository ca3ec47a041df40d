import type { Protocol } from '../protocol.ts';
import { AUTHOR, CONTENT_DATE, EXTERNAL_DEADLINES, VITAL_SIGN_RULES } from './common.rules.data.ts';
import { NEPHROLOGY_DISCRIMINANTS } from './nephrologie.discriminants.data.ts';
import { NEPHROLOGY_RULES } from './nephrologie.rules.data.ts';
import { sourcesOf } from './rule-table.ts';

const ALL = [...VITAL_SIGN_RULES, ...NEPHROLOGY_RULES];

export const NEPHROLOGIE: Protocol = {
  id: 'nephrologie',
  label: 'Néphrologie',
  version: '1.0.0',
  author: AUTHOR,
  validator: null,
  validatedAt: null,
  date: CONTENT_DATE,
  ages: { from: 16 },
  sources: sourcesOf(ALL),
  deadlines: EXTERNAL_DEADLINES,
  rules: ALL,
  discriminants: NEPHROLOGY_DISCRIMINANTS,
};

import type { Protocol } from '../protocol.ts';
import { AUTHOR, CONTENT_DATE, EXTERNAL_DEADLINES, VITAL_SIGN_RULES } from './common.rules.data.ts';
import { OPHTHALMOLOGY_DISCRIMINANTS } from './ophtalmologie.discriminants.data.ts';
import { OPHTHALMOLOGY_RULES } from './ophtalmologie.rules.data.ts';
import { sourcesOf } from './rule-table.ts';

const ALL = [...VITAL_SIGN_RULES, ...OPHTHALMOLOGY_RULES];

export const OPHTALMOLOGIE: Protocol = {
  id: 'ophtalmologie',
  label: 'Ophtalmologie',
  version: '1.0.0',
  author: AUTHOR,
  validator: null,
  validatedAt: null,
  date: CONTENT_DATE,
  ages: { from: 16 },
  sources: sourcesOf(ALL),
  deadlines: EXTERNAL_DEADLINES,
  rules: ALL,
  discriminants: OPHTHALMOLOGY_DISCRIMINANTS,
};

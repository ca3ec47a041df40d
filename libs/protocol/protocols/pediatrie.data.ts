import type { Protocol } from '../protocol.ts';
import { AUTHOR, CONTENT_DATE, EXTERNAL_DEADLINES } from './common.rules.data.ts';
import { PAEDIATRICS_DISCRIMINANTS } from './pediatrie.discriminants.data.ts';
import { PAEDIATRICS_RULES } from './pediatrie.rules.data.ts';
import { sourcesOf } from './rule-table.ts';

const ALL = PAEDIATRICS_RULES;

export const PEDIATRIE: Protocol = {
  id: 'pediatrie',
  label: 'Pédiatrie',
  version: '1.0.0',
  author: AUTHOR,
  validator: null,
  validatedAt: null,
  date: CONTENT_DATE,
  ages: { below: 18 },
  sources: sourcesOf(ALL),
  deadlines: EXTERNAL_DEADLINES,
  rules: ALL,
  discriminants: PAEDIATRICS_DISCRIMINANTS,
};

import type { Protocol } from '../protocol.ts';
import { CARDIOLOGY_DISCRIMINANTS } from './cardiologie.discriminants.data.ts';
import * as rules from './cardiologie.rules.data.ts';
import { AUTHOR, CONTENT_DATE, EXTERNAL_DEADLINES, VITAL_SIGN_RULES } from './common.rules.data.ts';
import { sourcesOf } from './rule-table.ts';

const ALL = [
  ...rules.CHEST_PAIN_RULES,
  ...VITAL_SIGN_RULES,
  ...rules.HEART_FAILURE_RULES,
  ...rules.ATRIAL_FIBRILLATION_RULES,
  ...rules.RHYTHM_RULES,
  ...rules.SYNCOPE_RULES,
  ...rules.VALVES_RULES,
  ...rules.DEVICES_RULES,
  ...rules.VASCULAR_RULES,
  ...rules.HYPERTENSION_RULES,
  ...rules.NEUROLOGY_RULES,
  ...rules.PREOPERATIVE_RULES,
];

export const CARDIOLOGIE: Protocol = {
  id: 'cardiologie',
  label: 'Cardiologie',
  version: '1.0.0',
  author: AUTHOR,
  validator: null,
  validatedAt: null,
  date: CONTENT_DATE,
  ages: { from: 16 },
  sources: sourcesOf(ALL),
  deadlines: EXTERNAL_DEADLINES,
  rules: ALL,
  discriminants: CARDIOLOGY_DISCRIMINANTS,
};

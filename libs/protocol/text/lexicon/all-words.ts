import { CARDIAC_WORDS } from './cardiac.findings.data.ts';
import type { FindingWords } from './lexicon.ts';
import { CHILD_WORDS, EYE_WORDS, KIDNEY_WORDS, PAIN_WORDS, SKIN_WORDS } from './other.findings.data.ts';
import { RHYTHM_WORDS } from './rhythm.findings.data.ts';
import { VASCULAR_WORDS } from './vascular.findings.data.ts';

export const ALL_WORDS: readonly FindingWords[] = [
  ...CARDIAC_WORDS,
  ...RHYTHM_WORDS,
  ...VASCULAR_WORDS,
  ...EYE_WORDS,
  ...SKIN_WORDS,
  ...KIDNEY_WORDS,
  ...PAIN_WORDS,
  ...CHILD_WORDS,
];

import type { ConsentRecordMode } from '#contracts/patient';
import type { RequestAnswers } from '#forms';
import type { NewConsent } from '#patients';

/**
 * What the form says of the patient's word: « informé et d’accord » is a consent to the sharing it is asked for; when he
 * could not be told, that is written too. Nothing is written of a question left open.
 */
export function consentOf({ consent }: Pick<RequestAnswers, 'consent'>, at: Date): NewConsent | null {
  const { informed, mode } = consent;
  if (informed === null) return null;
  if (!informed) return { kind: 'information', mode: 'impossible', at };
  return mode === null || mode === 'impossible' ? null : { kind: 'consent', mode: MODES[mode], at };
}

const MODES = { oral: 'oral', written: 'ecrit', relative: 'proche' } as const satisfies Record<
  string,
  ConsentRecordMode
>;

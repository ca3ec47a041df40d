import type { FindingState } from '#contracts/enums';
import type { RequestAnswers } from './answers.ts';
import type { FormDefinition, RedFlagDefinition } from './definition.ts';

/** « J’ai vérifié : aucun de ces signes »: every red flag denied, in one act. */
export function noneOfTheseSigns(form: FormDefinition): Record<string, FindingState> {
  return Object.fromEntries(form.redFlags.map((flag) => [flag.id, 'denied']));
}

/** The present signs that each call for the « Appelez le 15 » page, known by the browser alone. */
export function bannerFindings(answers: RequestAnswers, form: FormDefinition): RedFlagDefinition[] {
  return form.redFlags.filter((flag) => flag.isVital && answers.redFlags[flag.id] === 'present');
}

/** A vital sign is present, or the requester declares P0: only what is needed to reach the patient is then asked. */
export function isEmergency(answers: RequestAnswers, form: FormDefinition): boolean {
  return answers.declaredClass === 'P0' || bannerFindings(answers, form).length > 0;
}

import type { RequestAnswers } from '../answers.ts';
import { dayAt } from '../dates.ts';
import type { FieldError, FormDefinition, StepNumber } from '../definition.ts';
import { isEmergency } from '../red-flags.ts';
import type { Review } from './checks.ts';
import { asksPregnancy, checkClinical, requiredMeasures } from './clinical.ts';
import { checkPatientAndPlace } from './patient.ts';
import { checkReason } from './reason.ts';
import { checkWish } from './wish.ts';

export interface ValidationOptions {
  /** Zone of the ESS, for what « today » and « in the future » mean; Europe/Paris when absent. */
  timeZone?: string;
  /** Kind of base: a real INS is refused in a demonstration, a demonstration INS in a real base. */
  data?: 'real' | 'demonstration';
}

function review(answers: RequestAnswers, form: FormDefinition, now: Date, options: ValidationOptions): Review {
  const timeZone = options.timeZone ?? 'Europe/Paris';
  return {
    answers,
    form,
    now,
    timeZone,
    today: dayAt(now, timeZone),
    isEmergency: isEmergency(answers, form),
    ...(options.data && { data: options.data }),
  };
}

/**
 * Errors of one step, in the order of the screen; empty when the step is complete. Step 4 checks them all.
 * A vital emergency asks only for what reaches the patient: reason, identity, place, call-back line and question.
 */
export function validateStep(
  answers: RequestAnswers,
  form: FormDefinition,
  step: StepNumber,
  now: Date,
  options: ValidationOptions = {},
): FieldError[] {
  const subject = review(answers, form, now, options);
  switch (step) {
    case 1:
      return checkReason(subject);
    case 2:
      return checkPatientAndPlace(subject);
    case 3:
      return [...checkClinical(subject), ...checkWish(subject)];
    case 4:
      return [
        ...checkReason(subject),
        ...checkPatientAndPlace(subject),
        ...checkClinical(subject),
        ...checkWish(subject),
      ];
  }
}

/** Every error of a request about to be sent, the same in the browser and on the server. */
export function validateAnswers(
  answers: RequestAnswers,
  form: FormDefinition,
  now: Date,
  options: ValidationOptions = {},
): FieldError[] {
  return validateStep(answers, form, 4, now, options);
}

/** What step 3 asks of this patient, besides the fields of the reason. */
export function askedOf(answers: RequestAnswers, form: FormDefinition, now: Date, options: ValidationOptions = {}) {
  const subject = review(answers, form, now, options);
  return { pregnancy: asksPregnancy(subject), requiredMeasures: requiredMeasures(subject) };
}

/** The step of the form where a field is answered, for the links of the error summary. */
export function stepOfField(field: string): StepNumber {
  const root = field.split('.')[0] ?? '';
  if (['reason', 'reasonOther', 'redFlags'].includes(root)) return 1;
  return ['patient', 'place', 'treatingDoctor', 'organisationId', 'callbackPhone'].includes(root) ? 2 : 3;
}

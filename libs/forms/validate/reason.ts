import { FINDING_STATES } from '#contracts/enums';
import type { FieldError } from '../definition.ts';
import { checkChoice, checkText, problem } from './checks.ts';
import type { Review } from './checks.ts';

/** Step 1: the reason, and every red flag answered. */
export function checkReason(review: Review): FieldError[] {
  const { answers, form } = review;
  const reasons = form.reasons.map((reason) => reason.id);
  return [
    ...checkRedFlags(review),
    ...checkChoice('reason', answers.reason, reasons, 'Choisissez le motif de la demande.'),
    ...checkText('reasonOther', answers.reasonOther, {
      min: 3,
      max: 200,
      noun: 'le motif',
      ...(answers.reason === 'autre' && { empty: 'Précisez le motif en quelques mots.' }),
    }),
  ];
}

function checkRedFlags({ answers, form, isEmergency }: Review): FieldError[] {
  const known = form.redFlags.map((flag) => flag.id);
  const strangers = Object.entries(answers.redFlags)
    .filter(([id, state]) => !known.includes(id) || !FINDING_STATES.includes(state))
    .map(([id]) =>
      problem(`redFlags.${id}`, 'unknown_value', 'Répondez Oui, Non ou Ne sais pas à un signe de la liste.'),
    );
  const missing = form.redFlags.filter((flag) => !answers.redFlags[flag.id]);
  if (isEmergency || missing.length === 0) return strangers;
  if (missing.length === known.length) {
    const message = `Répondez à chaque signe d’alerte, ou choisissez « ${form.noneOfTheseLabel} ».`;
    return [...strangers, problem('redFlags', 'required', message)];
  }
  const each = missing.map((flag) =>
    problem(`redFlags.${flag.id}`, 'required', `Répondez pour « ${flag.label} » : Oui, Non ou Ne sais pas.`),
  );
  return [...strangers, ...each];
}

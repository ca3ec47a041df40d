import { MODALITIES, PRIORITY_CLASSES } from '#contracts/enums';
import { CONSENT_MODES, DEADLINE_KINDS } from '../answers.ts';
import { daysBetween, isDay } from '../dates.ts';
import type { FieldError } from '../definition.ts';
import { checkChoice, checkText, problem } from './checks.ts';
import type { Review } from './checks.ts';

/** Step 3, second part: what is asked, by when, how, and that the patient knows. */
export function checkWish(review: Review): FieldError[] {
  const { answers, isEmergency } = review;
  return [
    ...checkText('question', answers.question, {
      min: 10,
      max: 2000,
      noun: 'votre question',
      empty: 'Écrivez votre question au spécialiste.',
    }),
    ...checkDeadline(review),
    ...(isEmergency && answers.wishedModality === null
      ? []
      : checkChoice('wishedModality', answers.wishedModality, MODALITIES, 'Choisissez la réponse souhaitée.')),
    ...(isEmergency && answers.declaredClass === null
      ? []
      : checkChoice('declaredClass', answers.declaredClass, PRIORITY_CLASSES, 'Dites dans quel délai vous l’espérez.')),
    ...checkRequestedBy(review),
    ...checkConsent(review),
  ];
}

const FARTHEST_DAYS = 730;

function checkDeadline({ answers: { externalDeadline }, today }: Review): FieldError[] {
  if (!externalDeadline) return [];
  const { date, kind } = externalDeadline;
  const field = 'externalDeadline.date';
  const kindErrors = checkChoice('externalDeadline.kind', kind, DEADLINE_KINDS, 'Dites à quoi correspond cette date.');
  if (!isDay(date)) return [...kindErrors, problem(field, 'format', 'Indiquez la date butoir, jour, mois et année.')];
  const days = daysBetween(today, date);
  if (Math.abs(days) > FARTHEST_DAYS)
    return [...kindErrors, problem(field, 'range', 'Vérifiez l’année de la date butoir.')];
  if (days < 0 && kind !== 'discharge')
    return [...kindErrors, problem(field, 'past', 'La date butoir est passée : corrigez-la ou retirez-la.')];
  return kindErrors;
}

function checkRequestedBy({ answers: { requestedBy }, today }: Review): FieldError[] {
  if (!requestedBy) return [];
  if (!isDay(requestedBy)) return [problem('requestedBy', 'format', 'Indiquez le jour souhaité, jour, mois et année.')];
  const days = daysBetween(today, requestedBy);
  if (days < 0) return [problem('requestedBy', 'past', 'Le jour souhaité est passé : choisissez un autre jour.')];
  return days > FARTHEST_DAYS ? [problem('requestedBy', 'range', 'Vérifiez l’année du jour souhaité.')] : [];
}

function checkConsent({ answers: { consent }, isEmergency }: Review): FieldError[] {
  if (consent.informed === null) {
    if (isEmergency) return [];
    return [problem('consent.informed', 'required', 'Dites si le patient est informé de la demande et d’accord.')];
  }
  if (consent.mode !== null && !CONSENT_MODES.includes(consent.mode)) {
    return [problem('consent.mode', 'unknown_value', 'Choisissez comment le patient a été informé.')];
  }
  if (consent.informed && (consent.mode === null || consent.mode === 'impossible')) {
    return [
      problem('consent.mode', 'required', 'Dites comment le patient a été informé : oral, écrit ou par un proche.'),
    ];
  }
  if (!consent.informed && consent.mode !== 'impossible' && !isEmergency) {
    return [problem('consent.mode', 'required', 'Informez le patient, ou dites que son état ne le permet pas.')];
  }
  return [];
}

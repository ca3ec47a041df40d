import { FINDING_STATES } from '#contracts/enums';
import { ECG_STATUSES, LIST_STATUSES, ONSET_PRECISIONS } from '../answers.ts';
import { ageAt, isDay, isDayOrInstant } from '../dates.ts';
import type { FieldError } from '../definition.ts';
import { measureOf, reasonOf } from '../form-for.ts';
import { parseMeasure } from '../parse-measure.ts';
import { checkChoice, checkPast, checkText, problem } from './checks.ts';
import type { Review } from './checks.ts';

/** Step 3, first part: what is seen, measured and known of the patient. */
export function checkClinical(review: Review): FieldError[] {
  return [
    ...checkOnset(review),
    ...checkFindings(review),
    ...checkMeasures(review),
    ...checkEcg(review),
    ...checkHistory(review),
    ...checkMedications(review),
    ...checkPregnancy(review),
  ];
}

function checkOnset(review: Review): FieldError[] {
  const { answers, form, isEmergency } = review;
  const { at, precision, lastEpisodeAt } = answers.onset;
  const errors = [
    ...checkPast(review, 'onset.at', at, { future: 'La date de début est dans le futur.', instants: true }),
    ...checkPast(review, 'onset.lastEpisodeAt', lastEpisodeAt, {
      future: 'La date du dernier épisode est dans le futur.',
      instants: true,
    }),
  ];
  if (precision !== null && !ONSET_PRECISIONS.includes(precision)) {
    errors.push(problem('onset.precision', 'unknown_value', 'Choisissez une précision de la liste.'));
  }
  if (errors.length > 0) return errors;
  if (at && lastEpisodeAt && isBefore(lastEpisodeAt, at)) {
    return [
      problem('onset.lastEpisodeAt', 'order', 'Le dernier épisode est avant le début : vérifiez les deux dates.'),
    ];
  }
  const isAsked = reasonOf(form, answers.reason)?.isSymptom === true && !isEmergency;
  if (!isAsked || at || precision === 'unknown') return [];
  return [problem('onset.at', 'required', 'Indiquez la date de début, ou « Ne sais pas ».')];
}

const isBefore = (first: string, second: string): boolean =>
  isDay(first) || isDay(second) ? first.slice(0, 10) < second.slice(0, 10) : Date.parse(first) < Date.parse(second);

function checkFindings({ answers, form, isEmergency }: Review): FieldError[] {
  const errors = Object.entries(answers.findings)
    .filter(([id, state]) => !(id in form.findings) || !FINDING_STATES.includes(state))
    .map(([id]) =>
      problem(`findings.${id}`, 'unknown_value', 'Répondez Oui, Non ou Ne sais pas à un signe de la liste.'),
    );
  if (answers.nyha !== null && ![1, 2, 3, 4].includes(answers.nyha)) {
    errors.push(problem('nyha', 'range', 'Choisissez une classe NYHA de I à IV.'));
  }
  const reason = reasonOf(form, answers.reason);
  if (!reason || isEmergency) return errors;
  const hasSituation = reason.situations.some((id) => answers.findings[id] === 'present');
  const hasFlag = form.redFlags.some((flag) => answers.redFlags[flag.id] === 'present');
  if (reason.situations.length > 0 && !hasSituation && !hasFlag && !answers.reasonOther.trim()) {
    const message = 'Choisissez la situation la plus proche, ou décrivez-la en quelques mots.';
    errors.push(problem('situations', 'required', message));
  }
  for (const id of reason.requiredFindings) {
    if (answers.findings[id]) continue;
    const label = form.findings[id]?.label ?? id;
    errors.push(problem(`findings.${id}`, 'required', `Répondez pour « ${label} » : Oui, Non ou Ne sais pas.`));
  }
  return errors;
}

/** Either of the two natriuretic peptides answers the question. */
const STANDS_FOR: Record<string, string[]> = { nt_probnp: ['bnp'] };
const MOST_MEASURES = 40;

function checkMeasures(review: Review): FieldError[] {
  const { answers, form } = review;
  if (answers.measures.length > MOST_MEASURES) {
    return [problem('measures', 'too_long', `Gardez les ${MOST_MEASURES} mesures les plus utiles.`)];
  }
  const errors = answers.measures.flatMap((answer) => {
    const field = `measures.${answer.name}`;
    if (!measureOf(form, answer.name)) return [problem(field, 'unknown_value', 'Choisissez une mesure de la liste.')];
    const { error } = parseMeasure(answer.name, answer.value, answer.unit);
    const future = 'La date de la mesure est dans le futur.';
    return [...(error ? [{ field, ...error }] : []), ...checkPast(review, `${field}.at`, answer.at, { future })];
  });
  const typed = new Set(answers.measures.map((answer) => answer.name));
  const isAnswered = (name: string) =>
    typed.has(name) || answers.unmeasured.includes(name) || (STANDS_FOR[name] ?? []).some((twin) => typed.has(twin));
  const missing = requiredMeasures(review).filter((name) => !isAnswered(name));
  const asked = missing.map((name) =>
    problem(`measures.${name}`, 'required', `Indiquez ${measureOf(form, name)?.noun ?? name}, ou « Non mesuré ».`),
  );
  return [...errors, ...asked];
}

/** Measures that must have a value, or be said not measured: those of the reason, and the saturation of the breathless. */
export function requiredMeasures({ answers, form, isEmergency }: Review): string[] {
  const reason = reasonOf(form, answers.reason);
  if (!reason || isEmergency) return [];
  const isBreathless =
    (answers.nyha ?? 0) >= 3 ||
    ['dyspnoea_nyha3', 'dyspnoea_nyha4', 'orthopnoea_pnd'].some(
      (id) => answers.findings[id] === 'present' || answers.redFlags[id] === 'present',
    );
  return isBreathless ? [...new Set([...reason.requiredMeasures, 'spo2'])] : reason.requiredMeasures;
}

function checkEcg(review: Review): FieldError[] {
  const { ecg } = review.answers;
  if (!review.form.asksEcg) return [];
  return [
    ...(review.isEmergency && ecg.status === null
      ? []
      : checkChoice('ecg.status', ecg.status, ECG_STATUSES, 'Dites si un ECG a été fait, et ce qu’il montre.')),
    ...checkPast(review, 'ecg.at', ecg.at, { future: 'La date de l’ECG est dans le futur.', instants: true }),
    ...checkText('ecg.comment', ecg.comment, { max: 500, noun: 'la lecture de l’ECG' }),
    ...(ecg.status === 'normal' ? contradictedEcg(review) : []),
  ];
}

function contradictedEcg({ answers, form }: Review): FieldError[] {
  const isAbnormal = form.ecgFindings.some((id) => answers.findings[id] === 'present');
  return isAbnormal
    ? [problem('ecg.status', 'contradiction', 'L’ECG est dit normal, mais un signe est coché : gardez l’un des deux.')]
    : [];
}

const MOST_HISTORY = 30;

function checkHistory(review: Review): FieldError[] {
  const { answers, form, isEmergency } = review;
  const year = Number(review.today.slice(0, 4));
  const known = form.history.map((option) => option.id);
  const errors = answers.history.flatMap((past, index) => [
    ...checkChoice(`history.${index}.id`, past.id, known, 'Choisissez un antécédent de la liste.'),
    ...checkText(`history.${index}.detail`, past.detail, {
      max: 200,
      noun: 'la précision',
      ...(past.id === 'autre' && { empty: 'Précisez l’antécédent.' }),
    }),
    ...(past.year !== null && !(Number.isInteger(past.year) && past.year >= 1900 && past.year <= year)
      ? [problem(`history.${index}.year`, 'range', `Indiquez une année entre 1900 et ${year}.`)]
      : []),
  ]);
  if (answers.history.length > MOST_HISTORY) {
    errors.push(problem('history', 'too_long', `Gardez les ${MOST_HISTORY} antécédents les plus utiles.`));
  }
  const message = 'Cochez les antécédents, ou dites « Aucun » ou « Ne sais pas ».';
  if (isEmergency && answers.historyStatus === null) return errors;
  errors.push(...checkChoice('historyStatus', answers.historyStatus, LIST_STATUSES, message));
  if (answers.historyStatus === 'listed' && answers.history.length === 0) {
    errors.push(problem('historyStatus', 'required', message));
  }
  return errors;
}

function checkMedications({ answers, isEmergency }: Review): FieldError[] {
  const message = 'Indiquez les traitements, ou dites « Aucun » ou « Ne sais pas ».';
  const isListed = answers.medicationsStatus === 'listed';
  return [
    ...(isEmergency && answers.medicationsStatus === null
      ? []
      : checkChoice('medicationsStatus', answers.medicationsStatus, LIST_STATUSES, message)),
    ...checkText('medications', answers.medications, {
      max: 4000,
      noun: 'les traitements',
      ...(isListed && !isEmergency && { empty: message }),
    }),
    ...checkText('allergies', answers.allergies, { max: 500, noun: 'les allergies' }),
  ];
}

/** Pregnancy is asked of women from 12 to 55 years (triage protocol, §5). */
export function asksPregnancy({ answers: { patient }, today }: Review): boolean {
  if (patient.sex !== 'F' || !patient.birthDate || !isDayOrInstant(patient.birthDate)) return false;
  const { years } = ageAt(patient.birthDate, today);
  return years >= 12 && years <= 55;
}

function checkPregnancy(review: Review): FieldError[] {
  const { pregnancy, gestationalWeeks } = review.answers;
  const errors: FieldError[] = [];
  if (gestationalWeeks !== null && !(gestationalWeeks >= 4 && gestationalWeeks <= 42)) {
    errors.push(problem('gestationalWeeks', 'range', 'Indiquez un terme entre 4 et 42 semaines d’aménorrhée.'));
  }
  if (pregnancy !== null && !FINDING_STATES.includes(pregnancy)) {
    errors.push(problem('pregnancy', 'unknown_value', 'Répondez Oui, Non ou Ne sais pas pour la grossesse.'));
  }
  if (pregnancy === null && asksPregnancy(review) && !review.isEmergency) {
    errors.push(problem('pregnancy', 'required', 'Répondez Oui, Non ou Ne sais pas pour la grossesse.'));
  }
  return errors;
}

import type { Channel, FindingState, RequesterRole, Sex, Specialty } from '#contracts/enums';
import type { EcgStatus, RequestAnswers } from './answers.ts';
import { ageAt, dayAt, daysBetween, isDay, isDayOrInstant } from './dates.ts';
import type { FormDefinition } from './definition.ts';
import { measureOf } from './form-for.ts';
import { readings } from './parse-measure.ts';
import type { Reading } from './parse-measure.ts';

/** What the protocol engine reads; the same shape as its `Facts`. */
export interface FormFacts {
  specialty: Specialty;
  requester?: string;
  receivedAt?: string;
  age?: number;
  ageUnit?: 'years' | 'months' | 'days';
  sex: Sex;
  findings: Partial<Record<string, FindingState>>;
  measurements: Reading[];
  reason?: string;
  context: Record<string, unknown>;
  freeText?: string;
}

export interface FactsCircumstances {
  requesterRole?: RequesterRole;
  receivedAt: Date;
  channel?: Channel;
  /** Zone of the ESS; Europe/Paris when absent. */
  timeZone?: string;
}

/**
 * The facts of a request: three-state findings, numbers with units, context. Nothing is guessed: what was not
 * asked has no key. When two answers of the form disagree, the graver one (present) is kept.
 */
export function toFacts(answers: RequestAnswers, form: FormDefinition, circumstances: FactsCircumstances): FormFacts {
  const { requesterRole, receivedAt } = circumstances;
  const day = dayAt(receivedAt, circumstances.timeZone ?? 'Europe/Paris');
  const birthDate = answers.patient.birthDate;
  const age = birthDate && isDay(birthDate) ? ageAt(birthDate, day) : undefined;
  const freeText = [answers.reasonOther, answers.question, answers.ecg.comment].filter(Boolean).join('\n');
  return {
    specialty: form.specialty,
    ...(requesterRole && { requester: requesterRole }),
    receivedAt: receivedAt.toISOString(),
    ...(age && { age: age.value, ageUnit: age.unit }),
    sex: answers.patient.sex ?? 'unknown',
    findings: findingsOf(answers, form, day),
    measurements: measurementsOf(answers, form),
    ...(answers.reason && { reason: answers.reason }),
    context: contextOf(answers, form, circumstances, day),
    ...(freeText && { freeText }),
  };
}

const ECG_FINDINGS: Record<EcgStatus, Record<string, FindingState>> = {
  normal: { ecg_normal: 'present', ecg_not_done: 'denied' },
  abnormal: { ecg_normal: 'denied', ecg_not_done: 'denied' },
  not_interpreted: { ecg_normal: 'unknown', ecg_not_done: 'denied' },
  not_done: { ecg_normal: 'unknown', ecg_not_done: 'present' },
};

const GRAVITY: Record<FindingState, number> = { present: 2, unknown: 1, denied: 0 };

function findingsOf(answers: RequestAnswers, form: FormDefinition, day: string): Record<string, FindingState> {
  const findings: Record<string, FindingState> = {};
  const add = (id: string, state: FindingState) => {
    const known = findings[id];
    if (!known || GRAVITY[state] > GRAVITY[known]) findings[id] = state;
  };
  const addAll = (states: Record<string, FindingState>) => {
    for (const [id, state] of Object.entries(states)) add(id, state);
  };

  addAll(answers.redFlags);
  addAll(answers.findings);
  if (answers.ecg.status) addAll(ECG_FINDINGS[answers.ecg.status]);
  if (answers.pregnancy) add('pregnancy', answers.pregnancy);
  if (answers.nyha !== null && answers.nyha >= 2) add(`dyspnoea_nyha${answers.nyha}`, 'present');
  for (const past of answers.history) {
    const lasting = form.history.find((option) => option.id === past.id)?.finding;
    if (lasting) add(lasting, 'present');
  }
  const deadline = deadlineInDays(answers, day);
  if (deadline?.kind === 'surgery' && deadline.days >= 0 && deadline.days <= 14)
    add('preop_date_within_14d', 'present');
  return findings;
}

function measurementsOf(answers: RequestAnswers, form: FormDefinition): Reading[] {
  const canonical = readings(answers, form).filter((reading) => !measureOf(form, reading.name)?.contextOnly);
  return canonical.map((reading) => asTyped(reading, answers, form) ?? reading);
}

/** A unit that the engine converts itself goes to it untouched, so that it can say « converti ». */
function asTyped(reading: Reading, answers: RequestAnswers, form: FormDefinition): Reading | undefined {
  const unitId = answers.measures.find((answer) => answer.name === reading.name)?.unit;
  const unit = measureOf(form, reading.name)?.units.find((candidate) => candidate.id === unitId);
  if (!unit?.knownToProtocol || unit.factor === 1) return undefined;
  return { ...reading, value: Math.round((reading.value / unit.factor) * 1e6) / 1e6, unit: unit.id };
}

function deadlineInDays(answers: RequestAnswers, day: string) {
  const deadline = answers.externalDeadline;
  if (!deadline || !isDay(deadline.date)) return undefined;
  return { kind: deadline.kind, days: daysBetween(day, deadline.date) };
}

function contextOf(
  answers: RequestAnswers,
  form: FormDefinition,
  { channel, receivedAt, timeZone = 'Europe/Paris' }: FactsCircumstances,
  day: string,
): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  const put = (key: string, value: unknown) => {
    if (value !== null && value !== undefined && value !== '') context[key] = value;
  };
  put('channel', channel);
  put('place', answers.place.kind);
  put('mobility', answers.place.mobility);
  put('requested_modality', answers.wishedModality);
  put('declared_class', answers.declaredClass);
  put('requested_by', answers.requestedBy);
  put('gestational_weeks', answers.gestationalWeeks);
  put('days_since_onset', daysSince(answers.onset.at, day, timeZone));
  put('days_since_event', daysSince(answers.onset.lastEpisodeAt, day, timeZone));
  put('hours_since_onset', hoursSince(answers.onset.at, receivedAt));
  if (answers.reason === 'douleur_thoracique') {
    put('hours_since_last_pain', hoursSince(answers.onset.lastEpisodeAt, receivedAt));
  }
  const deadline = deadlineInDays(answers, day);
  if (deadline?.kind === 'surgery') put('surgery_in_days', deadline.days);
  if (deadline?.kind === 'treatment') put('treatment_in_days', deadline.days);
  if (deadline?.kind === 'discharge') put('days_since_discharge', -deadline.days);
  if (answers.history.length > 0) put('history', answers.history);
  const kept = answers.measures.filter((answer) => measureOf(form, answer.name)?.contextOnly);
  if (kept.length > 0) put('measures', kept);
  return context;
}

function daysSince(moment: string | null, day: string, timeZone: string): number | undefined {
  if (!moment || !isDayOrInstant(moment)) return undefined;
  const from = isDay(moment) ? moment : dayAt(new Date(moment), timeZone);
  return daysBetween(from, day);
}

function hoursSince(moment: string | null, receivedAt: Date): number | undefined {
  if (!moment || isDay(moment) || !isDayOrInstant(moment)) return undefined;
  return Math.floor((receivedAt.getTime() - Date.parse(moment)) / 3_600_000);
}

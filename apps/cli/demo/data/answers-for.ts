import { emptyAnswers, formFor, noneOfTheseSigns, reasonOf } from '#forms';
import type { FormDefinition, MeasureAnswer, RequestAnswers } from '#forms';
import { localDay, shiftDay } from './calendar.ts';
import type { DemoPatient, DemoPerson, Vignette } from './types.ts';

const HOUR_MS = 3_600_000;

/** The complete answers of one request: the case, told of this patient, by this requester, at that moment. */
export function answersFor(
  vignette: Vignette,
  patient: DemoPatient,
  requester: DemoPerson,
  sentAt: Date,
): RequestAnswers {
  const form = formFor(vignette.specialty);
  const { answers } = vignette;
  const day = localDay(sentAt);
  const history = (answers.history ?? []).map(({ id, detail = '', yearsAgo }) => ({
    id,
    detail,
    year: yearsAgo === undefined ? null : Number(day.slice(0, 4)) - yearsAgo,
  }));
  const medications = answers.medications ?? '';
  return {
    ...emptyAnswers(form),
    reason: answers.reason,
    reasonOther: answers.reasonOther ?? '',
    redFlags: { ...noneOfTheseSigns(form), ...answers.redFlags },
    patient: identity(patient),
    place: patient.place,
    treatingDoctor: treatingDoctor(requester),
    callbackPhone: requester.phone,
    onset: onset(vignette, sentAt, day, form),
    findings: findings(vignette, form),
    nyha: answers.nyha ?? null,
    measures: measures(vignette, day, form),
    unmeasured: unmeasured(vignette, form),
    ecg: ecg(vignette, day, form),
    history,
    historyStatus: history.length > 0 ? 'listed' : 'none',
    medications,
    medicationsStatus: medications ? 'listed' : 'none',
    pregnancy: pregnancy(vignette, patient, day),
    gestationalWeeks: answers.pregnancyWeeks ?? null,
    externalDeadline: vignette.deadline
      ? { kind: vignette.deadline.kind, date: shiftDay(day, vignette.deadline.days) }
      : null,
    wishedModality: answers.wishedModality,
    question: answers.question,
    declaredClass: answers.declaredClass,
    consent: { informed: true, mode: patient.place.kind === 'ehpad' && patient.contactName ? 'relative' : 'oral' },
  };
}

function identity(patient: DemoPatient): RequestAnswers['patient'] {
  const { birthName, usedName, givenNames, sex, birthDate, phone, contactName, contactPhone } = patient;
  const { insMatricule, insOid } = patient;
  const traits = { birthName, usedName, givenNames, sex, birthDate, phone, contactName, contactPhone };
  return { patientId: null, birthPlaceInsee: '', language: '', ...traits, insMatricule, insOid };
}

function treatingDoctor(requester: DemoPerson): RequestAnswers['treatingDoctor'] {
  const isAuthor = requester.requesterRole === 'medecin_traitant';
  return { kind: isAuthor ? 'author' : 'unknown', name: '', rpps: '', professionalId: null };
}

function onset(vignette: Vignette, sentAt: Date, day: string, form: FormDefinition): RequestAnswers['onset'] {
  const moment = (when: Vignette['onset']): string | null => {
    if (!when) return null;
    if ('days' in when) return shiftDay(day, -when.days);
    return new Date(sentAt.getTime() - when.hours * HOUR_MS).toISOString();
  };
  const at = moment(vignette.onset);
  const isAsked = reasonOf(form, vignette.answers.reason)?.isSymptom === true;
  const known = vignette.onset && 'hours' in vignette.onset ? 'hour' : 'day';
  return { at, precision: at ? known : isAsked ? 'unknown' : null, lastEpisodeAt: moment(vignette.lastEpisode) };
}

/** What the case does not say of a question that must be answered is denied. */
function findings({ answers }: Vignette, form: FormDefinition): RequestAnswers['findings'] {
  const required = reasonOf(form, answers.reason)?.requiredFindings ?? [];
  const denied = Object.fromEntries(required.map((id) => [id, 'denied' as const]));
  return { ...denied, ...answers.findings };
}

function measures(vignette: Vignette, day: string, form: FormDefinition): MeasureAnswer[] {
  const bedside = ['bp', 'hr', 'spo2', 'rr', 'temp', 'weight', 'weight_delta', 'height'];
  return (vignette.answers.measures ?? []).map((written) => {
    const [name = '', value = '', unit = ''] = written.split(' ');
    const isOlder = vignette.labDays !== undefined && !bedside.includes(name);
    const known = form.measures.find((measure) => measure.name === name);
    if (!known) throw new Error(`${vignette.id}: no measure ${name}`);
    return { name, value, unit, at: isOlder ? shiftDay(day, -(vignette.labDays ?? 0)) : null };
  });
}

function unmeasured({ answers }: Vignette, form: FormDefinition): string[] {
  const measured = (answers.measures ?? []).map((written) => written.split(' ')[0]);
  const required = [...(reasonOf(form, answers.reason)?.requiredMeasures ?? []), 'spo2'];
  return [...new Set(required)].filter((name) => !measured.includes(name));
}

function ecg(vignette: Vignette, day: string, form: FormDefinition): RequestAnswers['ecg'] {
  if (!form.asksEcg) return { status: null, at: null, comment: '' };
  const status = vignette.answers.ecg ?? 'not_done';
  const at = status === 'not_done' || vignette.ecgDays === undefined ? null : shiftDay(day, -vignette.ecgDays);
  return { status, at, comment: vignette.answers.ecgComment ?? '' };
}

function pregnancy(vignette: Vignette, patient: DemoPatient, day: string): RequestAnswers['pregnancy'] {
  if (vignette.answers.pregnancyWeeks) return 'present';
  const age = Number(day.slice(0, 4)) - Number(patient.birthDate.slice(0, 4));
  return patient.sex === 'F' && age >= 12 && age <= 56 ? 'denied' : null;
}

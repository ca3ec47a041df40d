import { MOBILITY_LABELS, MODALITY_LABELS, PATIENT_PLACE_LABELS, PRIORITY_WORDS } from '#contracts/enums';
import { confirmations, measureOf, reasonOf, showMeasure } from '#forms';
import type { FormDefinition, RequestAnswers, StepNumber } from '#forms';
import { formatCivilDate, formatMoment, formatPhone } from '../ui/format.ts';
import { isDay } from './is-day.ts';

export interface ReviewSection {
  step: StepNumber;
  title: string;
  lines: { label: string; text: string }[];
}

const STATE_WORDS = { present: 'Oui', denied: 'Non', unknown: 'Ne sais pas' } as const;
const SEX_WORDS = { F: 'Féminin', M: 'Masculin', unknown: 'Inconnu' } as const;
const ECG_WORDS = {
  normal: 'Normal',
  abnormal: 'Anormal',
  not_interpreted: 'Fait, non interprété',
  not_done: 'Non fait',
} as const;
const CONSENT_WORDS = {
  oral: 'Informé et d’accord, oralement',
  written: 'Informé et d’accord, par écrit',
  relative: 'Informé par un proche',
  impossible: 'Non informé : son état ne le permet pas',
} as const;
const LIST_WORDS = { listed: '', none: 'Aucun', unknown: 'Ne sais pas' } as const;
const DOCTOR_WORDS = { author: 'La personne qui demande', named: '', none: 'Aucun', unknown: 'Ne sais pas' } as const;

/** What is no date is shown as it was typed: the check says it. */
const momentText = (value: string) => {
  if (isDay(value)) return formatCivilDate(value);
  return Number.isNaN(Date.parse(value)) ? value : formatMoment(value);
};

/** What will be sent, in the order of the steps; what is empty is not shown. */
export function reviewOf(answers: RequestAnswers, form: FormDefinition): ReviewSection[] {
  return [reasonSection(answers, form), patientSection(answers), clinicalSection(answers, form)].map((section) => ({
    ...section,
    lines: section.lines.filter((line) => line.text.trim() !== ''),
  }));
}

function reasonSection(answers: RequestAnswers, form: FormDefinition): ReviewSection {
  const by = (state: 'present' | 'unknown') =>
    form.redFlags
      .filter((flag) => answers.redFlags[flag.id] === state)
      .map((flag) => flag.label)
      .join('\n');
  const allDenied = form.redFlags.every((flag) => answers.redFlags[flag.id] === 'denied');
  return {
    step: 1,
    title: 'Motif et signes d’alerte',
    lines: [
      {
        label: 'Motif',
        text: [reasonOf(form, answers.reason)?.label, answers.reasonOther].filter(Boolean).join(' : '),
      },
      { label: 'Signes présents', text: by('present') },
      { label: 'Ne sais pas', text: by('unknown') },
      { label: 'Signes d’alerte', text: allDenied ? 'Aucun, tous vérifiés' : '' },
    ],
  };
}

function patientSection({ patient, place, treatingDoctor, callbackPhone }: RequestAnswers): ReviewSection {
  const name = [patient.birthName, patient.givenNames].filter(Boolean).join(' ');
  return {
    step: 2,
    title: 'Patient et lieu',
    lines: [
      { label: 'Patient', text: patient.usedName ? `${name} (nom utilisé : ${patient.usedName})` : name },
      {
        label: patient.sex === 'F' ? 'Née le' : patient.sex === 'M' ? 'Né le' : 'Né(e) le',
        text: isDay(patient.birthDate) ? formatCivilDate(patient.birthDate) : (patient.birthDate ?? ''),
      },
      { label: 'Sexe', text: patient.sex ? SEX_WORDS[patient.sex] : '' },
      { label: 'Téléphone', text: formatPhone(patient.phone) },
      { label: 'Proche', text: [patient.contactName, formatPhone(patient.contactPhone)].filter(Boolean).join(', ') },
      {
        label: 'Lieu',
        text: [place.kind ? PATIENT_PLACE_LABELS[place.kind] : '', place.address, place.communeName]
          .filter(Boolean)
          .join(', '),
      },
      { label: 'Pour entrer', text: place.accessNotes },
      { label: 'Mobilité', text: place.mobility ? MOBILITY_LABELS[place.mobility] : '' },
      {
        label: 'Médecin traitant',
        text: treatingDoctor.kind ? DOCTOR_WORDS[treatingDoctor.kind] || treatingDoctor.name : '',
      },
      { label: 'Ligne directe', text: formatPhone(callbackPhone) },
    ],
  };
}

function clinicalSection(answers: RequestAnswers, form: FormDefinition): ReviewSection {
  const reason = reasonOf(form, answers.reason);
  const label = (id: string) => form.findings[id]?.label ?? id;
  const isTicked = new Set([...(reason?.situations ?? []), ...form.ecgFindings]);
  const signs = Object.entries(answers.findings).map(([id, state]) =>
    isTicked.has(id) ? label(id) : `${label(id)} : ${STATE_WORDS[state].toLowerCase()}`,
  );
  const measures = answers.measures.map(
    (measure) => `${measureOf(form, measure.name)?.label ?? measure.name} : ${showMeasure(measure)}`,
  );
  const unmeasured = answers.unmeasured.map((name) => `${measureOf(form, name)?.label ?? name} : non mesuré`);
  const history = answers.history.map(
    (past) => (past.id === 'autre' && past.detail) || (form.history.find(({ id }) => id === past.id)?.label ?? past.id),
  );
  return {
    step: 3,
    title: 'Signes, mesures et question',
    lines: [
      {
        label: 'Début',
        text: answers.onset.at
          ? momentText(answers.onset.at)
          : answers.onset.precision === 'unknown'
            ? 'Ne sais pas'
            : '',
      },
      { label: 'Dernier épisode', text: answers.onset.lastEpisodeAt ? momentText(answers.onset.lastEpisodeAt) : '' },
      { label: 'Constats', text: signs.join('\n') },
      { label: 'NYHA', text: answers.nyha ? (['', 'I', 'II', 'III', 'IV'][answers.nyha] ?? '') : '' },
      { label: 'Mesures', text: [...measures, ...unmeasured].join('\n') },
      {
        label: 'ECG',
        text: [answers.ecg.status ? ECG_WORDS[answers.ecg.status] : '', answers.ecg.comment]
          .filter(Boolean)
          .join(' : '),
      },
      {
        label: 'Antécédents',
        text: history.join('\n') || (answers.historyStatus ? LIST_WORDS[answers.historyStatus] : ''),
      },
      {
        label: 'Traitements',
        text: answers.medicationsStatus ? LIST_WORDS[answers.medicationsStatus] || answers.medications : '',
      },
      { label: 'Allergies', text: answers.allergies },
      { label: 'Grossesse', text: answers.pregnancy ? STATE_WORDS[answers.pregnancy] : '' },
      { label: 'Question', text: answers.question },
      {
        label: 'Date à tenir',
        text: isDay(answers.externalDeadline?.date ?? null)
          ? formatCivilDate(answers.externalDeadline?.date ?? '')
          : '',
      },
      { label: 'Réponse souhaitée', text: answers.wishedModality ? MODALITY_LABELS[answers.wishedModality] : '' },
      { label: 'Délai espéré', text: answers.declaredClass ? PRIORITY_WORDS[answers.declaredClass] : '' },
      { label: 'Information', text: answers.consent.mode ? CONSENT_WORDS[answers.consent.mode] : '' },
    ],
  };
}

/** Measures understood otherwise than typed and not confirmed yet. */
export const unconfirmedReadings = (answers: RequestAnswers, confirmed: Record<string, string>) =>
  confirmations(answers).filter(({ field }) => {
    const name = field.replace('measures.', '');
    return confirmed[name] !== answers.measures.find((measure) => measure.name === name)?.value;
  });

import type { FindingState } from '#contracts/enums';
import { MODALITY_LABELS, PRIORITY_WORDS } from '#contracts/enums';
import { hasForm, formFor, measureOf, reasonOf, showMeasure } from '#forms';
import type { FormDefinition } from '#forms';
import { formatCivilDate, formatMoment, formatShortDay, NBSP } from '../ui/format.ts';
import type { Answers } from './views.ts';

export interface Sign {
  id: string;
  label: string;
  state: FindingState;
  /** Of the red flags: drawn first. */
  isFlag: boolean;
}
export interface Measure {
  name: string;
  label: string;
  value: string;
  note: string | null;
}
export interface Fact {
  label: string;
  lines: string[];
}

export const formOfAnswers = (answers: Answers): FormDefinition | null =>
  hasForm(answers.specialty) ? formFor(answers.specialty) : null;

const WEIGHT: Record<FindingState, number> = { present: 0, unknown: 1, denied: 2 };

/** Every sign that was answered, in words: what is present first, then what nobody knows, then what is denied. */
export function signsOf(answers: Answers): Sign[] {
  const form = formOfAnswers(answers);
  const flagLabel = (id: string) => form?.redFlags.find((flag) => flag.id === id)?.label;
  const label = (id: string) => flagLabel(id) ?? form?.findings[id]?.label ?? id;
  const sign =
    (isFlag: boolean) =>
    (entry: [string, FindingState]): Sign => ({
      id: entry[0],
      label: label(entry[0]),
      state: entry[1],
      isFlag,
    });
  const flags = Object.entries(answers.redFlags).map(sign(true));
  const findings = Object.entries(answers.findings)
    .filter(([id]) => !(id in answers.redFlags))
    .map(sign(false));
  return [...flags, ...findings].sort((one, other) => WEIGHT[one.state] - WEIGHT[other.state]);
}

/** Measures with their units, in the order of the form; « Non mesuré » is said. */
export function measuresOf(answers: Answers): Measure[] {
  const form = formOfAnswers(answers);
  const order = (name: string) => form?.measures.findIndex((measure) => measure.name === name) ?? -1;
  const label = (name: string) => (form && measureOf(form, name)?.short) ?? name;
  const taken = answers.measures.map((measure) => ({
    name: measure.name,
    label: label(measure.name),
    value: showMeasure(measure),
    note:
      [measure.at && formatShortDay(`${measure.at.slice(0, 10)}T12:00:00Z`), typedNote(measure)]
        .filter(Boolean)
        .join(' · ') || null,
  }));
  const missing = answers.unmeasured.map((name) => ({ name, label: label(name), value: 'non mesuré', note: null }));
  return [...taken, ...missing].sort((one, other) => order(one.name) - order(other.name));
}

/** What was typed, when it was understood otherwise: « écrit 12/8 ». */
function typedNote(measure: Answers['measures'][number]): string | null {
  const digits = (text: string) => text.replace(/[\s\u00a0+]/g, '').replace(/[.,]0+$/, '');
  const shown = showMeasure(measure).split(NBSP)[0] ?? '';
  const first = showMeasure(measure).replaceAll(NBSP, '');
  return first.startsWith(digits(measure.value)) || digits(shown) === digits(measure.value)
    ? null
    : `écrit ${measure.value}`;
}

const ECG_WORDS = {
  normal: 'Normal',
  abnormal: 'Anormal',
  not_interpreted: 'Fait, non interprété',
  not_done: 'Non fait',
} as const;
const DEADLINE_WORDS = {
  surgery: 'Chirurgie',
  treatment: 'Début d’un traitement',
  discharge: 'Sortie d’hospitalisation',
  other: 'Date à tenir',
} as const;
const NYHA = ['', 'I', 'II', 'III', 'IV'];
const STATUS_WORDS = { listed: [], none: ['Aucun'], unknown: ['Ne sais pas'] } as const;
const TRI_WORDS: Record<FindingState, string> = { present: 'Oui', denied: 'Non', unknown: 'Ne sais pas' };

const day = (at: string, timeZone: string) => (at.length === 10 ? formatCivilDate(at) : formatMoment(at, timeZone));

/** The rest of what was answered, one fact a line; what was not answered is not drawn. */
export function recordOf(answers: Answers, timeZone: string): Fact[] {
  const form = formOfAnswers(answers);
  const { ecg, onset, externalDeadline: deadline } = answers;
  const historyLabel = (id: string) => form?.history.find((past) => past.id === id)?.label ?? id;
  const history = answers.history.map((past) => {
    const words =
      past.id === 'autre' && past.detail
        ? past.detail
        : [historyLabel(past.id), past.detail].filter(Boolean).join(', ');
    return past.year ? `${words} (${past.year})` : words;
  });
  const facts: [string, readonly (string | null)[]][] = [
    [
      'Début',
      [
        onset.at && day(onset.at, timeZone),
        onset.lastEpisodeAt && `dernier épisode ${day(onset.lastEpisodeAt, timeZone)}`,
        !onset.at && onset.precision === 'unknown' ? 'Ne sais pas' : null,
      ],
    ],
    ['Essoufflement', [answers.nyha ? `NYHA${NBSP}${NYHA[answers.nyha]}` : null]],
    [
      'ECG',
      [ecg.status && [ECG_WORDS[ecg.status], ecg.at && day(ecg.at, timeZone)].filter(Boolean).join(', '), ecg.comment],
    ],
    ['Antécédents', history.length > 0 ? history : answers.historyStatus ? STATUS_WORDS[answers.historyStatus] : []],
    [
      'Traitements',
      answers.medications
        ? answers.medications.split('\n')
        : answers.medicationsStatus
          ? STATUS_WORDS[answers.medicationsStatus]
          : [],
    ],
    ['Allergies', [answers.allergies]],
    [
      'Grossesse',
      [
        answers.pregnancy && TRI_WORDS[answers.pregnancy],
        answers.gestationalWeeks ? `${answers.gestationalWeeks}${NBSP}SA` : null,
      ],
    ],
    ['Date à tenir', [deadline && `${DEADLINE_WORDS[deadline.kind]}, ${formatCivilDate(deadline.date)}`]],
    [
      'Réponse souhaitée',
      [
        answers.wishedModality && MODALITY_LABELS[answers.wishedModality],
        answers.requestedBy && `pour le ${formatCivilDate(answers.requestedBy)}`,
      ],
    ],
    ['Délai espéré', [answers.declaredClass && PRIORITY_WORDS[answers.declaredClass]]],
  ];
  return facts.flatMap(([label, lines]) => {
    const said = lines.filter((line): line is string => Boolean(line?.trim()));
    return said.length > 0 ? [{ label, lines: said }] : [];
  });
}

/** « Insuffisance cardiaque, essoufflement », or the words of who asked. */
export const reasonWords = (answers: Answers): string => {
  const form = formOfAnswers(answers);
  if (answers.reason === 'autre' && answers.reasonOther) return answers.reasonOther;
  return (form && reasonOf(form, answers.reason)?.label) ?? answers.reasonOther;
};

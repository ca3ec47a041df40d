import { EXAM_LABELS } from '#contracts/care';
import type { Exam } from '#contracts/care';
import type { FindingState } from '#contracts/enums';
import { parseMeasure } from '#forms';
import { isPressure, readPressure } from './pressure.ts';
import type { MeasureDto, SheetDto } from './views.ts';

export interface ExamAnswer {
  done: boolean;
  reason: string;
}

/** The sheet as typed: words and numbers in the making included, so that nothing typed is ever lost. */
export interface SheetDraft {
  measures: Record<string, { value: string; unit: string; at: string }>;
  findings: Record<string, FindingState>;
  note: string;
  exams: Partial<Record<Exam, ExamAnswer>>;
  called15: boolean;
  calledOnCall: boolean;
  /** Last change, on this phone. */
  changedAt: string | null;
  /** When it was last handed to the queue of writes. */
  sentAt: string | null;
  /** Not yet handed to the queue of writes. */
  dirty: boolean;
  /** Typed here too, and overtaken by a sheet of another phone: kept until somebody says what becomes of it. */
  aside?: SheetDraft | null;
}

export const emptySheet = (): SheetDto => ({
  measures: [],
  findings: {},
  note: '',
  examsDone: [],
  examsMissing: [],
  called15: false,
  calledOnCall: false,
});

const write = (value: number) => String(value).replace('.', ',');

/** From the sheet the server has. */
export function draftOf(sheet: SheetDto | null): SheetDraft {
  const known = sheet ?? emptySheet();
  return {
    measures: Object.fromEntries(
      known.measures.map(({ name, value, unit, at }) => [name, { value: write(value), unit, at: at ?? '' }]),
    ),
    findings: { ...known.findings },
    note: known.note,
    exams: {
      ...Object.fromEntries(known.examsDone.map((exam) => [exam, { done: true, reason: '' }])),
      ...Object.fromEntries(known.examsMissing.map(({ exam, reason }) => [exam, { done: false, reason }])),
    },
    called15: known.called15,
    calledOnCall: known.calledOnCall,
    changedAt: null,
    sentAt: null,
    dirty: false,
  };
}

export interface ReadMeasures {
  measures: MeasureDto[];
  /** By field: what to do about what could not be read. */
  errors: Record<string, string>;
  /** By field: what was understood, when it is not what was typed. */
  readAs: Record<string, string>;
}

const moment = (at: string | undefined) => (at ? { at } : {});

/** The numbers of the sheet in their own units; what cannot be read is said, and left out. */
export function readMeasures(draft: Pick<SheetDraft, 'measures'>): ReadMeasures {
  const pressure = readPressure(draft.measures['sbp']?.value ?? '', draft.measures['dbp']?.value ?? '');
  const read: ReadMeasures = { measures: [], errors: { ...pressure.errors }, readAs: { ...pressure.readAs } };
  for (const { name, value } of pressure.measures) {
    read.measures.push({ name, value, unit: 'mmHg', ...moment(draft.measures[name]?.at) });
  }
  for (const [name, { value, unit, at }] of Object.entries(draft.measures)) {
    if (isPressure(name) || value.trim() === '') continue;
    const { readings, error, confirm } = parseMeasure(name, value, unit);
    if (error) read.errors[name] = error.message;
    if (confirm) read.readAs[name] = confirm;
    for (const reading of readings) {
      read.measures.push({ name: reading.name, value: reading.value, unit: reading.unit ?? '', ...moment(at) });
    }
  }
  return read;
}

/** Two letters at least: a dot explains nothing. */
const isReason = (reason: string): boolean => reason.trim().length >= 2;
const isExam = (id: string): id is Exam => Object.hasOwn(EXAM_LABELS, id);
export const examsOf = (draft: SheetDraft) =>
  Object.entries(draft.exams).flatMap(([exam, answer]) => (isExam(exam) && answer ? [{ exam, ...answer }] : []));

/** What leaves for the server. */
export function sheetOf(draft: SheetDraft): SheetDto {
  const exams = examsOf(draft);
  return {
    measures: readMeasures(draft).measures,
    findings: draft.findings,
    note: draft.note.slice(0, 4000),
    examsDone: exams.filter(({ done }) => done).map(({ exam }) => exam),
    examsMissing: exams
      .filter(({ done, reason }) => !done && isReason(reason))
      .map(({ exam, reason }) => ({ exam, reason: reason.trim().slice(0, 300) })),
    called15: draft.called15,
    calledOnCall: draft.calledOnCall,
  };
}

export interface Obstacle {
  field: string;
  message: string;
}

/** Why « Visite faite » cannot be said yet: an exam neither done nor explained, a number that cannot be read. */
export function obstacles(draft: SheetDraft, asked: readonly Exam[]): Obstacle[] {
  const numbers = Object.entries(readMeasures(draft).errors).map(([name, message]) => ({
    field: `measures.${name}`,
    message,
  }));
  const exams = asked.flatMap((exam) => {
    const answer = draft.exams[exam];
    if (answer?.done || (answer && isReason(answer.reason))) return [];
    const message = answer
      ? `${EXAM_LABELS[exam]}\u00a0: indiquez pourquoi l’examen n’est pas fait.`
      : `${EXAM_LABELS[exam]}\u00a0: indiquez si l’examen est fait.`;
    return [{ field: `exams.${exam}`, message }];
  });
  return [...numbers, ...exams];
}

/** Whether nothing was written at all. */
export const isBlank = (draft: SheetDraft): boolean =>
  Object.values(draft.measures).every(({ value }) => !value) &&
  Object.keys(draft.findings).length + Object.keys(draft.exams).length === 0 &&
  draft.note === '' &&
  !draft.called15 &&
  !draft.calledOnCall;

import type { ConsentMode, Doer, Exam, ExamDoer, Outcome, VISIT_EXAMS, WithoutEss } from '#contracts/care';
import type { FormMove } from './moves.ts';

export type VisitExam = (typeof VISIT_EXAMS)[number];
export interface TaskDraft {
  who: Doer;
  what: string;
  when: string;
}

/** What a person is writing on one request, kept on the device until it is sent; null is « not touched ». */
export interface CareDraft {
  /** The form chosen; `none` when it was closed on purpose. */
  form: FormMove | 'none' | null;
  answer: string;
  findings: string;
  conclusions: string;
  tasks: TaskDraft[];
  callBackWhen: string;
  call15When: string;
  incidents: string;
  informed: boolean | null;
  informedOn: string | null;
  consent: ConsentMode | null;
  consentOn: string | null;
  /** What a visit, an exam or a consultation should answer; null is the question of the requester. */
  question: string | null;
  instructions: string;
  visitExams: VisitExam[];
  exams: Exam[];
  doer: ExamDoer | null;
  minutes: number;
  /** Civil day. */
  due: string | null;
  withId: string;
  toId: string;
  note: string;
  /** Complement asked, complement given, result of an exam. */
  missing: string;
  given: string;
  result: string;
  advice: string;
  /** Slug of another team of the house; empty is elsewhere. */
  toEss: string;
  resource: string;
  contact: string;
  service: string;
  when: string;
  toldTo: string | null;
  reason: string;
  day: string | null;
  time: string;
  place: string;
  happened: Outcome | null;
  withoutEss: WithoutEss | null;
}

export const EMPTY_CARE: CareDraft = {
  form: null,
  answer: '',
  findings: '',
  conclusions: '',
  tasks: [],
  callBackWhen: '',
  call15When: '',
  incidents: '',
  informed: null,
  informedOn: null,
  consent: null,
  consentOn: null,
  question: null,
  instructions: '',
  visitExams: ['ecg'],
  exams: [],
  doer: null,
  minutes: 30,
  due: null,
  withId: '',
  toId: '',
  note: '',
  missing: '',
  given: '',
  result: '',
  advice: '',
  toEss: '',
  resource: '',
  contact: '',
  service: '',
  when: '',
  toldTo: null,
  reason: '',
  day: null,
  time: '',
  place: '',
  happened: null,
  withoutEss: null,
};

/** Nothing was chosen nor typed: which form is open is no loss. */
export const isEmptyCare = (draft: CareDraft): boolean =>
  (Object.keys(EMPTY_CARE) as (keyof CareDraft)[]).every(
    (name) => name === 'form' || JSON.stringify(draft[name]) === JSON.stringify(EMPTY_CARE[name]),
  );

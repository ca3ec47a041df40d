import type { Exam, ExamDoer, NotDoneReason, Outcome, Doer, WithoutEss } from '#contracts/care';
import type { PriorityClass } from '#contracts/enums';

/** « Qui fait quoi, pour quand » and the rest of a signed text. */
export interface SignedWords {
  /** Opinion of an answer, findings of a reading or of a consultation. */
  said: string;
  conclusions: string;
  tasks: { who: Doer; what: string; when: string }[];
  callBackWhen: string;
  call15When: string;
}

export interface SheetWords {
  /** « sbp 132 mmHg »: id of the dictionary, value, unit. */
  measures: string[];
  note: string;
}

type Deed =
  | { act: 'claim' | 'acknowledge' }
  | { act: 'confirm' | 'raise'; toClass: PriorityClass }
  | { act: 'lower'; toClass: PriorityClass; text: string }
  | { act: 'cancel' | 'ask_info' | 'give_info' | 'exam_back' | 'ask_again' | 'unbook'; text: string }
  | { act: 'hand_over'; text: string; toldTo: string }
  | { act: 'pass'; toEmail: string; text: string }
  | { act: 'advise' | 'sign_reading' | 'report_appointment'; words: SignedWords }
  | { act: 'decline'; text: string; conclusions: string }
  | { act: 'redirect'; resource: string; contact: string; text: string }
  | { act: 'admit'; service: string; when: string; contact: string; text: string }
  | { act: 'order_exam'; exams: Exam[]; doer: ExamDoer; text: string; dueInDays: number }
  | { act: 'order_visit'; exams: Exam[]; text: string; minutes: number }
  | { act: 'order_consultation' | 'order_teleconsultation'; text: string; withEmail: string | null }
  | { act: 'book'; on: Date; minutes: number; place: string; withEmail: string }
  | { act: 'start_visit' | 'arrive' }
  | { act: 'visit_done'; sheet: SheetWords; exams: Exam[] }
  | { act: 'visit_not_done'; reason: NotDoneReason; text: string }
  | {
      act: 'receive';
      kind: 'read' | 'acknowledged' | 'by_phone';
      toldTo?: string;
      happened?: Outcome;
      withoutEss?: WithoutEss;
    };

/** What somebody does to a request after it is sent, played by the real use case at that moment. */
export type LaterAct = Deed & { by: string; at: Date };
export type ActName = LaterAct['act'];

/** The same, its moment counted in minutes from another one. */
export type RelativeAct = Deed & { by: string; after: number };

const MINUTE_MS = 60_000;
export const later = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * MINUTE_MS);

export const actAt = ({ after, ...deed }: RelativeAct, from: Date): LaterAct => ({ ...deed, at: later(from, after) });

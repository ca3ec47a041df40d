import type { Exam, ExamDoer } from '#contracts/care';
import type { PriorityClass } from '#contracts/enums';
import type { VisitExam } from './draft.ts';
import type { AnswerBody, OutcomeBody, ReadingBody } from './views.ts';

export interface Target {
  id: string;
  version: number;
  /** For the words said afterwards. */
  patientName: string;
}

type Move =
  | { move: 'claim' | 'release' | 'acknowledge' | 'undo' }
  | { move: 'confirm' | 'raise' | 'lower'; class: PriorityClass; reason: string }
  | { move: 'cancel'; reason: string }
  | { move: 'advise'; answer: AnswerBody }
  | { move: 'sign_reading'; reading: ReadingBody }
  | { move: 'report_appointment'; report: ReadingBody }
  | {
      move: 'order_visit';
      visit: { exams: VisitExam[]; question: string; instructions?: string; minutes: number; dueAt?: string };
    }
  | { move: 'order_exam'; exam: { exams: Exam[]; doer: ExamDoer; question: string; dueAt: string } }
  | {
      move: 'order_consultation' | 'order_teleconsultation';
      wanted: { question: string; dueAt?: string; withId?: string };
    }
  | { move: 'pass'; toId: string; toName: string; note?: string }
  | { move: 'ask_info'; question: string }
  | { move: 'give_info' | 'exam_back'; text: string }
  | { move: 'decline'; advice: string; conclusions: string }
  | { move: 'redirect'; resource: string; contact: string; advice: string; toEss?: string }
  | { move: 'admit'; service: string; when: string; contact: string; advice: string }
  | { move: 'hand_over'; toldTo: string; reason: string }
  | { move: 'book'; appointment: { at: string; minutes: number; place: string; withId: string } }
  | { move: 'unbook'; reason: string }
  | { move: 'receive'; reportId: string; toldTo: string; outcome: OutcomeBody }
  | { move: 'tell_outcome'; outcome: OutcomeBody };

/** Something asked of the server on one request, at one version of it. */
export type Order = Target & Move;

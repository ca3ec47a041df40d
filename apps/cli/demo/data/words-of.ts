import { DOERS, type Doer, type Exam } from '#contracts/care';
import type { SignedWords } from './acts.ts';

/** What is written about one reason of request. */
export interface ReasonWords {
  answers: SignedWords[];
  readings: SignedWords[];
  /** Of a consultation. */
  seen: string;
  /** Question of an order. */
  ordered: string;
  /** What is asked of the requester, and what he gives. */
  missing: string;
  given: string;
  /** Of an exam asked for first. */
  result: string;
  exams: Exam[];
}

const isDoer = (text: string): text is Doer => DOERS.some((doer) => doer === text);

/** Opinion, conclusion, « qui : quoi | quand » as often as needed, then when to call back and when to call the 15. */
export function words(said: string, conclusions: string, ...rest: string[]): SignedWords {
  const tasks = rest.slice(0, -2).map((line) => {
    const [who = '', what = '', when = ''] = line.split(/ : | \| /);
    if (!isDoer(who)) throw new Error(`nobody does « ${line} »`);
    return { who, what, when };
  });
  const [callBackWhen = '', call15When = ''] = rest.slice(-2);
  return { said, conclusions, tasks, callBackWhen, call15When };
}

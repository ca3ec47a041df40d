import { UNDO_SECONDS } from '#contracts/moves';
import type { PriorityClass } from '#contracts/enums';
import type { RequestState } from '#contracts/transitions';
import type { RequestView } from '../api/views.ts';

interface Answered {
  state: RequestState;
  class: PriorityClass | null;
  timeline: readonly { at: string; type: string }[];
}

/** Where the answer of a request is: not written, signed but still in its undo window, or to be read. */
export type AnswerState = 'none' | 'coming' | 'ready' | 'received';

/** @param now server time, in milliseconds */
export function answerState(request: Answered, now: number): AnswerState {
  const { timeline, state } = request;
  const ready = timeline.findLast(
    (step, index) => step.type === 'report.ready' && timeline[index + 1]?.type !== 'request.undone',
  );
  if (!ready) return 'none';
  const isUrgent = request.class === 'P0' || request.class === 'P1';
  if (state === 'reported')
    return !isUrgent && now < Date.parse(ready.at) + (UNDO_SECONDS + 1) * 1000 ? 'coming' : 'ready';
  return 'received';
}

/** The question of the team that waits for an answer. */
export const openQuestion = (timeline: RequestView['timeline']): RequestView['timeline'][number] | null =>
  timeline.findLast((step) => step.type === 'request.info-asked') ?? null;

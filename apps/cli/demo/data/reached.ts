import type { NextAction, RequestState } from '#contracts/transitions';
import type { ActName } from './acts.ts';
import type { Story } from './story.ts';

/** Where a story stands at a moment, as its acts alone tell it; timers ring elsewhere. */
export interface Reached {
  state: RequestState;
  nextAction: NextAction;
}

const step = (state: RequestState, nextAction: NextAction) => (): Reached => ({ state, nextAction });
const same = (reached: Reached): Reached => reached;
const answered = step('reported', 'await_reception');
const toDecide = step('confirmed', 'decide');
const over = step('closed', 'none');

const AFTER: Record<ActName, (reached: Reached, story: Story) => Reached> = {
  claim: same,
  confirm: toDecide,
  raise: toDecide,
  lower: toDecide,
  acknowledge: step('emergency', 'call_back'),
  cancel: step('cancelled', 'none'),
  hand_over: over,
  pass: same,
  ask_info: step('waiting_requester', 'await_info'),
  give_info: toDecide,
  advise: answered,
  decline: answered,
  redirect: answered,
  admit: answered,
  order_exam: step('decided', 'await_exam'),
  exam_back: toDecide,
  order_visit: step('decided', 'plan_visit'),
  order_consultation: step('decided', 'book'),
  order_teleconsultation: step('decided', 'book'),
  book: step('scheduled', 'hold_appointment'),
  unbook: step('decided', 'book'),
  report_appointment: answered,
  start_visit: step('in_progress', 'visit'),
  arrive: step('in_progress', 'visit'),
  visit_done: step('to_read', 'read'),
  visit_not_done: step('decided', 'plan_visit'),
  sign_reading: answered,
  receive: (reached, story) => {
    if (reached.state !== 'reported') return reached;
    const closing = story.then.filter(({ act }) => act === 'decline' || act === 'redirect').at(-1);
    const state = closing?.act === 'decline' ? 'declined' : closing ? 'redirected' : 'closed';
    return { state, nextAction: 'none' };
  },
  ask_again: toDecide,
};

export function stateOf(story: Story, moment: Date): Reached {
  const announced = story.visits.map(({ publishedAt }) => ({ at: publishedAt, act: 'plan' as const }));
  const steps = [...story.then, ...announced]
    .filter(({ at }) => at <= moment)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const born: Reached =
    story.expected === 'P0'
      ? { state: 'emergency', nextAction: 'acknowledge' }
      : { state: 'proposed', nextAction: 'confirm_priority' };
  return steps.reduce<Reached>(
    (reached, { act }) => (act === 'plan' ? { state: 'scheduled', nextAction: 'visit' } : AFTER[act](reached, story)),
    born,
  );
}

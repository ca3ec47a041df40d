import { beforeEach, describe, expect, test } from '@jest/globals';
import { call } from './client.ts';
import { isApiError } from './errors.ts';
import { sessionGate } from './session-gate.ts';
import { stepUpGate } from './step-up-gate.ts';

const answer = (status: number, body: object) => {
  const response = new Response(null, { status });
  return response.ok ? { data: body, response } : { error: body, response };
};
const refusal = (status: number, code: string) => answer(status, { code, message: code, traceId: '' });
/** Answers in turn; how many times it was asked. */
const server = (...answers: ReturnType<typeof answer>[]) => {
  let asked = 0;
  return { ask: async () => answers[asked++] ?? answers.at(-1)!, count: () => asked };
};
const OK = answer(200, { done: true });
const WANTS_PROOF = refusal(403, 'session.step-up-required');

/** As a person in front of the screen: proves, or gives up, each time he is asked. */
function somebody(proves: boolean) {
  let times = 0;
  const leave = stepUpGate.subscribe(() => {
    if (!stepUpGate.isAsked()) return;
    times += 1;
    queueMicrotask(() => stepUpGate.answer(proves));
  });
  return { leave, times: () => times };
}

describe('an act that wants a fresh proof', () => {
  beforeEach(() => sessionGate.arm(true));

  test('asks once, then makes the same call again by itself', async () => {
    const person = somebody(true);
    const { ask, count } = server(WANTS_PROOF, OK);
    expect(await call(ask)).toEqual({ done: true });
    expect([count(), person.times()]).toEqual([2, 1]);
    person.leave();
  });

  test('asks one question for two calls that meet it together', async () => {
    const person = somebody(true);
    const [first, second] = [server(WANTS_PROOF, OK), server(WANTS_PROOF, OK)];
    await Promise.all([call(first.ask), call(second.ask)]);
    expect(person.times()).toBe(1);
    person.leave();
  });

  test('is refused, and was made once only, when the person gives up', async () => {
    const person = somebody(false);
    const { ask, count } = server(WANTS_PROOF, OK);
    const thrown = await call(ask).catch((error: unknown) => error);
    expect(isApiError(thrown, 'session.step-up-required')).toBe(true);
    expect(count()).toBe(1);
    person.leave();
  });

  test('is refused at once where no screen can ask', async () => {
    const { ask } = server(WANTS_PROOF, OK);
    await expect(call(ask)).rejects.toThrow('Confirmation abandonnée\u00a0: rien n’a été changé.');
  });
});

describe('a session that turns or ends', () => {
  test('a call that crossed the turn of the token is made again, and no door closes', async () => {
    sessionGate.arm(true);
    const { ask } = server(refusal(401, 'session.required'), OK);
    expect(await call(ask)).toEqual({ done: true });
    expect(sessionGate.get()).toBe('open');
  });

  test.each([
    ['session.locked', 'locked'],
    ['session.required', 'expired'],
    ['session.factor-required', 'expired'],
  ])('%s closes the door; the call waits, then is made again', async (code, state) => {
    sessionGate.arm(true);
    const closed = new Promise<void>((resolve) => {
      const leave = sessionGate.subscribe(() => {
        if (sessionGate.get() === 'open') return;
        leave();
        resolve();
      });
    });
    const { ask } = server(...Array.from({ length: state === 'locked' ? 1 : 2 }, () => refusal(401, code)), OK);
    const waiting = call(ask);
    await closed;
    expect(sessionGate.get()).toBe(state);
    sessionGate.open();
    expect(await waiting).toEqual({ done: true });
  });

  test.each(['session.required', 'session.locked'])('before anybody is known, %s is an answer', async (code) => {
    sessionGate.arm(false);
    const thrown = await call(server(refusal(401, code)).ask).catch((error: unknown) => error);
    expect(isApiError(thrown)).toBe(true);
    expect(sessionGate.get()).toBe('open');
  });
});

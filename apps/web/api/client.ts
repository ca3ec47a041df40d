import createClient from 'openapi-fetch';
import { ApiError, isApiError, networkError, readErrorBody } from './errors.ts';
import type { paths } from './schema.d.ts';
import { sessionGate } from './session-gate.ts';
import { stepUpGate } from './step-up-gate.ts';

export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer, or an `ApiError`. */
export async function once<T>(ask: () => Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await ask();
  } catch {
    throw networkError();
  }
  if (answer.response.ok) return answer.data as T;
  throw readErrorBody(answer.response.status, answer.error);
}

/**
 * The same; when the session turns out to be locked or over, it waits for the person and asks again; when the act wants
 * a fresh proof of who he is, it asks him, then makes the call again.
 */
export const call = <T>(ask: () => Promise<Answer<T>>): Promise<T> => insist(ask, true);

async function insist<T>(ask: () => Promise<Answer<T>>, mayHaveCrossed: boolean): Promise<T> {
  await sessionGate.whenOpen();
  try {
    return await once(ask);
  } catch (error) {
    if (isApiError(error, 'session.step-up-required')) {
      if (await stepUpGate.ask()) return insist(ask, mayHaveCrossed);
      throw new ApiError(403, { code: error.code, message: 'Confirmation abandonnée\u00a0: rien n’a été changé.' });
    }
    const locked = isApiError(error, 'session.locked');
    const over = isApiError(error, 'session.required', 'session.factor-required');
    // Before this page knew who was there, « not signed in » is an answer, not a closed door.
    if (!sessionGate.isArmed() || (!locked && !over)) throw error;
    // The token turns at each proof: a call sent with the one before is made once more with the one of now.
    if (over && mayHaveCrossed) return insist(ask, false);
    sessionGate.close(locked ? 'locked' : 'expired');
    return insist(ask, true);
  }
}

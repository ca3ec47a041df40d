import createClient from 'openapi-fetch';
import { isApiError, networkError, readErrorBody } from './errors.ts';
import type { paths } from './schema.d.ts';
import { sessionGate } from './session-gate.ts';

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

/** The same; when the session turns out to be locked or over, it waits for the person and asks again. */
export async function call<T>(ask: () => Promise<Answer<T>>): Promise<T> {
  await sessionGate.whenOpen();
  try {
    return await once(ask);
  } catch (error) {
    const locked = isApiError(error, 'session.locked');
    const over = isApiError(error, 'session.required') && sessionGate.isArmed();
    if (!locked && !over) throw error;
    sessionGate.close(locked ? 'locked' : 'expired');
    return call(ask);
  }
}

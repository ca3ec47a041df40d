import { call } from '../api/client.ts';
import type { DayView, MoveView, OptionView, Target } from './views.ts';

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

async function ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer<T>> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const read: unknown = await response.json().catch(() => undefined);
  return response.ok ? { data: read as T, response } : { error: read, response };
}

interface Version {
  date: string;
  version: number;
}
const root = (ess: string) => `/api/e/${encodeURIComponent(ess)}/mobile`;

export const fetchDay = (ess: string, date: string): Promise<DayView> =>
  call(() => ask<DayView>('GET', `${root(ess)}/day?date=${date}`));
export const fetchOptions = (ess: string, date: string, actId: string): Promise<OptionView[]> =>
  call(() => ask<OptionView[]>('GET', `${root(ess)}/visits/${actId}/options?date=${date}`));
export const planDay = (ess: string, body: Version & { seconds: number }): Promise<DayView> =>
  call(() => ask<DayView>('POST', `${root(ess)}/day/plan`, body));
export const moveVisit = (
  ess: string,
  body: Version & Target & { actId: string; dryRun: boolean },
): Promise<MoveView> => call(() => ask<MoveView>('POST', `${root(ess)}/day/move`, body));
export const lockVisit = (ess: string, body: Version & { actId: string; locked: boolean }): Promise<DayView> =>
  call(() => ask<DayView>('POST', `${root(ess)}/day/lock`, body));
export const publishDay = (ess: string, body: Version): Promise<DayView> =>
  call(() => ask<DayView>('POST', `${root(ess)}/day/publish`, body));

import { call } from '../api/client.ts';
import { keys } from '../api/query-client.ts';
import { send } from '../session/send.ts';
import type { AccessListView, PatientSpaceView } from './views.ts';

export const spaceKeys = {
  space: (ess: string) => ['me', 'patient', ess] as const,
  accessList: (ess: string, id: string) => [...keys.ess(ess), 'access-list', id] as const,
};

export const spaceApi = {
  space: (ess: string) => call(() => send<PatientSpaceView>('GET', `/api/me/patient/${ess}`)),
  accessList: (ess: string, id: string) =>
    call(() => send<AccessListView>('GET', `/api/e/${ess}/patients/${id}/access-list`)),
  invite: (ess: string, id: string, email: string) =>
    call(() => send<{ expiresAt: string }>('POST', `/api/e/${ess}/patients/${id}/invite`, { email })),
};

/** Fetched like the rest, so that a locked session asks for the password instead of saving an error. */
export const fetchPdf = (path: string): Promise<Blob> =>
  call(async () => {
    const response = await fetch(path, { credentials: 'same-origin' });
    if (response.ok) return { data: await response.blob(), response };
    const error: unknown = await response.json().catch(() => undefined);
    return { error, response };
  });

import { api, call } from '../api/client.ts';
import { keys } from '../api/query-client.ts';

export const spaceKeys = {
  space: (ess: string) => ['me', 'patient', ess] as const,
  accessList: (ess: string, id: string) => [...keys.ess(ess), 'access-list', id] as const,
};

/** The name of the file of a list: it does not say whose it is. */
export const LIST_FILE = 'acces-au-dossier.pdf';

export const spaceApi = {
  space: (ess: string) => call(() => api.GET('/api/me/patient/{ess}', { params: { path: { ess } } })),
  accessList: (ess: string, id: string) =>
    call(() => api.GET('/api/e/{ess}/patients/{id}/access-list', { params: { path: { ess, id } } })),
  accessListPdf: (ess: string, id: string) =>
    call(() =>
      api.GET('/api/e/{ess}/patients/{id}/access-list/pdf', { params: { path: { ess, id } }, parseAs: 'blob' }),
    ),
  ownListPdf: (ess: string) =>
    call(() => api.GET('/api/me/patient/{ess}/access-list/pdf', { params: { path: { ess } }, parseAs: 'blob' })),
  invite: (ess: string, id: string, email: string) =>
    call(() => api.POST('/api/e/{ess}/patients/{id}/invite', { params: { path: { ess, id } }, body: { email } })),
};

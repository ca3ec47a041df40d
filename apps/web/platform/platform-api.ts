import { api, call } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];
export type PlatformEss = Schemas['PlatformEssView'];

export const platformKeys = { list: ['platform', 'ess'] as const };

export const platformApi = {
  list: () => call(() => api.GET('/api/platform/ess')),
  open: (body: Schemas['OpenEssDto']) => call(() => api.POST('/api/platform/ess', { body })),
  invite: (slug: string, body: Schemas['FirstAdministratorDto']) =>
    call(() => api.POST('/api/platform/ess/{slug}/administrators', { params: { path: { slug } }, body })),
};

import { api, once } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];
export type PscBack = Schemas['PscFinishDto'];

export const pscApi = {
  state: () => once(() => api.GET('/api/psc')),
  start: (body: Schemas['PscStartDto']) => once(() => api.POST('/api/psc/start', { body })),
  finish: (body: PscBack) => once(() => api.POST('/api/psc/finish', { body })),
  choose: (index: number) => once(() => api.POST('/api/psc/exercice', { body: { index } })),
};

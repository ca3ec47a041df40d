import { api, once } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';

export type LinkView = components['schemas']['LinkView'];

/** A link shows what it is, and acts only when somebody says so. */
export const linkApi = {
  open: (token: string) => once(() => api.POST('/api/link/open', { body: { token } })),
  accept: (token: string, password: string) =>
    once(() => api.POST('/api/link/invitation', { body: { token, password } })),
  changePassword: (token: string, password: string) =>
    once(() => api.POST('/api/link/password', { body: { token, password } })),
};

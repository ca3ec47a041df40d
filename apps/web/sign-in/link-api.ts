import { once } from '../api/client.ts';
import { send } from '../session/send.ts';
import type { SignInView } from '../session/views.ts';

export interface LinkView {
  purpose: 'invitation' | 'password';
  essName: string;
  displayName: string;
  email: string;
  hasAccount: boolean;
  kind: 'professional' | 'patient';
  /** Its name in words. */
  role: string | null;
}

/** A link shows what it is, and acts only when somebody says so. */
export const linkApi = {
  open: (token: string) => once(() => send<LinkView>('POST', '/api/link/open', { token })),
  accept: (token: string, password: string) =>
    once(() => send<SignInView>('POST', '/api/link/invitation', { token, password })),
  changePassword: (token: string, password: string) =>
    once(() => send<undefined>('POST', '/api/link/password', { token, password })),
};

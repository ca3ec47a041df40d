import { startAuthentication } from '@simplewebauthn/browser';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { once } from '../api/client.ts';
import type { SessionView } from '../api/views.ts';
import { send } from './send.ts';
import type { SignInView } from './views.ts';

/** The doors of a session. Each proof turns the token: the browser holds the new one when the promise is kept. */
export const sessionApi = {
  signIn: (email: string, password: string) =>
    once(() => send<SignInView>('POST', '/api/session', { email, password })),
  current: () => once(() => send<SessionView>('GET', '/api/session')),
  stage: () => once(() => send<SignInView>('GET', '/api/session/stage')),
  byCode: (code: string, trustDevice: boolean) =>
    once(() => send<SignInView>('POST', '/api/session/factor/totp', { code, trustDevice })),
  byRecoveryCode: (code: string) => once(() => send<SignInView>('POST', '/api/session/factor/recovery', { code })),
  async byKey(trustDevice: boolean) {
    const response = await askKey('/api/session/factor/webauthn/options');
    return once(() => send<SignInView>('POST', '/api/session/factor/webauthn', { response, trustDevice }));
  },
  unlock: (password: string) => once(() => send<SessionView>('POST', '/api/session/unlock', { password })),
  async hasKeyToUnlock(): Promise<boolean> {
    try {
      await once(() => send('POST', '/api/session/unlock/webauthn/options', {}));
      return true;
    } catch {
      return false;
    }
  },
  async unlockByKey() {
    const response = await askKey('/api/session/unlock/webauthn/options');
    return once(() => send<SessionView>('POST', '/api/session/unlock/webauthn', { response }));
  },
  forgot: (email: string) => once(() => send<undefined>('POST', '/api/session/forgot', { email })),
  signOut: () => once(() => send<{ redirect: string | null } | undefined>('DELETE', '/api/session')),
};

async function askKey(path: string) {
  const optionsJSON = await once(() => send<PublicKeyCredentialRequestOptionsJSON>('POST', path, {}));
  return startAuthentication({ optionsJSON });
}

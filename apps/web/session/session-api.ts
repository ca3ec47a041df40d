import { startAuthentication } from '@simplewebauthn/browser';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { api, once } from '../api/client.ts';
import { send } from './send.ts';

/** The doors of a session. Each proof turns the token: the browser holds the new one when the promise is kept. */
export const sessionApi = {
  signIn: (email: string, password: string) => once(() => api.POST('/api/session', { body: { email, password } })),
  current: () => once(() => api.GET('/api/session')),
  stage: () => once(() => api.GET('/api/session/stage')),
  byCode: (code: string, trustDevice: boolean) =>
    once(() => api.POST('/api/session/factor/totp', { body: { code, trustDevice } })),
  byRecoveryCode: (code: string) => once(() => api.POST('/api/session/factor/recovery', { body: { code } })),
  async byKey(trustDevice: boolean) {
    const response = await askKey('/api/session/factor/webauthn/options');
    return once(() => api.POST('/api/session/factor/webauthn', { body: { response: { ...response }, trustDevice } }));
  },
  unlock: (password: string) => once(() => api.POST('/api/session/unlock', { body: { password } })),
  async hasKeyToUnlock(): Promise<boolean> {
    try {
      await once(() => api.POST('/api/session/unlock/webauthn/options'));
      return true;
    } catch {
      return false;
    }
  },
  async unlockByKey() {
    const response = await askKey('/api/session/unlock/webauthn/options');
    return once(() => api.POST('/api/session/unlock/webauthn', { body: { response: { ...response } } }));
  },
  forgot: (email: string) => once(() => api.POST('/api/session/forgot', { body: { email } })),
  signOut: () => once(() => api.DELETE('/api/session')),
};

/** What the browser asks of a key is described by its own standard. */
async function askKey(path: string) {
  const optionsJSON = await once(() => send<PublicKeyCredentialRequestOptionsJSON>('POST', path));
  return startAuthentication({ optionsJSON });
}

import { startRegistration } from '@simplewebauthn/browser';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { api, call } from '../api/client.ts';
import { send } from '../session/send.ts';

const one = (id: string) => ({ params: { path: { id } } });

/** What a person does to his own account. Where the server wants a fresh proof, the call waits for it. */
export const accountApi = {
  factors: () => call(() => api.GET('/api/me/factors')),
  newTotp: () => call(() => api.POST('/api/me/factors/totp', { body: {} })),
  confirmTotp: (id: string, code: string) =>
    call(() => api.POST('/api/me/factors/totp/{id}/confirm', { ...one(id), body: { code } })),
  async addKey(label: string) {
    const options = '/api/me/factors/webauthn/options';
    const optionsJSON = await call(() => send<PublicKeyCredentialCreationOptionsJSON>('POST', options));
    const response = await startRegistration({ optionsJSON });
    return call(() => api.POST('/api/me/factors/webauthn', { body: { response: { ...response }, label } }));
  },
  removeFactor: (id: string) => call(() => api.DELETE('/api/me/factors/{id}', one(id))),
  renewRecoveryCodes: () => call(() => api.POST('/api/me/recovery-codes')),
  devices: () => call(() => api.GET('/api/me/devices')),
  endDevice: (id: string) => call(() => api.DELETE('/api/me/devices/{id}', one(id))),
  endOthers: () => call(() => api.POST('/api/me/devices/others/sign-out')),
  changePassword: (current: string, next: string) =>
    call(() => api.POST('/api/me/password', { body: { current, next } })),
};

import { startRegistration } from '@simplewebauthn/browser';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { call } from '../api/client.ts';
import { send } from '../session/send.ts';
import type { DeviceView, FactorsView, NewTotpView, RecoveryCodesView } from './views.ts';

const FACTORS = '/api/me/factors';

/** What a person does to his own account. Where the server wants a fresh proof, the call waits for it. */
export const accountApi = {
  factors: () => call(() => send<FactorsView>('GET', FACTORS)),
  newTotp: () => call(() => send<NewTotpView>('POST', `${FACTORS}/totp`, {})),
  confirmTotp: (id: string, code: string) =>
    call(() => send<RecoveryCodesView>('POST', `${FACTORS}/totp/${id}/confirm`, { code })),
  async addKey(label: string) {
    const path = `${FACTORS}/webauthn/options`;
    const optionsJSON = await call(() => send<PublicKeyCredentialCreationOptionsJSON>('POST', path, {}));
    const response = await startRegistration({ optionsJSON });
    return call(() => send<RecoveryCodesView>('POST', `${FACTORS}/webauthn`, { response, label }));
  },
  removeFactor: (id: string) => call(() => send<undefined>('DELETE', `${FACTORS}/${id}`)),
  renewRecoveryCodes: () => call(() => send<RecoveryCodesView>('POST', '/api/me/recovery-codes', {})),
  devices: () => call(() => send<DeviceView[]>('GET', '/api/me/devices')),
  endDevice: (id: string) => call(() => send<undefined>('DELETE', `/api/me/devices/${id}`)),
  endOthers: () => call(() => send<undefined>('POST', '/api/me/devices/others/sign-out', {})),
  changePassword: (current: string, next: string) =>
    call(() => send<undefined>('POST', '/api/me/password', { current, next })),
};

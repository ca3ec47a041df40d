/** What a body of each says when it is honest; none of them opens anything, whoever sends it. */
export const ACCOUNT_ROUTES: Readonly<Record<string, object>> = {
  'POST /api/session/factor/totp': { code: '123456', trustDevice: true },
  'POST /api/session/factor/recovery': { code: 'ABCD-EFGH-JKLM-NPQR' },
  'POST /api/session/factor/webauthn': { response: key(), trustDevice: false },
  'POST /api/session/forgot': { email: 'quelqu.un@exemple.example' },
  'POST /api/session/unlock/webauthn': { response: key() },
  'POST /api/me/factors/totp': { label: 'Téléphone' },
  'POST /api/me/factors/totp/{id}/confirm': { code: '123456' },
  'POST /api/me/factors/webauthn': { response: key(), label: 'Clé bleue' },
  'POST /api/me/password': { current: 'faux', next: 'une phrase de neuf moutons' },
};

/** Their answer depends on the session alone. */
export const ACCOUNT_ROUTES_WITHOUT_BODY = [
  'POST /api/session/factor/webauthn/options',
  'POST /api/session/unlock/webauthn/options',
  'POST /api/me/factors/webauthn/options',
  'POST /api/me/recovery-codes',
  'POST /api/me/devices/others/sign-out',
  'DELETE /api/me/factors/{id}',
  'DELETE /api/me/devices/{id}',
];

function key(): object {
  const response = { clientDataJSON: 'e30', attestationObject: 'oA', authenticatorData: 'AA', signature: 'AA' };
  return { id: 'AA', rawId: 'AA', type: 'public-key', response, clientExtensionResults: {} };
}

import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

type Unknown = Record<string, unknown>;
const LONGEST = 100_000;

const isRecord = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasTexts = (value: Unknown, names: readonly string[]): boolean =>
  names.every((name) => typeof value[name] === 'string' && value[name].length <= LONGEST);
const isCredential = (value: Unknown, names: readonly string[]): boolean =>
  hasTexts(value, ['id', 'rawId']) &&
  value.type === 'public-key' &&
  isRecord(value.clientExtensionResults) &&
  isRecord(value.response) &&
  hasTexts(value.response, names);

/** What `navigator.credentials.create` gives, as far as it can be told before its signatures are looked at. */
export const isRegistration = (value: unknown): value is RegistrationResponseJSON =>
  isRecord(value) && isCredential(value, ['clientDataJSON', 'attestationObject']);

/** The same, of `navigator.credentials.get`. */
export const isAssertion = (value: unknown): value is AuthenticationResponseJSON =>
  isRecord(value) && isCredential(value, ['clientDataJSON', 'authenticatorData', 'signature']);

/** Names of transports are kept to be given back to the browser, and nothing else of what it says. */
export function transportsOf(value: RegistrationResponseJSON): string[] {
  const { transports } = value.response;
  if (!Array.isArray(transports)) return [];
  return transports.filter((name) => typeof name === 'string' && /^[a-z-]{2,20}$/.test(name)).slice(0, 8);
}

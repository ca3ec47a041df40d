import { browserSupportsWebAuthn } from '@simplewebauthn/browser';

/** Browsers give keys to a site that has a name, over a safe connection: never to a bare address. */
export const keysWorkHere = (): boolean =>
  browserSupportsWebAuthn() && !/^(\d+(\.\d+){3}|\[.*\])$/.test(window.location.hostname);

import { createHash, randomBytes } from 'node:crypto';

/** Without 0, 1, I and O, which are read for one another. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const RECOVERY_CODES = 10;
/** Signs of five bits: 120 bits, so that a plain hash keeps them (ASVS 5.0, 6.5.2: 112 at least). */
const LENGTH = 24;

/** « 7KQ2-XM9P-… » */
export function newRecoveryCode(): string {
  const signs = [...randomBytes(LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

/** However it is typed: spaces, dashes and small letters change nothing. */
export const hashOfRecoveryCode = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest();

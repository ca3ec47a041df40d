/** Crockford's base 32 without I, L, O, U: what is read aloud on a phone is never ambiguous. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Public reference of a request: 8 characters from 8 random bytes (each byte keeps its 5 low bits). */
export function referenceFrom(bytes: Uint8Array): string {
  if (bytes.length < 8) throw new RangeError('8 random bytes are needed');
  return Array.from(bytes.slice(0, 8), (byte) => ALPHABET[byte & 31]).join('');
}

/** « 7K3M 9QXD »: how a reference is shown and dictated. */
export const showReference = (reference: string): string => `${reference.slice(0, 4)}\u00a0${reference.slice(4)}`;

import { createHash } from 'node:crypto';

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** SHA-256 of what is sent: the same answers have the same one, in whatever order a reloaded form writes its fields. */
export const fingerprintOf = (sent: object): Buffer =>
  createHash('sha256').update(JSON.stringify(sent, inOrder)).digest();

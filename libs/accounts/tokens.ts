import { createHash, randomBytes } from 'node:crypto';

/** 256 bits for a cookie; the database keeps their SHA-256. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** One browser is known to each of its accounts by another fingerprint. */
export const deviceHashOf = (token: string, accountId: string): Buffer => hashOf(`device|${accountId}|${token}`);

import { hkdfSync, randomUUID } from 'node:crypto';
import { sealJson, unsealJson } from '#platform';
import type { Key } from '#platform';

/** How long one may take at Pro Santé Connect, and how long its cookie lives. */
export const ROUND_SECONDS = 10 * 60;
const SECURE = '__Host-';
export const ROUND_COOKIE = 'guichet_psc';

/** One way out to Pro Santé Connect and back, known to the browser that left alone. */
export interface Round {
  id: string;
  state: string;
  nonce: string;
  verifier: string;
  /** Where the person was going. */
  suite: string | null;
  /** A session that must be shown to be the same person's, or null for a sign-in. */
  sessionId: string | null;
  /** Milliseconds. */
  at: number;
}

const PLACE = { table: 'cookie', column: 'psc', row: 'round' };
const KEY_ID = '70736300-0000-4000-8000-000000000000';

/** Under a key derived from the master key: any api of the house opens it, nobody else. */
export const roundKey = (masterKey: Buffer): Key => ({
  id: KEY_ID,
  bytes: Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), 'guichet psc round', 32)),
});

export const newRoundId = (): string => randomUUID();

export const roundCookieName = (secure: boolean): string => (secure ? SECURE : '') + ROUND_COOKIE;

export const sealRound = (key: Key, round: Round): string => sealJson(key, PLACE, round).toString('base64url');

/** @returns null for a cookie that is missing, not ours, or too old. */
export function openRound(key: Key, cookie: string | undefined, now: Date): Round | null {
  if (!cookie) return null;
  try {
    const round = unsealJson<Round>(key, PLACE, Buffer.from(cookie, 'base64url'));
    const age = now.getTime() - round.at;
    return age >= 0 && age <= ROUND_SECONDS * 1000 ? round : null;
  } catch {
    return null;
  }
}

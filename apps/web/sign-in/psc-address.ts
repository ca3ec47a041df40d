import type { PscBack } from './psc-api.ts';

/** What the address of the page says: the way back from Pro Santé Connect, a refusal there, or a way out to begin. */
export type PscAddress =
  { kind: 'back'; back: PscBack } | { kind: 'refused'; abandoned: boolean } | { kind: 'resume' } | { kind: 'nothing' };

export function readPscAddress(query: URLSearchParams): PscAddress {
  const [code, state, iss, error] = ['code', 'state', 'iss', 'error'].map((name) => query.get(name));
  if (error) return { kind: 'refused', abandoned: error === 'access_denied' };
  if (code && state) return { kind: 'back', back: { code, state, ...(iss && { iss }) } };
  return { kind: query.get('retour') === 'reprise' ? 'resume' : 'nothing' };
}

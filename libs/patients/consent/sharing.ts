import type { ConsentKind, ConsentRecordMode, SharingState } from '#contracts/patient';

/** What the patient's last word is, since when and how it was given. */
export interface Sharing {
  state: SharingState;
  since: Date | null;
  mode: ConsentRecordMode | null;
}

interface Said {
  kind: ConsentKind;
  mode: ConsentRecordMode;
  at: Date;
}

const STATES: Partial<Record<ConsentKind, SharingState>> = { consent: 'consented', opposition: 'opposed' };

/**
 * The last word on sharing (CSP L.1110-4): to be informed is not to agree, and a word taken back leaves the question
 * open. `said` is newest first: by its own date, then by the date it was written down.
 */
export function sharingOf(said: readonly Said[]): Sharing {
  const last = said.find(({ kind }) => kind !== 'information');
  if (!last) return { state: 'unknown', since: null, mode: null };
  return { state: STATES[last.kind] ?? 'unknown', since: last.at, mode: last.mode };
}

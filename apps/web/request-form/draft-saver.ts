import { isApiError } from '../api/errors.ts';
import type { DraftSavedState } from '../ui/draft-saved.tsx';
import type { RequestDraft } from './draft.ts';

export interface DraftSaverPorts {
  writeDevice: (draft: RequestDraft) => Promise<unknown>;
  /** Saves on the server; answers the new version and the moment. */
  putServer: (draft: RequestDraft, version: number) => Promise<{ version: number; savedAt: string }>;
  onState: (state: DraftSavedState) => void;
  /** Another device wrote the same draft first. */
  onConflict: (conflict: { at: string; version: number }) => void;
}

const RETRY_MS = 5_000;
/** A sending does not wait longer than this for a slow draft. */
const HOLD_MS = 1_500;

/**
 * Keeps a draft: on the device at each change, on the server once the person has paused. One writing at a time, the
 * last change always last; without network the device has it, and the server is tried again.
 */
export function createDraftSaver(ports: DraftSaverPorts, delayMs = 1_000) {
  let latest: RequestDraft | null = null;
  let version = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy: Promise<void> | null = null;
  let stopped = false;
  let held = false;

  const plan = (wait: number) => {
    clearTimeout(timer);
    if (!held) timer = setTimeout(() => void flush(), wait);
  };

  async function write(draft: RequestDraft): Promise<void> {
    ports.onState({ where: 'saving', at: null });
    try {
      const saved = await ports.putServer(draft, version);
      version = saved.version;
      ports.onState({ where: 'server', at: saved.savedAt });
    } catch (error) {
      ports.onState({ where: 'device', at: draft.changedAt });
      if (isApiError(error, 'draft.stale') && error.conflict) {
        ports.onConflict({ at: error.conflict.at, version: error.conflict.version });
        return;
      }
      latest ??= draft;
      const isRefused = isApiError(error) && error.status >= 400 && error.status < 500 && error.status !== 429;
      if (!isRefused && !stopped) plan(RETRY_MS);
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (busy) await busy;
    if (stopped || held || !latest) return;
    const draft = latest;
    latest = null;
    busy = write(draft).finally(() => {
      busy = null;
    });
    await busy;
  }

  return {
    /** Takes the version the server is known to have. */
    start(known: number) {
      version = known;
    },
    change(draft: RequestDraft) {
      if (stopped) return;
      latest = draft;
      void ports.writeDevice(draft);
      plan(delayMs);
    },
    flush,
    /** The person keeps what he sees: his copy is written over the other one. */
    async overwrite(draft: RequestDraft, known: number) {
      version = known;
      latest = draft;
      await flush();
    },
    /** While the request is being sent nothing may be written after it; waits a little for a writing under way. */
    async hold() {
      held = true;
      clearTimeout(timer);
      if (busy) await Promise.race([busy, new Promise((resolve) => setTimeout(resolve, HOLD_MS))]);
    },
    /** The sending failed: what was kept back is written. */
    release() {
      held = false;
      if (latest && !stopped) plan(delayMs);
    },
    /** Nothing is written any more: sent, or dropped. Resolves once the last writing is over. */
    async stop() {
      stopped = true;
      clearTimeout(timer);
      latest = null;
      if (busy) await busy;
    },
  };
}

export type DraftSaver = ReturnType<typeof createDraftSaver>;

import { isApiError } from '../api/errors.ts';
import type { ContextView, SessionView } from '../api/views.ts';
import { deviceStore } from './device-store.ts';
import { isIdle, readActivity } from './idle.ts';

/**
 * Who is signed in and what he may do, kept on a phone of the road, so that a reload in a dead zone opens his tour
 * again. It opens nothing on the server, and nothing at all once the phone was left alone for the delay of the lock.
 */
const SESSION = 'hors-ligne:session';
const contextKey = (ess: string) => `hors-ligne:contexte:${ess}`;
/** A network that answers nothing is no network. */
const PATIENCE_MS = 6_000;

const isSession = (kept: unknown): kept is SessionView =>
  typeof kept === 'object' && kept !== null && 'professionalId' in kept && 'idleLockAfterSeconds' in kept;
const isContext = (kept: unknown): kept is ContextView =>
  typeof kept === 'object' && kept !== null && 'ess' in kept && 'me' in kept;

export const offlineCopy = {
  async keep(ess: string, session: SessionView, context: ContextView): Promise<void> {
    await deviceStore.write(SESSION, session);
    await deviceStore.write(contextKey(ess), context);
  },
  async session(): Promise<SessionView | null> {
    const kept = await deviceStore.read(SESSION);
    if (!isSession(kept)) return null;
    return isIdle(readActivity(0), Date.now(), kept.idleLockAfterSeconds) ? null : kept;
  },
  async context(ess: string): Promise<ContextView | null> {
    const kept = await deviceStore.read(contextKey(ess));
    return isContext(kept) ? kept : null;
  },
};

/** The answer of the server or, without network, what this phone keeps of it; the refusal of the server stays one. */
export async function orKept<T>(ask: () => Promise<T>, read: () => Promise<NonNullable<T> | null>): Promise<T> {
  const kept = await read();
  if (kept === null) return ask();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(kept), PATIENCE_MS);
  });
  try {
    return await Promise.race([ask(), silence]);
  } catch (error) {
    if (isApiError(error, 'network')) return kept;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

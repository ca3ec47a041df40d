import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, call, once } from '../api/client.ts';
import { isApiError } from '../api/errors.ts';
import { keys } from '../api/query-client.ts';
import { sessionGate } from '../api/session-gate.ts';
import type { SessionView } from '../api/views.ts';
import { deviceStore } from './device-store.ts';
import { offlineCopy, orKept } from './offline-copy.ts';
import { unsentKeys } from './unsent.ts';

const HINT = 'guichet-connecte';

/** Whether somebody signed in from this browser: spares a refused question on the sign-in page. */
export function mayBeSignedIn(): boolean {
  try {
    return localStorage.getItem(HINT) !== null;
  } catch {
    return true;
  }
}

function remember(signedIn: boolean) {
  try {
    if (signedIn) localStorage.setItem(HINT, '1');
    else localStorage.removeItem(HINT);
  } catch {
    // Without storage the question is simply asked.
  }
}

async function fetchSession(): Promise<SessionView | null> {
  try {
    const session = await orKept(
      () => call(() => api.GET('/api/session')),
      () => offlineCopy.session(),
    );
    sessionGate.arm(true);
    remember(true);
    return session;
  } catch (error) {
    // Locked before this page knew who was there: the sign-in page asks, the draft is still on the device.
    if (isApiError(error, 'session.required') || isApiError(error, 'session.locked')) {
      remember(false);
      return null;
    }
    throw error;
  }
}

/** The person signed in; null when there is none. */
export const useSession = (enabled = true) =>
  useQuery({ queryKey: keys.session, queryFn: fetchSession, staleTime: 5 * 60_000, retry: 1, enabled });

interface Credentials {
  email: string;
  password: string;
}

export const signIn = (body: Credentials): Promise<SessionView> => once(() => api.POST('/api/session', { body }));

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: signIn,
    onSuccess: (session) => {
      sessionGate.arm(true);
      sessionGate.open();
      remember(true);
      client.setQueryData(keys.session, session);
    },
  });
}

/** A screen left alone locks the session itself, so that a reload does not open it again. */
export async function lockSession(): Promise<void> {
  sessionGate.close('locked');
  await once(() => api.POST('/api/session/lock'));
}

/** Opens the door again: by the password alone while the session lives, by a new sign-in when it is over. */
export async function resume(email: string, password: string): Promise<void> {
  try {
    if (sessionGate.get() === 'expired') await signIn({ email, password });
    else await once(() => api.POST('/api/session/unlock', { body: { password } }));
  } catch (error) {
    if (!isApiError(error, 'session.required')) throw error;
    await signIn({ email, password });
  }
  sessionGate.open();
}

/** Leaves nothing behind: server session, drafts of this device, memory of the page; but what was never sent. */
export async function signOut(): Promise<void> {
  sessionGate.arm(false);
  remember(false);
  try {
    await once(() => api.DELETE('/api/session'));
  } finally {
    await deviceStore.clear(await unsentKeys());
    window.location.assign('/connexion');
  }
}

import { useQuery } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { api, call, once } from '../api/client.ts';
import { isApiError } from '../api/errors.ts';
import { keys } from '../api/query-client.ts';
import { sessionGate } from '../api/session-gate.ts';
import type { SessionView } from '../api/views.ts';
import { tellComeback } from './comeback.ts';
import { deviceStore } from './device-store.ts';
import { offlineCopy, orKept } from './offline-copy.ts';
import { sessionApi } from './session-api.ts';
import { unsentKeys } from './unsent.ts';
import type { SignInView } from './views.ts';

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
    if (isApiError(error, 'session.required', 'session.locked')) remember(false);
    if (isApiError(error, 'session.required', 'session.locked', 'session.factor-required')) return null;
    throw error;
  }
}

/** The person signed in; null when there is none. */
export const useSession = (enabled = true) =>
  useQuery({ queryKey: keys.session, queryFn: fetchSession, staleTime: 5 * 60_000, retry: 1, enabled });

/** The session is open: whoever waited for it in this page, or in another tab of this browser, goes on. */
export function welcome(client: QueryClient, session: SessionView): void {
  sessionGate.arm(true);
  sessionGate.open();
  remember(true);
  client.setQueryData(keys.session, session);
  tellComeback();
}

/** Where somebody is in signing in; null when he has not begun. A reload finds its step again. */
export const useSignInStage = (enabled: boolean) =>
  useQuery({ queryKey: ['sign-in', 'stage'], queryFn: readStage, retry: 1, staleTime: Infinity, gcTime: 0, enabled });

async function readStage(): Promise<SignInView | null> {
  try {
    return await sessionApi.stage();
  } catch (error) {
    if (!isApiError(error) || error.status !== 401) throw error;
    remember(false);
    return null;
  }
}

/** The password, or a link of a message: the browser remembers that somebody is on his way in. */
export function begun(view: SignInView): SignInView {
  remember(true);
  return view;
}

/** A screen left alone locks the session itself, so that a reload does not open it again. */
export async function lockSession(): Promise<void> {
  sessionGate.close('locked');
  await once(() => api.POST('/api/session/lock'));
}

/** Another tab, or the server, may have opened the session again: true when it is, for the same person. */
export async function isOpenFor(accountId: string): Promise<boolean> {
  try {
    const session = await sessionApi.current();
    // Somebody else signed in meanwhile: nothing of this page is for him.
    if (session.accountId !== accountId) window.location.assign('/connexion');
    return session.accountId === accountId;
  } catch {
    return false;
  }
}

/** Leaves nothing behind: server session, drafts of this device, memory of the page; but what was never sent. */
export async function signOut(): Promise<void> {
  sessionGate.arm(false);
  remember(false);
  let next = '/connexion';
  try {
    // A session of Pro Santé Connect is ended there as well.
    next = (await sessionApi.signOut()).redirect ?? next;
  } finally {
    await deviceStore.clear(await unsentKeys());
    window.location.assign(next);
  }
}

/** Gives up in the middle of signing in, or changes of account. */
export async function giveUpSignIn(): Promise<void> {
  remember(false);
  await sessionApi.signOut().catch(() => undefined);
}

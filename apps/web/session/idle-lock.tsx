import { useEffect, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { sessionGate } from '../api/session-gate.ts';
import type { SessionView } from '../api/views.ts';
import { isIdle, readActivity, writeActivity } from './idle.ts';
import { LockScreen } from './lock-screen.tsx';
import { StepUp } from './step-up.tsx';
import { lockSession } from './use-session.ts';

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

function useIdleTimer(limitSeconds: number) {
  useEffect(() => {
    let last = Date.now();
    let written = 0;
    const alive = () => {
      last = Date.now();
      if (last - written > 5_000 && sessionGate.get() === 'open') {
        written = last;
        writeActivity(last);
      }
    };
    const check = () => {
      if (sessionGate.get() !== 'open' || !isIdle(readActivity(last), Date.now(), limitSeconds)) return;
      // Without network the screen is locked all the same; the server locks by itself after the same delay.
      lockSession().catch(() => undefined);
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { passive: true });
    document.addEventListener('visibilitychange', check);
    const timer = setInterval(check, 15_000);
    return () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive);
      document.removeEventListener('visibilitychange', check);
      clearInterval(timer);
    };
  }, [limitSeconds]);
}

/** The page behind stays as it is, hidden and out of reach; « Reprendre » gives it back as it was left. */
export function IdleLock({ session, children }: { session: SessionView; children: ReactNode }) {
  useIdleTimer(session.idleLockAfterSeconds);
  const state = useSyncExternalStore(sessionGate.subscribe, sessionGate.get);
  const closed = state !== 'open';
  return (
    <>
      <div inert={closed} aria-hidden={closed || undefined}>
        {children}
      </div>
      <StepUp session={session} hidden={closed} />
      {closed && <LockScreen session={session} reason={state} />}
    </>
  );
}

import { Button, PasswordInput } from '@mantine/core';
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { messageOf } from '../api/errors.ts';
import { sessionGate } from '../api/session-gate.ts';
import type { SessionView } from '../api/views.ts';
import { Notice } from '../ui/sheet.tsx';
import { Logo } from '../ui/logo.tsx';
import { isIdle, readActivity, writeActivity } from './idle.ts';
import styles from './idle-lock.module.css';
import { lockSession, resume, signOut } from './use-session.ts';

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
      {closed && <LockScreen session={session} />}
    </>
  );
}

function LockScreen({ session }: { session: SessionView }) {
  const titleId = useId();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await resume(session.email, password);
      writeActivity(Date.now());
    } catch (thrown) {
      setError(messageOf(thrown));
      setBusy(false);
      field.current?.focus();
    }
  };

  return (
    <div className={styles.screen} role="dialog" aria-modal="true" aria-labelledby={titleId}>
      <form className={styles.sheet} onSubmit={(event) => void submit(event)} noValidate>
        <Logo size={40} />
        <h1 id={titleId}>Session verrouillée</h1>
        <p className="soft">Ce que vous écriviez est gardé. Votre mot de passe suffit pour reprendre.</p>
        {error && (
          <Notice tone="error" role="alert">
            {error}
          </Notice>
        )}
        <input type="email" autoComplete="username" value={session.email} readOnly hidden />
        <PasswordInput
          ref={field}
          label={`Mot de passe de ${session.displayName}`}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Afficher le mot de passe' }}
        />
        <Button type="submit" loading={busy} fullWidth>
          Reprendre
        </Button>
        <Button type="button" variant="subtle" fullWidth onClick={() => void signOut()}>
          Se déconnecter
        </Button>
        <p className="muted small" style={{ textAlign: 'center' }}>
          Se déconnecter efface les brouillons de cet appareil ; ceux enregistrés restent sur votre compte.
        </p>
      </form>
    </div>
  );
}

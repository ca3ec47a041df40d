import { Button, PasswordInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';

import { IconFingerprint } from '@tabler/icons-react';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { ApiError, isApiError, messageOf } from '../api/errors.ts';
import { sessionGate } from '../api/session-gate.ts';
import type { SessionView } from '../api/views.ts';
import { Logo } from '../ui/logo.tsx';
import { Notice } from '../ui/sheet.tsx';
import { COMEBACK_PATH, onComeback, PSC_COMEBACK } from './comeback.ts';
import { FactorStep } from './factor-step.tsx';
import { keyMessage } from './factor-words.ts';
import { writeActivity } from './idle.ts';
import { keysWorkHere } from './keys-here.ts';
import { NewTabProof } from './new-tab-proof.tsx';
import { OnTop } from './on-top.tsx';
import onTop from './on-top.module.css';
import { sessionApi } from './session-api.ts';
import { useOnline } from './use-online.ts';
import { isOpenFor, signOut, welcome } from './use-session.ts';
import type { SignInView } from './views.ts';

interface LockScreenProps {
  session: SessionView;
  /** Locked: the session lives, one proof is enough. Expired: it is over, one signs in again, here. */
  reason: 'locked' | 'expired';
}

/** Asks who is there, above the page as it was left. */
export function LockScreen({ session, reason }: LockScreenProps) {
  const titleId = useId();
  const client = useQueryClient();
  const online = useOnline();
  const [over, setOver] = useState(reason === 'expired');
  const [view, setView] = useState<SignInView | null>(null);
  const [error, setError] = useState<string | null>(null);

  const reopen = useCallback(() => {
    writeActivity(Date.now());
    sessionGate.open();
  }, []);
  // Opened in another tab, or by Pro Santé Connect in the one this page opened.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible')
        void isOpenFor(session.accountId).then((open) => {
          if (open && sessionGate.get() !== 'open') reopen();
        });
    };
    const leave = onComeback(look);
    window.addEventListener('focus', look);
    return () => {
      leave();
      window.removeEventListener('focus', look);
    };
  }, [session.accountId, reopen]);

  const answered = (next: SignInView) => {
    setError(null);
    if (next.session && next.session.accountId !== session.accountId) window.location.assign('/connexion');
    else if (next.session) {
      writeActivity(Date.now());
      welcome(client, next.session);
    } else setView(next);
  };
  const unlocked = (next: SessionView) => {
    writeActivity(Date.now());
    welcome(client, next);
  };
  const refused = (thrown: unknown) => {
    if (isApiError(thrown, 'session.required')) {
      setOver(true);
      setError('La session est terminée. Saisissez votre mot de passe pour en ouvrir une autre, ici même.');
    } else setError(thrown instanceof ApiError ? messageOf(thrown) : keyMessage(thrown));
  };
  // A person who has no key is not offered one.
  const hasKey = useQuery({
    queryKey: ['sign-in', 'has-key'],
    queryFn: sessionApi.hasKeyToUnlock,
    enabled: keysWorkHere() && reason === 'locked',
    gcTime: 0,
  });
  const byPsc = session.method === 'psc';

  return (
    <OnTop labelledBy={titleId} opaque>
      <div className={onTop.sheet}>
        <Logo size={40} />
        <h1 id={titleId}>Session verrouillée</h1>
        <p className="soft">Ce que vous écriviez est gardé dans cette page.</p>
        {!online && (
          <Notice tone="watch" role="status">
            Sans réseau, la session ne peut pas se rouvrir. Gardez cette page ouverte&nbsp;: rien n’est perdu, et
            «&nbsp;Reprendre&nbsp;» marchera dès le retour du réseau.
          </Notice>
        )}
        {error && (
          <Notice tone="error" role="alert">
            {error}
          </Notice>
        )}
        {view?.stage === 'factor' && (
          <FactorStep
            factors={view.factors}
            mayTrustDevice={view.mayTrustDevice}
            confirmWords="Reprendre"
            onProved={answered}
          />
        )}
        {view && view.stage !== 'factor' && (
          <NewTabProof to={`/connexion?suite=${COMEBACK_PATH}`} primary>
            Terminer la connexion
          </NewTabProof>
        )}
        {!view && byPsc && (
          <NewTabProof to={PSC_COMEBACK} primary>
            Reprendre avec Pro Santé Connect
          </NewTabProof>
        )}
        {!view && session.hasPassword !== false && (
          <PasswordProof
            session={session}
            over={over}
            secondary={byPsc}
            onError={refused}
            onOpened={unlocked}
            onAnswer={answered}
          />
        )}
        {!view && !over && hasKey.data && <KeyProof onError={refused} onOpened={unlocked} />}
        <Button type="button" variant="subtle" fullWidth onClick={() => void signOut()}>
          Se déconnecter
        </Button>
        <p className="muted small" style={{ textAlign: 'center' }}>
          Se déconnecter efface les brouillons de cet appareil&nbsp;; ceux enregistrés restent sur votre compte.
        </p>
      </div>
    </OnTop>
  );
}

interface ProofProps {
  onError: (thrown: unknown) => void;
  onOpened: (session: SessionView) => void;
}

interface PasswordProofProps extends ProofProps {
  session: SessionView;
  over: boolean;
  secondary: boolean;
  onAnswer: (view: SignInView) => void;
}

function PasswordProof({ session, over, secondary, onError, onOpened, onAnswer }: PasswordProofProps) {
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      if (over) onAnswer(await sessionApi.signIn(session.email, password));
      else onOpened(await sessionApi.unlock(password));
    } catch (thrown) {
      onError(thrown);
      setBusy(false);
      field.current?.focus();
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate style={{ display: 'grid', gap: 14 }}>
      <input type="email" autoComplete="username" value={session.email} readOnly hidden />
      <PasswordInput
        ref={field}
        label={`Mot de passe de ${session.displayName}`}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Afficher le mot de passe' }}
      />
      <Button type="submit" loading={busy} fullWidth variant={secondary ? 'default' : 'filled'}>
        Reprendre
      </Button>
    </form>
  );
}

function KeyProof({ onError, onOpened }: ProofProps) {
  const [busy, setBusy] = useState(false);
  const prove = async () => {
    setBusy(true);
    try {
      onOpened(await sessionApi.unlockByKey());
    } catch (thrown) {
      onError(thrown);
      setBusy(false);
    }
  };
  return (
    <Button
      variant="default"
      fullWidth
      loading={busy}
      leftSection={<IconFingerprint size={20} stroke={1.9} aria-hidden="true" />}
      onClick={() => void prove()}
    >
      Reprendre avec ma clé
    </Button>
  );
}

import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState, useSyncExternalStore } from 'react';
import type { SubmitEvent } from 'react';
import { messageOf } from '../api/errors.ts';
import { stepUpGate } from '../api/step-up-gate.ts';
import type { SessionView } from '../api/views.ts';
import { Bone } from '../ui/skeletons.tsx';
import { Notice } from '../ui/sheet.tsx';
import { onComeback, PSC_COMEBACK } from './comeback.ts';
import { FactorStep } from './factor-step.tsx';
import { NewTabProof } from './new-tab-proof.tsx';
import { OnTop } from './on-top.tsx';
import onTop from './on-top.module.css';
import { sessionApi } from './session-api.ts';
import { welcome } from './use-session.ts';

/** One question for every act that wants a fresh proof: the act then goes on by itself, or the form stays as it was. */
export function StepUp({ session, hidden }: { session: SessionView; hidden: boolean }) {
  const asked = useSyncExternalStore(stepUpGate.subscribe, stepUpGate.isAsked);
  useEffect(() => () => stepUpGate.answer(false), []);
  return asked && !hidden ? <StepUpDialog session={session} /> : null;
}

/** Who has a password alone shows it again: a patient, who has no second factor. */
function PasswordStep({ email, onProved }: { email: string; onProved: (session: SessionView) => void }) {
  const [password, setPassword] = useState('');
  const proof = useMutation({ mutationFn: sessionApi.unlock, onSuccess: onProved });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!proof.isPending) proof.mutate(password);
  };
  return (
    <form onSubmit={submit} noValidate style={{ display: 'grid', gap: 14 }}>
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        label="Votre mot de passe"
        autoComplete="current-password"
        value={password}
        error={proof.isError ? messageOf(proof.error) : undefined}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Afficher le mot de passe' }}
      />
      <Button type="submit" loading={proof.isPending} fullWidth>
        Confirmer
      </Button>
    </form>
  );
}

function StepUpDialog({ session }: { session: SessionView }) {
  const titleId = useId();
  const client = useQueryClient();
  const stage = useQuery({
    queryKey: ['sign-in', 'step-up'],
    queryFn: sessionApi.stage,
    gcTime: 0,
    staleTime: Infinity,
  });
  const factors = stage.data?.factors ?? [];
  const giveUp = () => stepUpGate.answer(false);
  useEffect(() => onComeback(() => stepUpGate.answer(true)), []);
  return (
    <OnTop labelledBy={titleId} onEscape={giveUp}>
      <div className={onTop.sheet}>
        <h2 id={titleId}>Confirmez que c’est vous</h2>
        <p className="soft">Cette action demande une preuve récente. Une fois confirmée, elle se fait d’elle-même.</p>
        {stage.isPending && <Bone height={120} />}
        {stage.isError && (
          <Notice tone="error" role="alert">
            {messageOf(stage.error)}
          </Notice>
        )}
        {factors.length > 0 && (
          <FactorStep
            factors={factors}
            mayTrustDevice={false}
            confirmWords="Confirmer"
            onProved={(view) => {
              if (view.session) welcome(client, view.session);
              stepUpGate.answer(true);
            }}
          />
        )}
        {stage.data && factors.length === 0 && session.method === 'password' && (
          <PasswordStep
            email={session.email}
            onProved={(next) => {
              welcome(client, next);
              stepUpGate.answer(true);
            }}
          />
        )}
        {stage.data && session.method === 'psc' && (
          <NewTabProof to={PSC_COMEBACK} primary={factors.length === 0}>
            Confirmer avec Pro Santé Connect
          </NewTabProof>
        )}
        <Button variant="subtle" fullWidth onClick={giveUp}>
          Annuler
        </Button>
      </div>
    </OnTop>
  );
}

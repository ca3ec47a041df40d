import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { isApiError, messageOf } from '../api/errors.ts';
import styles from '../layout/layout.module.css';
import { usePageTitle } from '../layout/use-page-title.ts';
import { landingOf, safeReturn } from '../session/landing.ts';
import { mayBeSignedIn, useSession, useSignIn } from '../session/use-session.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import type { SummaryError } from '../ui/error-summary.tsx';
import { fieldId } from '../ui/field-id.ts';
import { SkipLink } from '../ui/app-header.tsx';
import { Logo } from '../ui/logo.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { DemonstrationAccounts } from './demonstration-accounts.tsx';

function check(email: string, password: string): SummaryError[] {
  return [
    ...(/^\S+@\S+\.\S+$/.test(email.trim())
      ? []
      : [{ field: 'email', message: 'Indiquez votre adresse électronique.' }]),
    ...(password ? [] : [{ field: 'password', message: 'Indiquez votre mot de passe.' }]),
  ];
}

export function SignInPage() {
  usePageTitle('Se connecter');
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const session = useSession(mayBeSignedIn());
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const ess = query.get('ess');
  const suite = safeReturn(query.get('suite'));

  if (session.data && !signIn.isPending) {
    return <Navigate to={suite ?? landingOf(session.data, ess) ?? '/choisir'} replace />;
  }

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const found = check(email, password);
    setErrors(found);
    setAttempt((count) => count + 1);
    if (found.length > 0) return;
    try {
      const opened = await signIn.mutateAsync({ email: email.trim(), password });
      void navigate(suite ?? landingOf(opened, ess) ?? '/choisir', { replace: true });
    } catch (error) {
      const field = isApiError(error, 'session.bad-credentials') ? 'password' : '';
      setErrors([{ field, message: messageOf(error) }]);
      setAttempt((count) => count + 1);
    }
  };
  const messageFor = (field: string) => errors.find((error) => error.field === field)?.message;

  return (
    <>
      <SkipLink />
      <main id="contenu" className={styles.narrow}>
        <p style={{ display: 'flex', alignItems: 'center', gap: 12, marginBottom: 20, fontWeight: 700 }}>
          <Logo size={40} /> Guichet ESS
        </p>
        <Sheet as="div">
          <h1 style={{ marginBottom: 16 }}>Se connecter</h1>
          <form onSubmit={(event) => void submit(event)} noValidate style={{ display: 'grid', gap: 18 }}>
            <ErrorSummary errors={errors} title="La connexion n’a pas abouti" attempt={attempt} />
            <TextInput
              id={fieldId('email')}
              label="Adresse électronique professionnelle"
              type="email"
              autoComplete="username"
              value={email}
              error={messageFor('email')}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              id={fieldId('password')}
              label="Mot de passe"
              autoComplete="current-password"
              value={password}
              error={messageFor('password')}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': 'Afficher le mot de passe' }}
            />
            <Button type="submit" id="se-connecter" loading={signIn.isPending}>
              Se connecter
            </Button>
          </form>
        </Sheet>
        <DemonstrationAccounts
          preferredEss={ess}
          onPick={(account) => {
            setEmail(account.email);
            setPassword(account.password);
            setErrors([]);
            document.getElementById('se-connecter')?.focus();
          }}
        />
        <p className="muted small" style={{ marginTop: 20 }}>
          Urgence vitale : appelez le <a href="tel:15">15</a>. <a href="/">Toutes les équipes</a>
        </p>
      </main>
    </>
  );
}

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { Link } from 'react-router';
import { isApiError, messageOf } from '../api/errors.ts';
import { sessionApi } from '../session/session-api.ts';
import { begun } from '../session/use-session.ts';
import type { SignInView } from '../session/views.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import type { SummaryError } from '../ui/error-summary.tsx';
import { fieldId } from '../ui/field-id.ts';
import styles from './sign-in.module.css';

export interface Credentials {
  email: string;
  password: string;
}

function check({ email, password }: Credentials): SummaryError[] {
  return [
    ...(/^\S+@\S+\.\S+$/.test(email.trim())
      ? []
      : [{ field: 'email', message: 'Indiquez votre adresse électronique.' }]),
    ...(password ? [] : [{ field: 'password', message: 'Indiquez votre mot de passe.' }]),
  ];
}

interface PasswordStepProps {
  value: Credentials;
  onChange: (value: Credentials) => void;
  onAnswer: (view: SignInView) => void;
}

/** First step: what one knows. */
export function PasswordStep({ value, onChange, onAnswer }: PasswordStepProps) {
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const show = (found: SummaryError[]) => {
    setErrors(found);
    setAttempt((count) => count + 1);
  };
  const change = (part: Partial<Credentials>) => {
    onChange({ ...value, ...part });
    setErrors([]);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const found = check(value);
    show(found);
    if (found.length > 0 || busy) return;
    setBusy(true);
    try {
      onAnswer(begun(await sessionApi.signIn(value.email.trim(), value.password)));
    } catch (error) {
      show([{ field: isApiError(error, 'session.bad-credentials') ? 'password' : '', message: messageOf(error) }]);
      setBusy(false);
    }
  };
  const messageFor = (field: string) => errors.find((error) => error.field === field)?.message;

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={styles.form}>
      <ErrorSummary errors={errors} title="La connexion n’a pas abouti" attempt={attempt} />
      <TextInput
        id={fieldId('email')}
        label="Adresse électronique professionnelle"
        type="email"
        autoComplete="username"
        value={value.email}
        error={messageFor('email')}
        onChange={(event) => change({ email: event.currentTarget.value })}
      />
      <PasswordInput
        id={fieldId('password')}
        label="Mot de passe"
        autoComplete="current-password"
        value={value.password}
        error={messageFor('password')}
        onChange={(event) => change({ password: event.currentTarget.value })}
        visibilityToggleButtonProps={{ 'aria-label': 'Afficher le mot de passe' }}
      />
      <Button type="submit" id="se-connecter" loading={busy}>
        Se connecter
      </Button>
      <p>
        <Link to="/mot-de-passe-oublie" className={styles.link}>
          Mot de passe oublié&nbsp;?
        </Link>
      </p>
    </form>
  );
}

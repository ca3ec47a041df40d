import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { Link } from 'react-router';
import { messageOf } from '../api/errors.ts';
import { usePageTitle } from '../layout/use-page-title.ts';
import { sessionApi } from '../session/session-api.ts';
import { fieldId } from '../ui/field-id.ts';
import { Notice } from '../ui/sheet.tsx';
import { Entrance } from './entrance.tsx';
import styles from './sign-in.module.css';

/** The answer is the same whether the address is known or not. */
export function ForgotPage() {
  usePageTitle('Mot de passe oublié');
  const [email, setEmail] = useState('');
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [state, setState] = useState<'asking' | 'sending' | 'sent'>('asking');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const valid = /^\S+@\S+\.\S+$/.test(email.trim());
    setMissing(!valid);
    if (!valid || state === 'sending') return;
    setState('sending');
    setError(null);
    try {
      await sessionApi.forgot(email.trim());
      setState('sent');
    } catch (thrown) {
      setError(messageOf(thrown));
      setState('asking');
    }
  };
  const back = (
    <p>
      <Link to="/connexion" className={styles.link}>
        Revenir à la connexion
      </Link>
    </p>
  );
  if (state === 'sent') {
    return (
      <Entrance title="Regardez vos messages">
        <div className={styles.form} role="status">
          <p>
            Si cette adresse a un compte, un message vient de lui être envoyé. Il contient un lien pour choisir un
            nouveau mot de passe, valable une heure et une seule fois.
          </p>
          <p className="soft">
            Rien reçu au bout de quelques minutes&nbsp;? Vérifiez l’adresse et les courriers indésirables, ou demandez à
            la personne qui gère les comptes de votre équipe.
          </p>
          {back}
        </div>
      </Entrance>
    );
  }
  return (
    <Entrance title={'Mot de passe oublié\u00a0?'}>
      <form onSubmit={(event) => void submit(event)} noValidate className={styles.form}>
        {error && (
          <Notice tone="error" role="alert">
            {error}
          </Notice>
        )}
        <TextInput
          id={fieldId('email')}
          label="Adresse électronique professionnelle"
          description="Nous y envoyons un lien pour choisir un nouveau mot de passe."
          type="email"
          autoComplete="username"
          value={email}
          error={missing && 'Indiquez votre adresse électronique.'}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" loading={state === 'sending'}>
          Envoyer le lien
        </Button>
        {back}
      </form>
    </Entrance>
  );
}

import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { isApiError, messageOf } from '../api/errors.ts';
import { Notice, Sheet } from '../ui/sheet.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { accountApi } from './account-api.ts';
import styles from './account.module.css';
import { accountKeys } from './keys.ts';
import { passwordFault, PASSWORD_HINT } from './password-rules.ts';

const SHOW = { 'aria-label': 'Afficher le mot de passe' };

/** A new password ends the sessions of the other devices. */
export function PasswordSection({ email }: { email: string }) {
  const client = useQueryClient();
  const toast = useUndoToast();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [faults, setFaults] = useState<{ current?: string; next?: string; whole?: string }>({});
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const nextFault = passwordFault(next, current) ?? undefined;
    const currentFault = current ? undefined : 'Indiquez votre mot de passe actuel.';
    setFaults({ current: currentFault, next: nextFault });
    if (currentFault || nextFault || busy) return;
    setBusy(true);
    try {
      await accountApi.changePassword(current, next);
      setCurrent('');
      setNext('');
      toast({ message: 'Mot de passe changé. Vos autres appareils sont déconnectés.' });
      void client.invalidateQueries({ queryKey: accountKeys.devices });
    } catch (thrown) {
      const message = messageOf(thrown);
      if (isApiError(thrown, 'session.bad-credentials')) setFaults({ current: message });
      else if (isApiError(thrown, 'password.too-common', 'input.invalid')) setFaults({ next: message });
      else setFaults({ whole: message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet labelledBy="mot-de-passe">
      <h2 id="mot-de-passe">Mot de passe</h2>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {faults.whole && (
          <Notice tone="error" role="alert">
            {faults.whole}
          </Notice>
        )}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label="Mot de passe actuel"
          autoComplete="current-password"
          value={current}
          error={faults.current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          visibilityToggleButtonProps={SHOW}
        />
        <PasswordInput
          label="Nouveau mot de passe"
          description={PASSWORD_HINT}
          autoComplete="new-password"
          value={next}
          error={faults.next}
          onChange={(event) => setNext(event.currentTarget.value)}
          visibilityToggleButtonProps={SHOW}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={busy}>
            Changer le mot de passe
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

import { Button, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { ApiError, messageOf } from '../api/errors.ts';
import { keyMessage } from '../session/factor-words.ts';
import { Notice } from '../ui/sheet.tsx';
import { accountApi } from './account-api.ts';
import styles from './setup.module.css';

interface SetupProps {
  onDone: (recoveryCodes: string[] | null) => void;
  onBack: () => void;
}

/** A security key, or what unlocks this device: fingerprint, face, code of the screen. */
export function KeySetup({ onDone, onBack }: SetupProps) {
  const [label, setLabel] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      onDone((await accountApi.addKey(label.trim() || 'Clé')).recoveryCodes);
    } catch (thrown) {
      setError(thrown instanceof ApiError ? messageOf(thrown) : keyMessage(thrown));
      setBusy(false);
    }
  };
  return (
    <form className={styles.setup} onSubmit={(event) => void submit(event)} noValidate>
      {error && (
        <Notice tone="error" role="alert">
          {error}
        </Notice>
      )}
      <p className="soft">
        Votre appareil demande votre empreinte, votre visage, son code, ou la clé que vous branchez. Rien de cela ne
        sort de l’appareil.
      </p>
      <TextInput
        label="Nom de cette clé (facultatif)"
        description={
          'Pour la reconnaître dans votre compte\u00a0: «\u00a0Clé du trousseau\u00a0», «\u00a0Téléphone\u00a0».'
        }
        maxLength={60}
        autoComplete="off"
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button
          type="submit"
          loading={busy}
          leftSection={<IconFingerprint size={20} stroke={1.9} aria-hidden="true" />}
        >
          Enregistrer la clé
        </Button>
        <Button variant="subtle" onClick={onBack}>
          Retour
        </Button>
      </div>
    </form>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { messageOf } from '../api/errors.ts';
import { CodeField } from '../session/code-field.tsx';
import { inGroups } from '../session/factor-words.ts';
import { Notice } from '../ui/sheet.tsx';
import { Bone } from '../ui/skeletons.tsx';
import { accountApi } from './account-api.ts';
import styles from './setup.module.css';

interface SetupProps {
  /** The ten codes, when these are the first. */
  onDone: (recoveryCodes: string[] | null) => void;
  onBack: () => void;
}

/** An application of codes: read the picture, or type the key; the first code proves that it works. */
export function TotpSetup({ onDone, onBack }: SetupProps) {
  const [opened] = useState(() => Date.now());
  const started = useQuery({
    queryKey: ['me', 'new-totp', opened],
    queryFn: accountApi.newTotp,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const confirm = async (digits: string) => {
    if (!started.data || busy) return;
    setBusy(true);
    setError(null);
    try {
      onDone((await accountApi.confirmTotp(started.data.id, digits)).recoveryCodes);
    } catch (thrown) {
      setError(messageOf(thrown));
      setCode('');
      setBusy(false);
      field.current?.focus();
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (code.length === 6) void confirm(code);
    else setError('Indiquez les 6\u00a0chiffres affichés par l’application.');
  };

  if (started.isError) {
    return (
      <div className={styles.setup}>
        <Notice tone="error" role="alert">
          {messageOf(started.error)}
        </Notice>
        <Button variant="default" onClick={onBack}>
          Retour
        </Button>
      </div>
    );
  }
  return (
    <form className={styles.setup} onSubmit={submit} noValidate>
      <ol className={styles.steps}>
        <li>
          <p>
            Ouvrez une application de codes sur votre téléphone et ajoutez un compte en lisant ce code. Toute
            application de codes à 6&nbsp;chiffres convient, sans réseau.
          </p>
          {started.data ? (
            <div className={styles.picture}>
              <img
                src={`data:image/svg+xml,${encodeURIComponent(started.data.qrSvg)}`}
                alt="Code à lire avec l’application. Sans appareil photo, la clé est écrite dessous."
                width={176}
                height={176}
              />
              <div>
                <p className="muted small" id="cle-a-taper">
                  Ou tapez cette clé dans l’application&nbsp;:
                </p>
                <p className={styles.secret} aria-describedby="cle-a-taper">
                  {inGroups(started.data.secret)}
                </p>
              </div>
            </div>
          ) : (
            <Bone width={176} height={176} />
          )}
        </li>
        <li>
          <CodeField
            ref={field}
            value={code}
            label={'Le code qu’elle affiche'}
            error={error}
            onChange={setCode}
            onWhole={(digits) => void confirm(digits)}
          />
        </li>
      </ol>
      <div className={styles.buttons}>
        <Button type="submit" loading={busy}>
          Vérifier le code
        </Button>
        <Button variant="subtle" onClick={onBack}>
          Retour
        </Button>
      </div>
    </form>
  );
}

import { Button, Checkbox, TextInput } from '@mantine/core';

import { IconDeviceMobile, IconFingerprint, IconLifebuoy } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { ApiError, messageOf } from '../api/errors.ts';
import { fieldId } from '../ui/field-id.ts';
import { Notice } from '../ui/sheet.tsx';
import { CodeField } from './code-field.tsx';
import styles from './factor.module.css';
import { keyMessage } from './factor-words.ts';
import { keysWorkHere } from './keys-here.ts';
import { sessionApi } from './session-api.ts';
import type { FactorWay, SignInView } from './views.ts';

const ICON = { size: 20, stroke: 1.9, 'aria-hidden': true } as const;
const WAYS: readonly { way: FactorWay; Icon: typeof IconFingerprint; words: string }[] = [
  { way: 'webauthn', Icon: IconFingerprint, words: 'Utiliser ma clé ou mon empreinte' },
  { way: 'totp', Icon: IconDeviceMobile, words: 'Utiliser le code de mon application' },
  { way: 'recovery', Icon: IconLifebuoy, words: 'Utiliser un code de secours' },
];

/** The ways this person has, that this browser can use; the key first. */
export const waysHere = (factors: readonly FactorWay[]) =>
  WAYS.filter(({ way }) => factors.includes(way) && (way !== 'webauthn' || keysWorkHere()));

interface FactorStepProps {
  factors: readonly FactorWay[];
  mayTrustDevice: boolean;
  /** The present code of a demonstration account: filled in, sent by the person. */
  suggestedCode?: string;
  confirmWords?: string;
  onProved: (view: SignInView) => void;
  onRefused?: (error: unknown) => void;
}

/** Proves who one is a second time: a key, a code, or one of the ten codes that were put away. */
export function FactorStep(props: FactorStepProps) {
  const { factors, mayTrustDevice, suggestedCode = '', confirmWords = 'Continuer', onProved, onRefused } = props;
  const ways = waysHere(factors);
  const [chosen, setChosen] = useState<FactorWay | null>(null);
  const way = chosen ?? ways[0]?.way ?? 'totp';
  const [typed, setTyped] = useState<string | null>(null);
  const code = typed ?? (way === 'totp' ? suggestedCode : '');
  const [trusted, setTrusted] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const key = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    (way === 'webauthn' ? key.current : field.current)?.focus();
  }, [way]);

  const prove = async (ask: () => Promise<SignInView>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      onProved(await ask());
    } catch (thrown) {
      setError(thrown instanceof ApiError ? messageOf(thrown) : keyMessage(thrown));
      setTyped('');
      field.current?.focus();
      onRefused?.(thrown);
    } finally {
      setBusy(false);
    }
  };
  const proveByCode = (digits: string) => prove(() => sessionApi.byCode(digits, trusted));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (way === 'webauthn') void prove(() => sessionApi.byKey(trusted));
    else if (way === 'recovery' && code.trim()) void prove(() => sessionApi.byRecoveryCode(code.trim()));
    else if (way === 'totp' && code.length === 6) void proveByCode(code);
    else setError(way === 'totp' ? 'Indiquez les 6\u00a0chiffres du code.' : 'Indiquez un de vos codes de secours.');
  };
  const turnTo = (next: FactorWay) => {
    setChosen(next);
    setTyped(null);
    setError(null);
  };

  return (
    <form className={styles.step} onSubmit={submit} noValidate>
      {error && (
        <Notice tone="error" role="alert">
          {error}
        </Notice>
      )}
      {way === 'totp' && (
        <CodeField
          ref={field}
          value={code}
          description="Affiché par l’application de codes de votre téléphone."
          onChange={setTyped}
          onWhole={(digits) => void proveByCode(digits)}
        />
      )}
      {way === 'recovery' && (
        <TextInput
          ref={field}
          id={fieldId('recovery')}
          label="Code de secours"
          description="Un des dix codes que vous avez rangés. Il ne servira qu’une fois."
          classNames={{ input: styles.recovery }}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={code}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {mayTrustDevice && way !== 'recovery' && (
        <Checkbox
          checked={trusted}
          onChange={(event) => setTrusted(event.currentTarget.checked)}
          label={'Ne plus demander sur cet appareil pendant 30\u00a0jours'}
        />
      )}
      <Button
        ref={key}
        type="submit"
        classNames={{ root: styles.wrapping, label: styles.wrapped }}
        loading={busy}
        leftSection={way === 'webauthn' && <IconFingerprint {...ICON} />}
      >
        {way === 'webauthn' ? 'Utiliser ma clé ou mon empreinte' : confirmWords}
      </Button>
      {ways.length > 1 && (
        <div className={styles.others}>
          {ways
            .filter((other) => other.way !== way)
            .map(({ way: other, Icon, words }) => (
              <button key={other} type="button" className={styles.way} onClick={() => turnTo(other)}>
                <Icon {...ICON} />
                {words}
              </button>
            ))}
        </div>
      )}
    </form>
  );
}

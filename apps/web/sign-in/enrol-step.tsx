import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { KeySetup } from '../account/key-setup.tsx';
import { RecoveryCodes } from '../account/recovery-codes.tsx';
import styles from '../account/setup.module.css';
import { TotpSetup } from '../account/totp-setup.tsx';
import { messageOf } from '../api/errors.ts';
import { keysWorkHere } from '../session/keys-here.ts';
import { sessionApi } from '../session/session-api.ts';
import type { SignInView } from '../session/views.ts';
import { Notice } from '../ui/sheet.tsx';

const ICON = { size: 26, stroke: 1.9, 'aria-hidden': true } as const;

interface EnrolStepProps {
  onDone: (view: SignInView) => void;
  onOver: () => void;
}

/** First sign-in: the second factor is set up before anything else, and the way back is put away. */
export function EnrolStep({ onDone, onOver }: EnrolStepProps) {
  const [way, setWay] = useState<'key' | 'app' | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [error, setError] = useState<string | null>(null);

  const enter = async () => {
    try {
      const view = await sessionApi.stage();
      if (view.session) onDone(view);
      else onOver();
    } catch (thrown) {
      setError(messageOf(thrown));
    }
  };
  const done = (recoveryCodes: string[] | null) => {
    if (recoveryCodes) setCodes(recoveryCodes);
    else void enter();
  };
  if (error) {
    return (
      <Notice tone="error" role="alert">
        {error}
      </Notice>
    );
  }
  if (codes) return <RecoveryCodes codes={codes} doneWords="Entrer" onDone={() => void enter()} />;
  if (way === 'key') return <KeySetup onDone={done} onBack={() => setWay(null)} />;
  if (way === 'app') return <TotpSetup onDone={done} onBack={() => setWay(null)} />;
  return (
    <div className={styles.setup}>
      <p className="soft">
        Un mot de passe volé ne doit pas ouvrir les dossiers de vos patients. Choisissez un second facteur&nbsp;: il
        sera demandé à la connexion. Environ une minute.
      </p>
      <div className={styles.choice}>
        {keysWorkHere() && (
          <button type="button" className={styles.option} onClick={() => setWay('key')}>
            <IconFingerprint {...ICON} />
            <span>
              <strong>Ma clé ou mon empreinte</strong>
              <small>Le plus simple et le plus sûr&nbsp;: un geste, aucun code.</small>
            </span>
          </button>
        )}
        <button type="button" className={styles.option} onClick={() => setWay('app')}>
          <IconDeviceMobile {...ICON} />
          <span>
            <strong>Une application de codes</strong>
            <small>Un code à 6&nbsp;chiffres sur votre téléphone, même sans réseau.</small>
          </span>
        </button>
      </div>
    </div>
  );
}

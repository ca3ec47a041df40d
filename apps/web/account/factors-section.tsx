import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';

import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { messageOf } from '../api/errors.ts';
import { keysWorkHere } from '../session/keys-here.ts';
import { formatDay, NBSP } from '../ui/format.ts';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { Notice, Sheet } from '../ui/sheet.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { accountApi } from './account-api.ts';
import styles from './account.module.css';
import { KeySetup } from './key-setup.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpSetup } from './totp-setup.tsx';
import { accountKeys } from './keys.ts';
import type { FactorView } from './views.ts';

const ICON = { size: 22, stroke: 1.9, 'aria-hidden': true } as const;

/** The second factors of the account: at least one, two are safer. */
export function FactorsSection() {
  const client = useQueryClient();
  const toast = useUndoToast();
  const factors = useQuery({ queryKey: accountKeys.factors, queryFn: accountApi.factors });
  const [adding, setAdding] = useState<'key' | 'app' | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const refresh = () => void client.invalidateQueries({ queryKey: accountKeys.factors });
  const added = (recoveryCodes: string[] | null) => {
    setAdding(null);
    setCodes(recoveryCodes);
    refresh();
    if (!recoveryCodes) toast({ message: 'Second facteur ajouté. Un message vous le confirme.' });
  };
  const list = factors.data?.factors ?? [];

  return (
    <Sheet labelledBy="seconds-facteurs">
      <h2 id="seconds-facteurs">Second facteur</h2>
      <p className="soft">Demandé après le mot de passe, et avant un acte sensible.</p>
      {factors.isPending && <ListSkeleton rows={2} rowHeight={64} />}
      <NotLoaded query={factors} />
      <ul className={styles.list}>
        {list.map((factor) => (
          <FactorRow key={factor.id} factor={factor} alone={list.length === 1} onRemoved={refresh} />
        ))}
      </ul>
      {list.length === 1 && !adding && (
        <p className="muted small">Ajoutez-en un autre&nbsp;: la perte d’un téléphone ne vous arrêtera pas.</p>
      )}
      {codes && <RecoveryCodes codes={codes} doneWords="Terminé" onDone={() => setCodes(null)} />}
      {adding === 'key' && (
        <div className={styles.inset}>
          <KeySetup onDone={added} onBack={() => setAdding(null)} />
        </div>
      )}
      {adding === 'app' && (
        <div className={styles.inset}>
          <TotpSetup onDone={added} onBack={() => setAdding(null)} />
        </div>
      )}
      {!adding && !codes && factors.data && (
        <div className={styles.buttons}>
          {keysWorkHere() && (
            <Button variant="default" leftSection={<IconFingerprint {...ICON} />} onClick={() => setAdding('key')}>
              Ajouter une clé
            </Button>
          )}
          <Button variant="default" leftSection={<IconDeviceMobile {...ICON} />} onClick={() => setAdding('app')}>
            Ajouter une application
          </Button>
        </div>
      )}
    </Sheet>
  );
}

interface FactorRowProps {
  factor: FactorView;
  /** The last one stays. */
  alone: boolean;
  onRemoved: () => void;
}

function FactorRow({ factor, alone, onRemoved }: FactorRowProps) {
  const toast = useUndoToast();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const Icon = factor.kind === 'webauthn' ? IconFingerprint : IconDeviceMobile;
  const remove = async () => {
    setBusy(true);
    setError(null);
    try {
      await accountApi.removeFactor(factor.id);
      toast({ message: `«${NBSP}${factor.label}${NBSP}» ne sert plus à se connecter.` });
      onRemoved();
    } catch (thrown) {
      setError(messageOf(thrown));
      setBusy(false);
      setAsked(false);
    }
  };
  return (
    <li className={styles.row}>
      <Icon {...ICON} />
      <div className={styles.what}>
        <strong>{factor.label}</strong>
        <span className="muted small">
          {factor.kind === 'webauthn' ? 'Clé' : 'Application de codes'}, ajoutée le {formatDay(factor.createdAt)}.{' '}
          {factor.lastUsedAt ? `Dernier usage${NBSP}: ${formatDay(factor.lastUsedAt)}.` : 'Jamais utilisée.'}
        </span>
        {error && <Notice tone="error">{error}</Notice>}
      </div>
      {!alone && !asked && (
        <Button variant="subtle" onClick={() => setAsked(true)}>
          Retirer<span className="sr-only"> {factor.label}</span>
        </Button>
      )}
      {asked && (
        <div className={styles.buttons}>
          <Button variant="default" loading={busy} onClick={() => void remove()} autoFocus>
            Retirer pour de bon
          </Button>
          <Button variant="subtle" onClick={() => setAsked(false)}>
            Garder
          </Button>
        </div>
      )}
    </li>
  );
}

import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../api/errors.ts';
import { plural } from '../ui/format.ts';
import { Bone } from '../ui/skeletons.tsx';
import { Notice, Sheet, StateLabel } from '../ui/sheet.tsx';
import { accountApi } from './account-api.ts';
import styles from './account.module.css';
import { accountKeys } from './keys.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

/** The codes that were put away: how many are left, and ten others, which end those of before. */
export function RecoverySection() {
  const client = useQueryClient();
  const factors = useQuery({ queryKey: accountKeys.factors, queryFn: accountApi.factors });
  const [codes, setCodes] = useState<string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const left = factors.data?.recoveryCodesLeft;
  const renew = async () => {
    setBusy(true);
    setError(null);
    try {
      setCodes((await accountApi.renewRecoveryCodes()).recoveryCodes);
      void client.invalidateQueries({ queryKey: accountKeys.factors });
    } catch (thrown) {
      setError(messageOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet labelledBy="codes-de-secours">
      <h2 id="codes-de-secours">Codes de secours</h2>
      {codes ? (
        <RecoveryCodes codes={codes} doneWords="Terminé" onDone={() => setCodes(null)} />
      ) : (
        <>
          {left === undefined && !factors.isError && <Bone width="60%" />}
          {left !== undefined && (
            <StateLabel tone={left > 3 ? 'done' : 'watch'}>
              {left === 0 ? 'Il ne vous en reste aucun.' : `Il vous en reste ${plural(left, 'code', 'codes')}.`}
            </StateLabel>
          )}
          <p className="soft">Pour entrer sans votre clé ni votre téléphone. Chacun sert une fois.</p>
          {error && (
            <Notice tone="error" role="alert">
              {error}
            </Notice>
          )}
          <div className={styles.buttons}>
            <Button variant="default" loading={busy} onClick={() => void renew()}>
              Faire dix nouveaux codes
            </Button>
          </div>
          <p className="muted small">Les codes d’avant ne serviront plus.</p>
        </>
      )}
    </Sheet>
  );
}

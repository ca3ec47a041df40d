import { Button } from '@mantine/core';
import { useState } from 'react';
import { NBSP } from '../ui/format.ts';
import styles from './people.module.css';

/** Not undone, and what somebody who pretends to be her would ask for: said before it is done. */
export function ResetFactors({ busy, onReset }: { busy: boolean; onReset: () => void }) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button variant="default" onClick={() => setAsked(true)}>
        Remettre à zéro le second facteur…
      </Button>
    );
  }
  return (
    <div className={styles.inset} role="group" aria-label="Remettre à zéro le second facteur">
      <p>
        Ses clés, applications et codes de secours ne serviront plus. Appelez d’abord cette personne{NBSP}: un courriel
        ne prouve pas qui demande.
      </p>
      <div className={styles.buttons}>
        <Button variant="default" loading={busy} autoFocus onClick={onReset}>
          Remettre à zéro
        </Button>
        <Button variant="subtle" onClick={() => setAsked(false)}>
          Garder
        </Button>
      </div>
    </div>
  );
}

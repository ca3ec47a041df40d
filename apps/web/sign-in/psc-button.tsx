import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../api/errors.ts';
import { Notice } from '../ui/sheet.tsx';
import { pscApi } from './psc-api.ts';
import styles from './psc.module.css';

/** Offered where the deployment is registered at Pro Santé Connect; nothing elsewhere. */
export function PscButton({ suite }: { suite: string | null }) {
  const state = useQuery({ queryKey: ['psc'], queryFn: pscApi.state, retry: false, staleTime: Infinity });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  if (!state.data?.enabled) return null;
  const leave = async () => {
    setBusy(true);
    setError(null);
    try {
      const { url } = await pscApi.start(suite ? { suite } : {});
      window.location.assign(url);
    } catch (thrown) {
      setError(messageOf(thrown));
      setBusy(false);
    }
  };
  return (
    <div className={styles.way}>
      <p className={styles.or}>ou</p>
      {error && (
        <Notice tone="error" role="alert">
          {error}
        </Notice>
      )}
      <Button
        type="button"
        variant="default"
        fullWidth
        className={styles.button}
        classNames={{ label: styles.label }}
        loading={busy}
        onClick={() => void leave()}
      >
        S’identifier avec Pro Santé Connect
      </Button>
      {state.data.fictitious && (
        <p className="muted small">
          Démonstration&nbsp;: un fournisseur fictif de cette machine tient la place de Pro Santé Connect.
        </p>
      )}
    </div>
  );
}

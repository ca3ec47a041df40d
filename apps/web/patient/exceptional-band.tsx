import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconLockOpen } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { messageOf } from '../api/errors.ts';
import { keys } from '../api/query-client.ts';
import { whenDone } from '../api/when-done.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { NBSP } from '../ui/format.ts';
import { useEndExceptional } from './patient-api.ts';
import styles from './patient.module.css';
import { nextTick, timeLeft } from './time-left.ts';

/** The red band of an exceptional access: how long is left, « Terminer »; when the hour is over the screen closes itself. */
export function ExceptionalBand({
  access,
  patientId,
}: {
  access: { id: string; expiresAt: string };
  patientId: string;
}) {
  const { slug } = useEss();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [now, setNow] = useState(() => Date.now());
  const end = useEndExceptional(slug);
  const left = timeLeft(access.expiresAt, now);

  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), nextTick(access.expiresAt, now));
    return () => clearTimeout(timer);
  }, [access.expiresAt, now]);

  const isOver = left === null;
  useEffect(() => {
    if (!isOver) return;
    void navigate(`/${slug}/acces-exceptionnel?fin=heure`, { replace: true });
    // Nothing of the file stays in the memory of the page.
    client.removeQueries({ queryKey: keys.patient(slug, patientId) });
    client.removeQueries({ queryKey: keys.requests(slug) });
  }, [isOver, navigate, client, slug, patientId]);

  return (
    <div className={styles.band} role="region" aria-label="Accès exceptionnel">
      <IconLockOpen size={20} stroke={1.9} aria-hidden="true" />
      <p>
        <strong>Accès exceptionnel, en lecture seule.</strong>{' '}
        <span role="timer" aria-label="Temps restant">
          {left === null ? 'L’heure est passée.' : `Il reste ${left}.`}
        </span>{' '}
        Le médecin responsable et le délégué à la protection des données sont prévenus{NBSP}; chaque page ouverte est
        notée.
        {end.isError && <span role="alert"> {messageOf(end.error)}</span>}
      </p>
      <Button
        variant="default"
        loading={end.isPending}
        onClick={() =>
          whenDone(end.mutateAsync(access.id), () => {
            void navigate(`/${slug}/acces-exceptionnel?fin=ferme`, { replace: true });
            client.removeQueries({ queryKey: keys.patient(slug, patientId) });
            client.removeQueries({ queryKey: keys.requests(slug) });
          })
        }
      >
        Terminer
      </Button>
    </div>
  );
}

import { Button } from '@mantine/core';
import { isApiError, messageOf } from '../api/errors.ts';
import { formatTime, NBSP } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import styles from './planner.module.css';

const RELOADED = 'La journée est rechargée, votre geste n’a pas été fait.';

/** Who changed the day first, or why it was refused. */
export function refusalWords(error: unknown, timeZone: string): string {
  if (isApiError(error, 'plan.stale')) {
    const { conflict } = error;
    if (!conflict) return `La journée a changé entre-temps. ${RELOADED}`;
    return `${conflict.by} a modifié la journée à${NBSP}${formatTime(conflict.at, timeZone)}. ${RELOADED}`;
  }
  if (isApiError(error, 'network')) return `Connexion perdue. Votre geste n’a pas été fait, recommencez-le.`;
  return messageOf(error);
}

export function RefusalBand({
  error,
  timeZone,
  onDismiss,
}: {
  error: unknown;
  timeZone: string;
  onDismiss: () => void;
}) {
  return (
    <div className={styles.band}>
      <Notice tone="watch" role="alert">
        <p>
          <strong>{refusalWords(error, timeZone)}</strong>
        </p>
        <Button variant="default" mt={8} onClick={onDismiss}>
          Compris
        </Button>
      </Notice>
    </div>
  );
}

import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { isApiError, messageOf } from '../api/errors.ts';
import { NBSP } from '../ui/format.ts';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { Notice } from '../ui/sheet.tsx';
import { conflictSentence } from './conflict.ts';
import styles from './desk.module.css';
import type { Problem } from './use-desk-acts.ts';
import type { RequestFile } from './views.ts';

interface ConflictBandProps {
  problem: Problem;
  /** The request as it is now. */
  request: RequestFile;
  onDismiss: () => void;
}

/** The last try on this request was refused: who moved first, what it is now, what was wanted; nothing typed is lost. */
export function ConflictBand({ problem, request, onDismiss }: ConflictBandProps) {
  const { order, error } = problem;
  const band = useRef<HTMLDivElement>(null);
  // Said where the person is reading, however far down.
  useEffect(() => {
    void band.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  const stale = isApiError(error, 'request.stale') ? error.conflict : undefined;
  return (
    <div ref={band} className={styles.band}>
      <Notice tone="watch" role="alert">
        <p>
          <strong>{stale ? conflictSentence(stale, request) : refusalWords(error)}</strong>{' '}
          {stale && 'Votre texte est gardé\u00a0: comparer, puis enregistrer.'}
        </p>
        {stale && 'class' in order && (
          <p className={styles.compare}>
            Maintenant{NBSP}: <PriorityChip value={request.class} /> Vous aviez choisi{NBSP}:{' '}
            <PriorityChip value={order.class} />
          </p>
        )}
        <Button variant="default" mt={8} onClick={onDismiss}>
          Compris
        </Button>
      </Notice>
    </div>
  );
}

const refusalWords = (error: unknown): string =>
  isApiError(error, 'network')
    ? 'Pas encore enregistré\u00a0: connexion perdue. Votre choix est gardé, enregistrez-le de nouveau.'
    : messageOf(error);

interface OtherProblemsProps {
  problems: Readonly<Record<string, Problem>>;
  except: string | undefined;
  onOpen: (id: string) => void;
}

/** Refused while the person had moved on to another request. */
export function OtherProblems({ problems, except, onOpen }: OtherProblemsProps) {
  const others = Object.entries(problems).filter(([id]) => id !== except);
  if (others.length === 0) return null;
  return (
    <div className={styles.band} role="alert">
      {others.map(([id, { order }]) => (
        <Notice key={id} tone="watch">
          <p>
            <strong>{order.patientName}</strong>
            {NBSP}: ce n’est pas enregistré.{' '}
            <button type="button" className={styles.linkButton} onClick={() => onOpen(id)}>
              Comparer
            </button>
          </p>
        </Notice>
      ))}
    </div>
  );
}

import { Button } from '@mantine/core';
import { formatSoon } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';

/** The form was left on the way: it is here as it was; another one may be begun. */
export function ResumedNotice({ onRestart }: { onRestart: () => void }) {
  const { draft } = useForm();
  return (
    <Notice tone="info" role="status">
      <p>
        Brouillon repris où vous l’aviez laissé, {formatSoon(draft.changedAt, new Date())}.{' '}
        <button type="button" className={styles.linkButton} onClick={onRestart}>
          Effacer et recommencer
        </button>
      </p>
    </Notice>
  );
}

/** Two devices wrote the same draft: the person chooses, nothing is lost before. */
export function ConflictNotice({ at, onKeep, onTake }: { at: string; onKeep: () => void; onTake: () => void }) {
  return (
    <Notice tone="watch" role="alert">
      <p>
        Ce brouillon a été modifié sur un autre appareil, {formatSoon(at, new Date())}. Ce que vous voyez ici est gardé
        sur cet appareil.
      </p>
      <div className={styles.go}>
        <Button variant="default" onClick={onKeep}>
          Garder ce que je vois
        </Button>
        <Button variant="default" onClick={onTake}>
          Prendre l’autre version
        </Button>
      </div>
    </Notice>
  );
}

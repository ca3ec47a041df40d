import { IconStethoscope } from '@tabler/icons-react';
import { useState } from 'react';
import { isApiError, messageOf } from '../api/errors.ts';
import type { SignInView } from '../session/views.ts';
import { Notice } from '../ui/sheet.tsx';
import { pscApi } from './psc-api.ts';
import styles from './psc.module.css';

interface PscExerciceProps {
  exercices: SignInView['exercices'];
  onChosen: (view: SignInView) => void;
  /** Too long ago: one begins again. */
  onOver: () => void;
}

/** Pro Santé Connect knows several places where the person works: which one, for this session. */
export function PscExercice({ exercices, onChosen, onOver }: PscExerciceProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const choose = async (index: number) => {
    setBusy(true);
    setError(null);
    try {
      onChosen(await pscApi.choose(index));
    } catch (thrown) {
      if (isApiError(thrown, 'session.required')) onOver();
      else setError(messageOf(thrown));
      setBusy(false);
    }
  };
  return (
    <>
      <p className="soft">
        Pro Santé Connect vous connaît plusieurs lieux d’exercice. Choisissez celui de cette session.
      </p>
      {error && (
        <Notice tone="error" role="alert">
          {error}
        </Notice>
      )}
      <ul className={styles.places} aria-busy={busy}>
        {exercices.map(({ index, label }) => (
          <li key={index}>
            <button type="button" className={styles.place} disabled={busy} onClick={() => void choose(index)}>
              <IconStethoscope size={20} stroke={1.9} aria-hidden="true" />
              {label}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

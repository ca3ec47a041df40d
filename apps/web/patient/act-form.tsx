import { Button } from '@mantine/core';
import { useRef } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { whenDone } from '../api/when-done.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { usePatientAct } from './patient-api.ts';
import type { PatientOrder } from './patient-api.ts';
import styles from './patient.module.css';
import { Refusal } from './refusal.tsx';
import type { useTyped } from './use-typed.ts';

interface ActFormProps {
  patientId: string;
  name: string;
  form: Pick<ReturnType<typeof useTyped>, 'attempt' | 'errors' | 'isWhole' | 'tried'>;
  /** What is sent, and what is said once it is done; null when there is nothing to send. */
  toOrder: () => { order: PatientOrder; said: string } | null;
  sendWords: string;
  closeWords?: string;
  children: ReactNode;
  onClose: () => void;
}

/** One act on the file of a patient: what is missing, why it was refused, the button that does it and the one that leaves. */
export function ActForm(props: ActFormProps) {
  const { patientId, name, form, toOrder, sendWords, closeWords = 'Fermer', children, onClose } = props;
  const { slug, context } = useEss();
  const toast = useUndoToast();
  const act = usePatientAct(slug, patientId);
  // The second click of a double click comes before the button is drawn busy.
  const isSent = useRef(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    form.tried();
    const next = form.isWhole && !isSent.current ? toOrder() : null;
    if (!next) return;
    isSent.current = true;
    whenDone(
      act.mutateAsync(next.order),
      () => {
        toast({ message: next.said, seconds: 5 });
        onClose();
      },
      () => {
        isSent.current = false;
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={name}>
      <ErrorSummary errors={form.errors} before="d’enregistrer" attempt={form.attempt} />
      <Refusal error={act.error} zone={context.ess.timezone} />
      {children}
      <div className={styles.acts}>
        <Button type="submit" loading={act.isPending}>
          {sendWords}
        </Button>
        <Button variant="default" onClick={onClose}>
          {closeWords}
        </Button>
      </div>
    </form>
  );
}

import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { Notice } from '../ui/sheet.tsx';
import type { FormStep } from './draft.ts';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';

const FORWARD: Record<FormStep, string> = {
  0: 'Continuer vers le motif',
  1: 'Continuer vers le patient',
  2: 'Continuer vers les signes',
  3: 'Vérifier la demande',
  4: 'Envoyer la demande',
};

interface FormActionsProps {
  sending: boolean;
  /** The server's words: a request is already open for the same patient and reason. */
  duplicate: string | null;
  onSendAnyway: () => void;
}

/** One primary action; when the page says « 15 », calling is the primary one and these step down. */
export function FormActions({ sending, duplicate, onSendAnyway }: FormActionsProps) {
  const { draft, actions, emergency } = useForm();
  const first: FormStep = draft.mode === 'call' ? 0 : 1;
  const before: FormStep = draft.step === 4 ? 3 : draft.step === 3 ? 2 : draft.step === 2 ? 1 : 0;
  const label =
    emergency && draft.step < 4 && draft.emergencyAct === null
      ? 'J’ai appelé le\u00a015, continuer'
      : FORWARD[draft.step];
  return (
    <>
      {duplicate && (
        <Notice tone="watch" role="alert">
          <p>{duplicate}</p>
          <Button variant="default" mt={8} loading={sending} onClick={onSendAnyway}>
            Envoyer quand même
          </Button>
        </Notice>
      )}
      <div className={styles.go}>
        {draft.step !== first && (
          <Button variant="default" onClick={() => actions.goTo(before)}>
            Retour
          </Button>
        )}
        {!duplicate && (
          <Button
            type="submit"
            variant={emergency ? 'default' : 'filled'}
            loading={sending}
            leftSection={draft.step === 4 ? <IconSend size={20} stroke={1.9} /> : undefined}
          >
            {draft.step === 4 && emergency ? 'Envoyer aussi à l’équipe' : label}
          </Button>
        )}
      </div>
    </>
  );
}

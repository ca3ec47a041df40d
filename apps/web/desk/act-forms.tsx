import { Button, Textarea } from '@mantine/core';
import { IconAlertOctagonFilled, IconX } from '@tabler/icons-react';
import type { ReactNode, SubmitEvent } from 'react';
import { ActButton } from './act-button.tsx';
import { submitOnCtrlEnter } from './ctrl-enter.ts';
import type { DecisionDraft } from './decision.ts';
import styles from './decision.module.css';
import type { DecisionActs } from './decision-acts.ts';

interface ActProps {
  draft: DecisionDraft;
  acts: DecisionActs;
  busy: boolean;
}

export function CancelForm({ draft, acts, busy }: ActProps) {
  if (draft.form !== 'cancel') {
    return (
      <ActButton
        icon={<IconX size={17} stroke={1.9} aria-hidden="true" />}
        keyName="X"
        onClick={() => acts.change({ form: 'cancel' })}
      >
        Annuler la demande…
      </ActButton>
    );
  }
  return (
    <Form title="Annuler la demande" onSubmit={acts.submitCancel} onLeave={() => acts.change({ form: 'none' })}>
      <Textarea
        id="annuler-texte"
        label="Pourquoi l’annuler"
        description="Le demandeur lit cette raison. Ctrl + Entrée pour enregistrer"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        value={draft.cancelReason}
        onChange={(event) => acts.change({ cancelReason: event.currentTarget.value })}
        onKeyDown={submitOnCtrlEnter(acts.submitCancel)}
      />
      <Button type="submit" fullWidth loading={busy}>
        Annuler cette demande
      </Button>
    </Form>
  );
}

/** P0 has no key: two deliberate gestures, and the page says what they do. */
export function VitalForm({ draft, acts, busy }: ActProps) {
  if (draft.form !== 'emergency') {
    return (
      <ActButton
        icon={<IconAlertOctagonFilled size={17} style={{ color: 'var(--p0-ink)' }} aria-hidden="true" />}
        onClick={() => acts.change({ form: 'emergency' })}
      >
        Urgence vitale (P0)…
      </ActButton>
    );
  }
  return (
    <Form title="Passer en urgence vitale" onSubmit={acts.submitVital} onLeave={() => acts.change({ form: 'none' })}>
      <p>Le spécialiste d’avis et le guichet sont prévenus aussitôt. Rappelez le demandeur et faites appeler le 15.</p>
      <Button type="submit" fullWidth loading={busy} className={styles.vitalButton}>
        Passer en P0
      </Button>
    </Form>
  );
}

interface FormProps {
  title: string;
  onSubmit: () => void;
  onLeave: () => void;
  children: ReactNode;
}

function Form({ title, onSubmit, onLeave, children }: FormProps) {
  return (
    <form
      className={styles.form}
      aria-label={title}
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <h3>{title}</h3>
      {children}
      <Button type="button" variant="default" fullWidth onClick={onLeave}>
        Revenir, le texte est gardé
      </Button>
    </form>
  );
}

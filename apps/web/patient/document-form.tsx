import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { DOCUMENT_KIND_LABELS, DOCUMENT_KINDS } from '#contracts/patient';
import type { DocumentKind } from '#contracts/patient';
import { useEss } from '../layout/ess-shell.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { usePatientAct } from './patient-api.ts';
import styles from './patient.module.css';
import { Refusal } from './refusal.tsx';
import type { PatientPage } from './views.ts';

/** Somebody of the team saw the paper, and which one; no copy of it is kept. */
export function DocumentForm({ page, onClose }: { page: PatientPage; onClose: () => void }) {
  const { slug, context } = useEss();
  const toast = useUndoToast();
  const [kind, setKind] = useState<DocumentKind | null>(null);
  const [missing, setMissing] = useState(false);
  const act = usePatientAct(slug, page.id);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(kind === null);
    if (!kind) return;
    act.mutate(
      { act: 'document', body: { version: page.version, kind } },
      {
        onSuccess: () => {
          toast({ message: 'Pièce d’identité notée.', seconds: 5 });
          onClose();
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label="Pièce d’identité vérifiée">
      <Refusal error={act.error} zone={context.ess.timezone} />
      <p className="soft">
        Vous avez la pièce devant vous, et ses traits sont ceux du dossier. Aucune copie n’est gardée.
      </p>
      <ChoiceField
        field="piece"
        legend="Quelle pièce avez-vous vue ?"
        choices={DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_KIND_LABELS[value] }))}
        columns={1}
        value={kind}
        onChange={setKind}
        error={missing && !kind ? 'Choisissez la pièce que vous avez vue.' : undefined}
      />
      <div className={styles.acts}>
        <Button type="submit" loading={act.isPending}>
          Noter la vérification
        </Button>
        <Button variant="default" onClick={onClose}>
          Ne rien noter
        </Button>
      </div>
    </form>
  );
}

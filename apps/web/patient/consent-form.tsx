import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { CONSENT_KIND_LABELS, CONSENT_RECORD_MODE_LABELS, CONSENT_RECORD_MODES } from '#contracts/patient';
import { civilDay } from '../decision/instants.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { DateField } from '../request-form/date-field.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { consentErrors, instantOfDay, kindsFor } from './consent.ts';
import type { TypedConsent } from './consent.ts';
import { usePatientAct } from './patient-api.ts';
import styles from './patient.module.css';
import { Refusal } from './refusal.tsx';
import type { PatientPage } from './views.ts';

/** What the patient says of the sharing of his file, how and when he said it. */
export function ConsentForm({ page, onClose }: { page: PatientPage; onClose: () => void }) {
  const { slug, context } = useEss();
  const zone = context.ess.timezone;
  const today = civilDay(new Date(), zone);
  const toast = useUndoToast();
  const [typed, setTyped] = useState<TypedConsent>({ kind: null, mode: null, day: today, note: '' });
  const [attempt, setAttempt] = useState(0);
  const act = usePatientAct(slug, page.id);
  const set = (part: Partial<TypedConsent>) => setTyped((before) => ({ ...before, ...part }));
  const errors = attempt > 0 ? consentErrors(typed, today) : [];
  const errorOf = (field: string) => errors.find((error) => error.field === `partage-${field}`)?.message;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    const { kind, mode, day, note } = typed;
    if (consentErrors(typed, today).length > 0 || !kind || !mode || !day) return;
    const at = instantOfDay(day, today, new Date(), zone);
    act.mutate(
      { act: 'consent', body: { kind, mode, at, ...(note.trim() && { note: note.trim() }) } },
      {
        onSuccess: () => {
          toast({ message: `${CONSENT_KIND_LABELS[kind]}, noté.`, seconds: 5 });
          onClose();
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label="Noter ce que dit le patient">
      <ErrorSummary errors={errors} before="d’enregistrer" attempt={attempt} />
      <Refusal error={act.error} zone={zone} />
      <ChoiceField
        field="partage-kind"
        legend="Que dit le patient ?"
        choices={kindsFor(page.sharing.state).map((value) => ({ value, label: CONSENT_KIND_LABELS[value] }))}
        columns={1}
        value={typed.kind}
        error={errorOf('kind')}
        onChange={(kind) => set({ kind })}
      />
      <ChoiceField
        field="partage-mode"
        legend="Comment ?"
        choices={CONSENT_RECORD_MODES.filter((mode) => mode !== 'impossible' || typed.kind === 'information').map(
          (value) => ({ value, label: CONSENT_RECORD_MODE_LABELS[value] }),
        )}
        columns={1}
        value={typed.mode}
        error={errorOf('mode')}
        onChange={(mode) => set({ mode })}
      />
      <DateField
        field="partage-day"
        label="Quel jour ?"
        value={typed.day}
        error={errorOf('day')}
        onChange={(day) => set({ day })}
      />
      <Textarea
        label="Précision, si elle aide"
        autosize
        minRows={2}
        maxLength={500}
        value={typed.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <div className={styles.acts}>
        <Button type="submit" loading={act.isPending}>
          Noter
        </Button>
        <Button variant="default" onClick={onClose}>
          Fermer
        </Button>
      </div>
    </form>
  );
}

import { Textarea } from '@mantine/core';
import { CONSENT_KIND_LABELS, CONSENT_RECORD_MODE_LABELS, CONSENT_RECORD_MODES } from '#contracts/patient';
import { civilDay } from '../decision/instants.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { DateField } from '../request-form/date-field.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ActForm } from './act-form.tsx';
import { consentErrors, instantOfDay, kindsFor } from './consent.ts';
import type { TypedConsent } from './consent.ts';
import { useTyped } from './use-typed.ts';
import type { PatientPage } from './views.ts';

/** What the patient says of the sharing of his file, how and when he said it. */
export function ConsentForm({ page, onClose }: { page: PatientPage; onClose: () => void }) {
  const zone = useEss().context.ess.timezone;
  const today = civilDay(new Date(), zone);
  const nothing: TypedConsent = { kind: null, mode: null, day: today, note: '' };
  const form = useTyped('partage', nothing, (typed) => consentErrors(typed, today));
  const { typed, set, errorOf } = form;
  const toOrder = () => {
    const { kind, mode, day, note } = typed;
    if (!kind || !mode || !day) return null;
    const at = instantOfDay(day, today, new Date(), zone);
    const body = { kind, mode, at, ...(note.trim() && { note: note.trim() }) };
    return { order: { act: 'consent', body }, said: `${CONSENT_KIND_LABELS[kind]}, noté.` } as const;
  };
  return (
    <ActForm
      patientId={page.id}
      name="Noter ce que dit le patient"
      form={form}
      toOrder={toOrder}
      sendWords="Noter"
      onClose={onClose}
    >
      <ChoiceField
        field="partage-kind"
        legend={'Que dit le patient\u00a0?'}
        choices={kindsFor(page.sharing.state).map((value) => ({ value, label: CONSENT_KIND_LABELS[value] }))}
        columns={1}
        value={typed.kind}
        error={errorOf('kind')}
        onChange={(kind) => set({ kind })}
      />
      <ChoiceField
        field="partage-mode"
        legend={'Comment\u00a0?'}
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
        label={'Quel jour\u00a0?'}
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
    </ActForm>
  );
}

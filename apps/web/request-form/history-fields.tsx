import { Textarea, TextInput } from '@mantine/core';
import type { ListStatus } from '#forms';
import { ChoiceField, ManyChoiceField } from '../ui/choice-field.tsx';
import { fieldId } from '../ui/field-id.ts';
import { Sheet } from '../ui/sheet.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';

const choices = (listed: string): { value: ListStatus; label: string }[] => [
  { value: 'listed', label: listed },
  { value: 'none', label: 'Aucun' },
  { value: 'unknown', label: 'Ne sais pas' },
];

/** The past, apart from the present signs; and the treatments. */
export function HistoryFields() {
  const { form, answers, set, errorOf, actions } = useForm();
  const other = answers.history.findIndex((past) => past.id === 'autre');
  return (
    <Sheet labelledBy="antecedents-titre">
      <h2 id="antecedents-titre">Antécédents et traitements</h2>
      <div className={styles.fields} style={{ marginTop: 10 }}>
        <ChoiceField
          field="historyStatus"
          legend="Antécédents"
          columns={3}
          choices={choices('À signaler')}
          value={answers.historyStatus}
          error={errorOf('historyStatus')}
          onChange={(historyStatus) => set({ historyStatus, ...(historyStatus !== 'listed' && { history: [] }) })}
        />
        {answers.historyStatus === 'listed' && (
          <ManyChoiceField
            field="history"
            legend="Lesquels ?"
            choices={form.history.map(({ id, label }) => ({ value: id, label }))}
            values={answers.history.map((past) => past.id)}
            error={errorOf('history')}
            onToggle={(id, checked) =>
              actions.change((before) => ({
                ...before,
                history: checked
                  ? [...before.history, { id, detail: '', year: null }]
                  : before.history.filter((past) => past.id !== id),
              }))
            }
          />
        )}
        {other >= 0 && (
          <TextInput
            id={fieldId(`history.${other}.detail`)}
            label="Autre antécédent : lequel ?"
            autoComplete="off"
            maxLength={200}
            value={answers.history[other]?.detail ?? ''}
            error={errorOf(`history.${other}.detail`)}
            onChange={(event) => {
              const detail = event.currentTarget.value;
              set({ history: answers.history.map((past, index) => (index === other ? { ...past, detail } : past)) });
            }}
          />
        )}
        <ChoiceField
          field="medicationsStatus"
          legend="Traitements en cours"
          columns={3}
          choices={choices('À signaler')}
          value={answers.medicationsStatus}
          error={errorOf('medicationsStatus')}
          onChange={(medicationsStatus) => set({ medicationsStatus })}
        />
        {answers.medicationsStatus === 'listed' && (
          <Textarea
            id={fieldId('medications')}
            label="Lesquels ?"
            description="Un par ligne ; collez l’ordonnance telle quelle."
            autosize
            minRows={3}
            maxLength={4000}
            value={answers.medications}
            error={errorOf('medications')}
            onChange={(event) => set({ medications: event.currentTarget.value })}
          />
        )}
        <TextInput
          id={fieldId('allergies')}
          label="Allergies (facultatif)"
          autoComplete="off"
          maxLength={500}
          value={answers.allergies}
          error={errorOf('allergies')}
          onChange={(event) => set({ allergies: event.currentTarget.value })}
        />
      </div>
    </Sheet>
  );
}

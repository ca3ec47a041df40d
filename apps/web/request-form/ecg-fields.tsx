import { Textarea } from '@mantine/core';
import type { EcgAnswers, EcgStatus } from '#forms';
import { ChoiceField, ManyChoiceField } from '../ui/choice-field.tsx';
import { fieldId } from '../ui/field-id.ts';
import { Sheet } from '../ui/sheet.tsx';
import { DateField } from './date-field.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';

const STATUSES: { value: EcgStatus; label: string }[] = [
  { value: 'normal', label: 'Normal' },
  { value: 'abnormal', label: 'Anormal' },
  { value: 'not_interpreted', label: 'Fait, non interprété' },
  { value: 'not_done', label: 'Non fait' },
];

export function EcgFields() {
  const { form, answers, set, errorOf, actions } = useForm();
  const { ecg } = answers;
  const setEcg = (part: Partial<EcgAnswers>) => set({ ecg: { ...ecg, ...part } });
  const done = ecg.status !== null && ecg.status !== 'not_done';
  const read = ecg.status === 'abnormal' || ecg.status === 'not_interpreted';
  const shown = form.ecgFindings.filter((id) => read || answers.findings[id] === 'present');
  return (
    <Sheet as="div">
      <ChoiceField
        field="ecg.status"
        legend="ECG"
        asTitle
        columns={2}
        columnsSmall={2}
        choices={STATUSES}
        value={ecg.status}
        error={errorOf('ecg.status')}
        onChange={(status) => setEcg({ status })}
      />
      {(done || shown.length > 0) && (
        <div className={styles.fields} style={{ marginTop: 16 }}>
          {shown.length > 0 && (
            <ManyChoiceField
              field="ecgFindings"
              legend="Ce qu’il montre"
              hint="Cochez ce que vous voyez ; rien de coché n’est pas un « non »."
              choices={shown.map((id) => ({ value: id, label: form.findings[id]?.label ?? id }))}
              values={shown.filter((id) => answers.findings[id] === 'present')}
              onToggle={(id, present) =>
                actions.change((before) => {
                  const { [id]: _former, ...others } = before.findings;
                  return { ...before, findings: present ? { ...others, [id]: 'present' } : others };
                })
              }
            />
          )}
          <DateField
            field="ecg.at"
            label="Date de l’ECG"
            value={ecg.at}
            error={errorOf('ecg.at')}
            onChange={(at) => setEcg({ at })}
          />
          <Textarea
            id={fieldId('ecg.comment')}
            label="Votre lecture (facultatif)"
            autosize
            minRows={2}
            maxLength={500}
            value={ecg.comment}
            error={errorOf('ecg.comment')}
            onChange={(event) => setEcg({ comment: event.currentTarget.value })}
          />
        </div>
      )}
    </Sheet>
  );
}

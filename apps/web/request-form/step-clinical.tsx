import { askedOf, reasonOf } from '#forms';
import { ChoiceField, ManyChoiceField } from '../ui/choice-field.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { TriStateField } from '../ui/tri-state-field.tsx';
import { EcgFields } from './ecg-fields.tsx';
import { EmergencyHere } from './emergency-here.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';
import { HistoryFields } from './history-fields.tsx';
import { MeasuresFields } from './measures-fields.tsx';
import { OnsetFields } from './onset-fields.tsx';
import { WishFields } from './wish-fields.tsx';

const NYHA = [
  { value: '1', label: 'I', note: 'Aucune gêne' },
  { value: '2', label: 'II', note: 'Efforts importants' },
  { value: '3', label: 'III', note: 'Efforts légers' },
  { value: '4', label: 'IV', note: 'Au repos' },
] as const;

/** Step 3: signs, measures and the question, drawn for the reason. */
export function StepClinical() {
  const { form, answers, set, errorOf, ess, actions } = useForm();
  const reason = reasonOf(form, answers.reason);
  const asked = askedOf(answers, form, new Date(), { timeZone: ess.context.ess.timezone });
  const label = (id: string) => form.findings[id]?.label ?? id;
  const isFlag = (id: string) => form.redFlags.some((flag) => flag.id === id);
  const signs = (reason?.findings ?? []).filter((id) => !isFlag(id));
  const situations = (reason?.situations ?? []).filter((id) => !isFlag(id));

  const toggle = (id: string, present: boolean) =>
    actions.change((before) => {
      const { [id]: _former, ...others } = before.findings;
      return { ...before, findings: present ? { ...others, [id]: 'present' } : others };
    });

  return (
    <>
      <EmergencyHere sources={['flags']} quiet />
      <EmergencyHere sources={['findings']} />
      {situations.length > 0 && (
        <Sheet as="div">
          <ManyChoiceField
            field="situations"
            legend="Quelle situation ?"
            asTitle
            hint="Une ou plusieurs, les plus proches."
            choices={situations.map((id) => ({ value: id, label: label(id), note: form.findings[id]?.hint }))}
            values={situations.filter((id) => answers.findings[id] === 'present')}
            error={errorOf('situations')}
            onToggle={toggle}
          />
        </Sheet>
      )}
      {(reason?.isSymptom || signs.length > 0 || reason?.asksNyha || asked.pregnancy) && (
        <Sheet labelledBy="constats-titre">
          <h2 id="constats-titre">Constats</h2>
          <div className={styles.fields} style={{ marginTop: 10 }}>
            {reason?.isSymptom && <OnsetFields />}
            {reason?.asksNyha && (
              <ChoiceField
                field="nyha"
                legend="Essoufflement (classe NYHA)"
                columns={4}
                columnsSmall={2}
                choices={NYHA}
                value={answers.nyha === null ? null : (NYHA[answers.nyha - 1]?.value ?? null)}
                error={errorOf('nyha')}
                onChange={(value) => set({ nyha: Number(value) })}
              />
            )}
            <div>
              {signs.map((id, index) => (
                <TriStateField
                  key={id}
                  field={`findings.${id}`}
                  label={label(id)}
                  hint={form.findings[id]?.hint}
                  first={index === 0}
                  value={answers.findings[id]}
                  error={errorOf(`findings.${id}`)}
                  onChange={(state) => set({ findings: { ...answers.findings, [id]: state } })}
                />
              ))}
            </div>
            {asked.pregnancy && (
              <TriStateField
                field="pregnancy"
                label="Grossesse en cours"
                first
                value={answers.pregnancy}
                error={errorOf('pregnancy')}
                onChange={(pregnancy) => set({ pregnancy })}
              />
            )}
          </div>
        </Sheet>
      )}
      <EmergencyHere sources={['measures']} />
      <MeasuresFields required={asked.requiredMeasures} />
      {form.asksEcg && <EcgFields />}
      <HistoryFields />
      <EmergencyHere sources={['declared']} />
      <WishFields />
    </>
  );
}

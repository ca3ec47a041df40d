import { Button, TextInput } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { noneOfTheseSigns } from '#forms';
import { ChoiceField } from '../ui/choice-field.tsx';
import { FieldMessage } from '../ui/error-summary.tsx';
import { errorId, fieldId } from '../ui/field-id.ts';
import { Sheet } from '../ui/sheet.tsx';
import { TriStateField } from '../ui/tri-state-field.tsx';
import { EmergencyHere } from './emergency-here.tsx';
import { useForm } from './form-context.tsx';

/** Step 1: the red flags, first of all, then the reason. */
export function StepReason() {
  const { form, answers, set, errorOf } = useForm();
  return (
    <>
      <Sheet labelledBy="signes-titre">
        <EmergencyHere sources={['flags']} />
        <h2 id="signes-titre">Signes d’alerte</h2>
        <FieldMessage id={errorId('redFlags')} message={errorOf('redFlags')} />
        <div id={fieldId('redFlags')}>
          {form.redFlags.map((flag, index) => (
            <TriStateField
              key={flag.id}
              field={`redFlags.${flag.id}`}
              label={flag.label}
              hint={flag.hint}
              vital={flag.isVital}
              first={index === 0}
              value={answers.redFlags[flag.id]}
              error={errorOf(`redFlags.${flag.id}`)}
              onChange={(state) => set({ redFlags: { ...answers.redFlags, [flag.id]: state } })}
            />
          ))}
        </div>
        <Button
          variant="default"
          mt={14}
          leftSection={<IconChecks size={20} stroke={1.9} />}
          onClick={() => set({ redFlags: noneOfTheseSigns(form) })}
          styles={{
            root: { height: 'auto', minHeight: 'var(--control)', paddingBlock: 8 },
            label: { whiteSpace: 'normal' },
          }}
        >
          {form.noneOfTheseLabel}
        </Button>
      </Sheet>
      <Sheet as="div">
        <ChoiceField
          field="reason"
          legend="Motif principal"
          asTitle
          choices={form.reasons.map((reason) => ({ value: reason.id, label: reason.label }))}
          value={answers.reason}
          error={errorOf('reason')}
          onChange={(reason) => set({ reason })}
        />
        {(answers.reason === 'autre' || answers.reasonOther !== '') && (
          <TextInput
            id={fieldId('reasonOther')}
            label="Le motif, en quelques mots"
            mt={16}
            maxLength={200}
            value={answers.reasonOther}
            error={errorOf('reasonOther')}
            onChange={(event) => set({ reasonOther: event.currentTarget.value })}
          />
        )}
      </Sheet>
    </>
  );
}

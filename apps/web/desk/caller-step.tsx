import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useCallerDraft } from '../request-form/form-context.tsx';
import { FieldMessage } from '../ui/error-summary.tsx';
import { errorId, fieldId } from '../ui/field-id.ts';
import { Sheet } from '../ui/sheet.tsx';
import { CallerSearch } from './caller-search.tsx';
import type { KnownCaller } from './caller-search.tsx';
import styles from './call.module.css';
import { NewCallerFields } from './new-caller-fields.tsx';

/** First of a call: who is on the line, found by name, phone or RPPS, or written down. */
export function CallerStep() {
  const { caller, setCaller, error } = useCallerDraft();
  const [creating, setCreating] = useState<string | null>(caller?.input.newCaller ? '' : null);

  const choose = ({ professionalId, organisationId, phone, label }: KnownCaller) =>
    setCaller({ input: { professionalId, organisationId }, label }, (answers) => ({
      ...answers,
      organisationId,
      callbackPhone: phone ?? answers.callbackPhone,
    }));

  if (caller && creating === null) {
    return (
      <Sheet as="div">
        <div className={styles.chosen} id={fieldId('caller')}>
          <IconUserCheck size={20} stroke={1.9} aria-hidden="true" />
          <strong>{caller.label}</strong>
          <Button variant="default" onClick={() => setCaller(null)}>
            Changer
          </Button>
        </div>
      </Sheet>
    );
  }
  return (
    <Sheet as="div">
      <div id={fieldId('caller')} className={styles.caller}>
        {creating === null ? (
          <>
            <FieldMessage id={errorId('caller')} message={error} />
            <CallerSearch onChoose={choose} onCreate={setCreating} />
          </>
        ) : (
          <NewCallerFields
            typed={creating}
            showMissing={error !== undefined}
            onChange={setCaller}
            onLeave={() => {
              setCaller(null);
              setCreating(null);
            }}
          />
        )}
      </div>
    </Sheet>
  );
}

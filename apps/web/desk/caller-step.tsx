import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useCallerDraft } from '../request-form/form-context.tsx';
import { FieldMessage } from '../ui/error-summary.tsx';
import { errorId, fieldId } from '../ui/field-id.ts';
import { Sheet } from '../ui/sheet.tsx';
import { CallerSearch } from './caller-search.tsx';
import type { KnownCaller } from './caller-search.tsx';
import styles from './call.module.css';
import { fromDraft } from './new-caller.ts';
import { NewCallerFields } from './new-caller-fields.tsx';

/** First of a call: who is on the line, found by name, phone or RPPS, or written down. */
export function CallerStep() {
  const { caller, setCaller, error } = useCallerDraft();
  const [creating, setCreating] = useState<string | null>(caller?.input.newCaller ? '' : null);

  const box = useRef<HTMLDivElement>(null);

  const choose = ({ professionalId, organisationId, phone, label }: KnownCaller) => {
    // Entrée chose who calls; the next one goes on.
    setTimeout(() => box.current?.closest('form')?.querySelector<HTMLElement>('button[type="submit"]')?.focus(), 30);
    setCaller({ input: { professionalId, organisationId }, label }, (answers) => ({
      ...answers,
      organisationId,
      callbackPhone: phone ?? answers.callbackPhone,
    }));
  };

  if (caller && creating === null) {
    return (
      <Sheet as="div">
        <div ref={box} className={styles.chosen} id={fieldId('caller')}>
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
            written={fromDraft(caller?.input)}
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

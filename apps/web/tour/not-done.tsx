import { Textarea } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { NOT_DONE_LABELS, NOT_DONE_REASONS } from '#contracts/care';
import type { NotDoneReason } from '#contracts/care';
import { FieldMessage } from '../ui/error-summary.tsx';
import { errorId, fieldId } from '../ui/field-id.ts';
import { useTour } from './tour-context.tsx';
import sheetStyles from './visit-sheet.module.css';
import type { NurseStopView } from './views.ts';

const NOTE_MAX = 500;

/** « Visite impossible… »: why, in one touch; the request goes back to the desk. */
export function NotDone({ stop }: { stop: NurseStopView }) {
  const { store } = useTour();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState<NotDoneReason | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  if (!opened) {
    return (
      <button type="button" className={sheetStyles.button} onClick={() => setOpened(true)}>
        <IconUserOff size={25} stroke={1.9} aria-hidden="true" />
        Visite impossible…
      </button>
    );
  }
  const missing = tried && !reason ? 'Choisissez une raison.' : undefined;
  const confirm = () => {
    setTried(true);
    if (reason) void store.notDone(stop, reason, note.trim());
  };
  return (
    <section className={sheetStyles.block} aria-labelledby="impossible">
      <fieldset aria-describedby={missing ? errorId('raison') : undefined}>
        <legend>
          <h2 id="impossible" style={{ marginBottom: 10 }}>
            Pourquoi la visite n’est pas faite
          </h2>
        </legend>
        <div className={sheetStyles.choices}>
          {NOT_DONE_REASONS.map((each) => (
            <label key={each} className={sheetStyles.choice}>
              <input type="radio" name={fieldId('raison')} checked={reason === each} onChange={() => setReason(each)} />
              {NOT_DONE_LABELS[each]}
            </label>
          ))}
        </div>
        <FieldMessage id={errorId('raison')} message={missing} />
      </fieldset>
      <Textarea
        mt={14}
        id={fieldId('note-impossible')}
        label="Précision (facultatif)"
        maxLength={NOTE_MAX}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={sheetStyles.buttons}>
        <button type="button" className={sheetStyles.button} data-main="" onClick={confirm}>
          Prévenir le guichet
        </button>
        <button type="button" className={sheetStyles.button} data-quiet="" onClick={() => setOpened(false)}>
          Revenir à la visite
        </button>
      </div>
    </section>
  );
}

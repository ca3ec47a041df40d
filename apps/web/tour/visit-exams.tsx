import { Textarea, TextInput } from '@mantine/core';
import { EXAM_LABELS } from '#contracts/care';
import type { Exam } from '#contracts/care';
import { FieldMessage } from '../ui/error-summary.tsx';
import { errorId, fieldId } from '../ui/field-id.ts';
import type { ExamAnswer } from './sheet-draft.ts';
import sheetStyles from './visit-sheet.module.css';
import type { VisitFormProps } from './visit-measures.tsx';

const NOTE_MAX = 4000;

/** Each exam asked, done or not done with its reason; then a few words of one's own. */
export function VisitExams(props: VisitFormProps) {
  const { stop, sheet, change } = props;
  return (
    <>
      {stop.exams.length > 0 && (
        <section className={sheetStyles.block} aria-labelledby="examens">
          <h2 id="examens">Examens demandés</h2>
          {stop.exams.map((exam) => (
            <ExamField key={exam} exam={exam} {...props} />
          ))}
        </section>
      )}
      <section className={sheetStyles.block} aria-labelledby="note-titre">
        <h2 id="note-titre">Note</h2>
        <Textarea
          id={fieldId('note')}
          label="Ce que le médecin doit savoir"
          description="Quelques mots : ce que vous avez vu, ce qui a changé."
          value={sheet.note}
          maxLength={NOTE_MAX}
          autosize
          minRows={3}
          onChange={(event) => {
            const note = event.currentTarget.value;
            change((before) => ({ ...before, note }));
          }}
        />
      </section>
    </>
  );
}

function ExamField({ exam, sheet, change, errorOf }: VisitFormProps & { exam: Exam }) {
  const answer = sheet.exams[exam];
  const field = `exams.${exam}`;
  const error = errorOf(field);
  const set = (next: ExamAnswer) => change((before) => ({ ...before, exams: { ...before.exams, [exam]: next } }));
  return (
    <fieldset className={sheetStyles.exam} id={fieldId(field)} aria-describedby={error ? errorId(field) : undefined}>
      <legend>{EXAM_LABELS[exam]}</legend>
      <div className={sheetStyles.pair}>
        {[true, false].map((done) => (
          <label key={String(done)} className={sheetStyles.choice}>
            <input
              type="radio"
              name={fieldId(field)}
              checked={answer?.done === done}
              onChange={() => set({ done, reason: answer?.reason ?? '' })}
            />
            {done ? 'Fait' : 'Non fait'}
          </label>
        ))}
      </div>
      {answer && !answer.done && (
        <TextInput
          className={sheetStyles.reason}
          label="Pourquoi"
          placeholder="Patient agité, sonde en panne…"
          maxLength={300}
          value={answer.reason}
          aria-invalid={error ? true : undefined}
          onChange={(event) => set({ done: false, reason: event.currentTarget.value })}
        />
      )}
      <FieldMessage id={errorId(field)} message={error} />
    </fieldset>
  );
}

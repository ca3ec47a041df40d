import { formFor, hasForm, noneOfTheseSigns } from '#forms';
import { TriStateField } from '../ui/tri-state-field.tsx';
import { useTour } from './tour-context.tsx';
import sheetStyles from './visit-sheet.module.css';
import type { VisitFormProps } from './visit-measures.tsx';

/** The red flags of the specialty, asked again at the bedside: Oui, Non, Ne sais pas. */
export function VisitFlags({ sheet, change, errorOf }: VisitFormProps) {
  const { state } = useTour();
  const specialty = state.view?.specialty ?? 'cardiologie';
  if (!hasForm(specialty)) return null;
  const form = formFor(specialty);
  const unanswered = form.redFlags.every(({ id }) => !sheet.findings[id]);
  return (
    <section className={sheetStyles.block} aria-labelledby="signes">
      <h2 id="signes">Signes d’alerte</h2>
      {form.redFlags.map((flag, index) => (
        <TriStateField
          key={flag.id}
          field={`findings.${flag.id}`}
          label={flag.label}
          hint={flag.hint}
          vital={flag.isVital}
          first={index === 0}
          value={sheet.findings[flag.id]}
          error={errorOf(`findings.${flag.id}`)}
          onChange={(value) => change((before) => ({ ...before, findings: { ...before.findings, [flag.id]: value } }))}
        />
      ))}
      {unanswered && (
        <div className={sheetStyles.buttons}>
          <button
            type="button"
            className={sheetStyles.button}
            onClick={() => change((before) => ({ ...before, findings: noneOfTheseSigns(form) }))}
          >
            {form.noneOfTheseLabel}
          </button>
        </div>
      )}
    </section>
  );
}

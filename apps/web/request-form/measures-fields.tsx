import { parseMeasure, reasonOf } from '#forms';
import type { MeasureDefinition, RequestAnswers } from '#forms';
import { MeasureField } from '../ui/measure-field.tsx';
import { Sheet } from '../ui/sheet.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';

/** The measure as typed; an emptied one leaves no trace, and a value typed is no more « Non mesuré ». */
export function withMeasure(answers: RequestAnswers, name: string, value: string, unit: string): RequestAnswers {
  const others = answers.measures.filter((measure) => measure.name !== name);
  const known = answers.measures.find((measure) => measure.name === name);
  return {
    ...answers,
    measures: value === '' ? others : [...others, { name, value, unit, at: known?.at ?? null }],
    unmeasured: value === '' ? answers.unmeasured : answers.unmeasured.filter((each) => each !== name),
  };
}

/** Those of the reason first; the others one gesture away. Empty is unknown, and never blocks unless the reason needs it. */
export function MeasuresFields({ required }: { required: readonly string[] }) {
  const { form, answers } = useForm();
  const names = new Set([...(reasonOf(form, answers.reason)?.measures ?? ['bp', 'hr']), ...required]);
  const first = form.measures.filter((measure) => names.has(measure.name));
  const others = form.measures.filter((measure) => !names.has(measure.name));
  const typed = others.some((measure) => answers.measures.some((answer) => answer.name === measure.name));
  return (
    <Sheet labelledBy="mesures-titre">
      <h2 id="mesures-titre">Mesures</h2>
      <p className="muted small">Ce qui manque vous sera demandé après, sans bloquer.</p>
      <div className={styles.measures}>
        {first.map((measure) => (
          <OneMeasure key={measure.name} measure={measure} required={required.includes(measure.name)} />
        ))}
      </div>
      {others.length > 0 && (
        <details className={styles.more} open={typed || undefined}>
          <summary>Autres mesures</summary>
          <div className={styles.measures}>
            {others.map((measure) => (
              <OneMeasure key={measure.name} measure={measure} required={false} />
            ))}
          </div>
        </details>
      )}
    </Sheet>
  );
}

function OneMeasure({ measure, required }: { measure: MeasureDefinition; required: boolean }) {
  const { answers, actions, draft, errorOf } = useForm();
  const { name } = measure;
  const answer = answers.measures.find((each) => each.name === name);
  const value = answer?.value ?? '';
  const confirm = value ? (parseMeasure(name, value, answer?.unit ?? measure.defaultUnit).confirm ?? null) : null;
  return (
    <MeasureField
      field={`measures.${name}`}
      label={measure.label}
      value={value}
      unit={answer?.unit ?? measure.defaultUnit}
      units={measure.units}
      placeholder={measure.placeholder}
      width={measure.kind === 'pressure' ? 100 : 88}
      readAs={confirm}
      readConfirmed={draft.confirmedReadings[name] === value}
      onConfirmRead={() => actions.confirmReading(name, value)}
      error={errorOf(`measures.${name}`)}
      canBeUnmeasured={required}
      unmeasured={answers.unmeasured.includes(name)}
      onUnmeasured={(unmeasured) =>
        actions.change((before) => ({
          ...before,
          unmeasured: unmeasured
            ? [...new Set([...before.unmeasured, name])]
            : before.unmeasured.filter((each) => each !== name),
        }))
      }
      onChange={(typed, unit) => actions.change((before) => withMeasure(before, name, typed, unit))}
    />
  );
}

import type { CSSProperties, ReactNode } from 'react';
import styles from './choice-field.module.css';
import { FieldMessage } from './error-summary.tsx';
import { errorId, fieldId, hintId } from './field-id.ts';

export interface Choice<T extends string> {
  value: T;
  label: ReactNode;
  note?: string;
  icon?: ReactNode;
}

interface ChoiceFieldProps<T extends string> {
  field: string;
  legend: string;
  /** Drawn as a title of the sheet, not as a label. */
  asTitle?: boolean;
  hint?: string;
  choices: readonly Choice<T>[];
  columns?: number;
  columnsSmall?: number;
  error?: string;
}

const gridStyle = (columns: number, columnsSmall: number) =>
  ({ '--columns': columns, '--columns-small': columnsSmall }) as CSSProperties;

interface FrameProps {
  field: string;
  legend: string;
  asTitle: boolean;
  hint?: string;
  error?: string;
  children: ReactNode;
}

function Frame({ field, legend, asTitle, hint, error, children }: FrameProps) {
  const describedBy = [hint && hintId(field), error && errorId(field)].filter(Boolean).join(' ');
  return (
    <fieldset id={fieldId(field)} aria-describedby={describedBy || undefined}>
      <legend>{asTitle ? <h2>{legend}</h2> : <span className={styles.legend}>{legend}</span>}</legend>
      {hint && (
        <p id={hintId(field)} className={styles.hint}>
          {hint}
        </p>
      )}
      <FieldMessage id={errorId(field)} message={error} />
      {children}
    </fieldset>
  );
}

/** One choice among a few: cards with a radio. */
export function ChoiceField<T extends string>(
  props: ChoiceFieldProps<T> & { value: T | null; onChange: (value: T) => void },
) {
  const { field, legend, asTitle = false, hint, choices, columns = 2, columnsSmall = 1, error } = props;
  return (
    <Frame field={field} legend={legend} asTitle={asTitle} hint={hint} error={error}>
      <div className={styles.choices} style={gridStyle(columns, columnsSmall)}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={fieldId(field)}
              value={choice.value}
              checked={props.value === choice.value}
              onChange={() => props.onChange(choice.value)}
            />
            {choice.icon}
            <span>
              {choice.label}
              {choice.note && <small>{choice.note}</small>}
            </span>
          </label>
        ))}
      </div>
    </Frame>
  );
}

/** Several choices: cards with a box. */
export function ManyChoiceField<T extends string>(
  props: ChoiceFieldProps<T> & { values: readonly T[]; onToggle: (value: T, checked: boolean) => void },
) {
  const { field, legend, asTitle = false, hint, choices, columns = 2, columnsSmall = 1, error } = props;
  return (
    <Frame field={field} legend={legend} asTitle={asTitle} hint={hint} error={error}>
      <div className={styles.choices} style={gridStyle(columns, columnsSmall)}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="checkbox"
              value={choice.value}
              checked={props.values.includes(choice.value)}
              onChange={(event) => props.onToggle(choice.value, event.currentTarget.checked)}
            />
            {choice.icon}
            <span>
              {choice.label}
              {choice.note && <small>{choice.note}</small>}
            </span>
          </label>
        ))}
      </div>
    </Frame>
  );
}

/** One box alone, with its own sentence. */
export function CheckField(props: {
  field: string;
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  error?: string;
}) {
  return (
    <div>
      <label className={styles.choice}>
        <input
          id={fieldId(props.field)}
          type="checkbox"
          checked={props.checked}
          aria-describedby={props.error ? errorId(props.field) : undefined}
          aria-invalid={props.error ? true : undefined}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span>{props.label}</span>
      </label>
      <FieldMessage id={errorId(props.field)} message={props.error} />
    </div>
  );
}

import type { FindingState } from '#contracts/enums';
import { FieldMessage } from './error-summary.tsx';
import { errorId, fieldId } from './field-id.ts';
import styles from './tri-state-field.module.css';

const CHOICES: { value: FindingState; label: string }[] = [
  { value: 'present', label: 'Oui' },
  { value: 'denied', label: 'Non' },
  { value: 'unknown', label: 'Ne sais pas' },
];

interface TriStateFieldProps {
  /** Path of the answer, `redFlags.syncope_recent`. */
  field: string;
  label: string;
  hint?: string;
  value: FindingState | null | undefined;
  onChange: (value: FindingState) => void;
  /** A « Oui » here is a vital emergency. */
  vital?: boolean;
  error?: string;
  /** Drawn without the line above. */
  first?: boolean;
}

/** Oui, Non, Ne sais pas: never an empty box for a « no ». */
export function TriStateField({ field, label, hint, value, onChange, vital, error, first }: TriStateFieldProps) {
  const id = fieldId(field);
  const describedBy = error ? errorId(field) : undefined;
  return (
    <div
      className={styles.row}
      id={id}
      role="radiogroup"
      aria-labelledby={`${id}-titre`}
      aria-describedby={describedBy}
      aria-invalid={error ? true : undefined}
      data-vital={vital ? '' : undefined}
      data-error={error ? '' : undefined}
      data-first={first ? '' : undefined}
    >
      <div>
        <p className={styles.label} id={`${id}-titre`}>
          {label}
          {hint && <span className={styles.hint}>{hint}</span>}
        </p>
        <FieldMessage id={errorId(field)} message={error} />
      </div>
      <div className={styles.segments}>
        {CHOICES.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

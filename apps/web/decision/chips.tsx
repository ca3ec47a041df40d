import type { ReactNode } from 'react';
import { FieldMessage } from '../ui/error-summary.tsx';
import { errorId, fieldId } from '../ui/field-id.ts';
import styles from './care.module.css';

interface Option<T extends string> {
  value: T;
  label: ReactNode;
}

interface FrameProps {
  field: string;
  legend: string;
  error?: string;
}

function Frame({ field, legend, error, children }: FrameProps & { children: ReactNode }) {
  return (
    <fieldset id={fieldId(field)} aria-describedby={error ? errorId(field) : undefined}>
      <legend className={styles.label}>{legend}</legend>
      <FieldMessage id={errorId(field)} message={error} />
      <div className={styles.chips}>{children}</div>
    </fieldset>
  );
}

/** One among a few, each a button to press with a thumb. */
export function OneChip<T extends string>({
  options,
  value,
  onChange,
  ...frame
}: FrameProps & { options: readonly Option<T>[]; value: T | null; onChange: (value: T) => void }) {
  return (
    <Frame {...frame}>
      {options.map((option) => (
        <label key={option.value} className={styles.chip}>
          <input
            type="radio"
            name={fieldId(frame.field)}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </Frame>
  );
}

/** Several of a few. */
export function ManyChips<T extends string>({
  options,
  values,
  onChange,
  ...frame
}: FrameProps & { options: readonly Option<T>[]; values: readonly T[]; onChange: (values: T[]) => void }) {
  const toggle = (value: T, isOn: boolean) =>
    onChange(isOn ? [...values, value] : values.filter((other) => other !== value));
  return (
    <Frame {...frame}>
      {options.map((option) => (
        <label key={option.value} className={styles.chip}>
          <input
            type="checkbox"
            value={option.value}
            checked={values.includes(option.value)}
            onChange={(event) => toggle(option.value, event.currentTarget.checked)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </Frame>
  );
}

interface QuickWordsProps {
  label: string;
  words: readonly string[];
  onChoose: (words: string) => void;
}

/** Words to put in a field at one press. */
export function QuickWords({ label, words, onChoose }: QuickWordsProps) {
  return (
    <div className={styles.quick} role="group" aria-label={label}>
      {words.map((each) => (
        <button key={each} type="button" onClick={() => onChoose(each)}>
          {each}
        </button>
      ))}
    </div>
  );
}

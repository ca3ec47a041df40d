import { IconCheck } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { FieldMessage } from './error-summary.tsx';
import { errorId, fieldId } from './field-id.ts';
import styles from './measure-field.module.css';

interface MeasureFieldProps {
  /** Path of the answer, `measures.hr`. */
  field: string;
  label: string;
  value: string;
  unit: string;
  units: readonly { id: string; label: string }[];
  placeholder?: string;
  width?: number;
  /** What was understood, when it is not what was typed: « 12/8 lu comme 120/80 mmHg ». */
  readAs?: string | null;
  readConfirmed?: boolean;
  onConfirmRead?: () => void;
  error?: string;
  /** A value or « Non mesuré » is needed. */
  canBeUnmeasured?: boolean;
  unmeasured?: boolean;
  onUnmeasured?: (unmeasured: boolean) => void;
  onChange: (value: string, unit: string) => void;
  onBlur?: () => void;
}

/** A measure with its unit beside it; « Non mesuré » is an answer; a converted value is shown for confirmation. */
export function MeasureField(props: MeasureFieldProps) {
  const { field, label, value, unit, units, readAs, error } = props;
  const id = fieldId(field);
  const unitLabel = units.find((each) => each.id === unit)?.label ?? units[0]?.label ?? '';
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.line}>
        <input
          id={id}
          className={styles.input}
          style={{ '--width': `${props.width ?? 84}px` } as CSSProperties}
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          value={value}
          placeholder={props.placeholder}
          aria-invalid={error ? true : undefined}
          aria-describedby={[error && errorId(field), `${id}-unite`].filter(Boolean).join(' ')}
          onChange={(event) => props.onChange(event.currentTarget.value, unit)}
          onBlur={props.onBlur}
        />
        {units.length > 1 ? (
          <select
            id={`${id}-unite`}
            className={styles.select}
            aria-label={`Unité de ${label}`}
            value={unit}
            onChange={(event) => props.onChange(value, event.currentTarget.value)}
          >
            {units.map((each) => (
              <option key={each.id} value={each.id}>
                {each.label}
              </option>
            ))}
          </select>
        ) : (
          <span className={styles.unit} id={`${id}-unite`}>
            {unitLabel}
          </span>
        )}
      </div>
      {readAs && (
        <p className={`${styles.read} ${props.readConfirmed ? styles.ok : ''}`} role="status">
          {props.readConfirmed && <IconCheck size={16} stroke={2.2} aria-hidden="true" />}
          <span>{readAs}</span>
          {!props.readConfirmed && props.onConfirmRead && (
            <button type="button" className={styles.small} onClick={props.onConfirmRead}>
              C’est juste
            </button>
          )}
        </p>
      )}
      {props.canBeUnmeasured && value === '' && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={props.unmeasured ?? false}
            onChange={(event) => props.onUnmeasured?.(event.currentTarget.checked)}
          />
          Non mesuré
          <span className="sr-only"> : {label}</span>
        </label>
      )}
      <FieldMessage id={errorId(field)} message={error} />
    </div>
  );
}

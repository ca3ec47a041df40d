import { TextInput } from '@mantine/core';
import { fieldId } from '../ui/field-id.ts';
import styles from './care.module.css';
import { QuickWords } from './chips.tsx';
import { addDays } from './instants.ts';

const DELAYS: Readonly<Record<string, number>> = {
  'Sous 48\u00a0h': 2,
  'Sous 7\u00a0jours': 7,
  'Sous 14\u00a0jours': 14,
  'Sous 4\u00a0semaines': 28,
};

interface DayFieldProps {
  field: string;
  label: string;
  value: string;
  /** « 2026-11-23 », the first day that makes sense. */
  from?: string;
  /** Today, for the usual delays; none when absent. */
  today?: string;
  error?: string;
  onChange: (day: string) => void;
}

/** A day, from the calendar of the device; the usual delays at one press. */
export function DayField({ field, label, value, from, today, error, onChange }: DayFieldProps) {
  return (
    <div className={styles.field}>
      <TextInput
        id={fieldId(field)}
        type="date"
        label={label}
        inputWrapperOrder={['label', 'error', 'input']}
        value={value}
        min={from}
        error={error}
        styles={{ input: { maxWidth: 190, fontVariantNumeric: 'tabular-nums' } }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {today && (
        <QuickWords
          label={`Délais, ${label.toLowerCase()}`}
          words={Object.keys(DELAYS)}
          onChoose={(words) => onChange(addDays(today, DELAYS[words] ?? 0))}
        />
      )}
    </div>
  );
}

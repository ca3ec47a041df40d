import { TextInput } from '@mantine/core';
import { fieldId } from '../ui/field-id.ts';
import { DateField } from './date-field.tsx';
import styles from './form.module.css';

const pad = (value: number) => String(value).padStart(2, '0');

/** The local day and hour of a stored moment; a day alone has no hour. */
export function splitMoment(value: string | null): { day: string | null; time: string } {
  if (!value || !/T/.test(value)) return { day: value, time: '' };
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return { day: value, time: '' };
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return { day, time: `${pad(date.getHours())}:${pad(date.getMinutes())}` };
}

/** A day alone, or an instant when the hour is known. */
export function joinMoment(day: string | null, time: string): string | null {
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return day;
  const date = new Date(`${day}T${time}:00`);
  return Number.isNaN(date.getTime()) ? day : date.toISOString();
}

interface MomentFieldProps {
  field: string;
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  error?: string;
}

/** A date, and the hour when one knows it. */
export function MomentField({ field, label, value, onChange, error }: MomentFieldProps) {
  const { day, time } = splitMoment(value);
  return (
    <div className={styles.moment}>
      <DateField
        field={field}
        label={label}
        value={day}
        error={error}
        onChange={(next) => onChange(joinMoment(next, time))}
      />
      <TextInput
        id={`${fieldId(field)}-heure`}
        type="time"
        label="Heure, si connue"
        value={time}
        disabled={!day}
        styles={{ input: { maxWidth: 130 } }}
        onChange={(event) => onChange(joinMoment(day, event.currentTarget.value))}
      />
    </div>
  );
}

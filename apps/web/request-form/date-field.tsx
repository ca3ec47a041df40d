import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { fieldId } from '../ui/field-id.ts';
import { formatCivilDate, parseCivilDate } from '../ui/format.ts';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const shown = (value: string | null) => (value && ISO_DAY.test(value) ? formatCivilDate(value) : (value ?? ''));

interface DateFieldProps {
  field: string;
  label: ReactNode;
  description?: string;
  value: string | null;
  onChange: (value: string | null) => void;
  error?: string;
  width?: number;
  autoComplete?: string;
}

/** A date typed as people write it, « 02/03/1945 »; what is no date is kept as typed and said at the check. */
export function DateField({
  field,
  label,
  description,
  value,
  onChange,
  error,
  width = 170,
  autoComplete,
}: DateFieldProps) {
  const [text, setText] = useState(shown(value));
  const [source, setSource] = useState(value);
  // The value was changed from outside: a patient was chosen, a draft was taken.
  if (value !== source) {
    setSource(value);
    if (value !== parseCivilDate(text)) setText(shown(value));
  }
  return (
    <TextInput
      id={fieldId(field)}
      label={label}
      description={description}
      inputWrapperOrder={['label', 'error', 'input', 'description']}
      placeholder="JJ/MM/AAAA"
      inputMode="numeric"
      autoComplete={autoComplete ?? 'off'}
      maxLength={10}
      value={text}
      error={error}
      styles={{ input: { maxWidth: width, fontVariantNumeric: 'tabular-nums' } }}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        const next = typed.trim() === '' ? null : (parseCivilDate(typed) ?? typed);
        setSource(next);
        onChange(next);
      }}
      onBlur={() => setText(shown(value))}
    />
  );
}

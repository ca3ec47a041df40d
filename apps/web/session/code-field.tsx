import { TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { fieldId } from '../ui/field-id.ts';
import styles from './factor.module.css';
import { digitsOf } from './factor-words.ts';

interface CodeFieldProps {
  ref?: Ref<HTMLInputElement>;
  value: string;
  label?: string;
  description?: string;
  error?: string | null;
  onChange: (digits: string) => void;
  /** Called once the sixth digit is there. */
  onWhole: (digits: string) => void;
}

/** The code of the application: filled by the phone, pasted with its spaces, or typed; it leaves at the sixth digit. */
export function CodeField({ ref, value, label, description, error, onChange, onWhole }: CodeFieldProps) {
  return (
    <TextInput
      ref={ref}
      id={fieldId('code')}
      label={label ?? 'Code à 6\u00a0chiffres'}
      description={description}
      classNames={{ input: styles.code }}
      inputMode="numeric"
      autoComplete="one-time-code"
      value={value}
      error={error}
      onChange={(event) => {
        const digits = digitsOf(event.currentTarget.value);
        onChange(digits);
        if (digits.length === 6 && digits !== value) onWhole(digits);
      }}
    />
  );
}

import { Textarea, TextInput } from '@mantine/core';
import { submitOnCtrlEnter } from '../desk/ctrl-enter.ts';
import { fieldId } from '../ui/field-id.ts';
import type { CareDraft } from './draft.ts';
import type { CareFormProps } from './form-props.ts';

/** Fields of the draft that are a text. */
type TextName = {
  [Name in keyof CareDraft]: string extends CareDraft[Name] ? (CareDraft[Name] extends string ? Name : never) : never;
}[keyof CareDraft];

interface TextFieldProps extends CareFormProps {
  name: TextName;
  label: string;
  note?: string;
  rows?: number;
  max: number;
}

const ORDER: ('label' | 'error' | 'description' | 'input')[] = ['label', 'error', 'description', 'input'];
const errorOf = (name: string, errors: Partial<Record<string, string>>) => errors[name];

/** A text of several lines; Ctrl + Entrée sends the form. */
export function LongText({ name, label, note, rows = 3, max, draft, change, submit, errors }: TextFieldProps) {
  return (
    <Textarea
      id={fieldId(`acte-${name}`)}
      label={label}
      description={note}
      inputWrapperOrder={ORDER}
      autosize
      minRows={rows}
      maxRows={22}
      maxLength={max}
      value={draft[name]}
      error={errorOf(name, errors)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      onKeyDown={submitOnCtrlEnter(submit)}
    />
  );
}

export function ShortText({ name, label, note, max, draft, change, errors }: TextFieldProps) {
  return (
    <TextInput
      id={fieldId(`acte-${name}`)}
      label={label}
      description={note}
      inputWrapperOrder={ORDER}
      autoComplete="off"
      maxLength={max}
      value={draft[name]}
      error={errorOf(name, errors)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
}

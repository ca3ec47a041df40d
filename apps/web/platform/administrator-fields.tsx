import { NativeSelect, TextInput } from '@mantine/core';
import people from '../people/people.module.css';
import type { SummaryError } from '../ui/error-summary.tsx';
import { fieldId } from '../ui/field-id.ts';
import type { FirstAdministrator } from './platform-api.ts';

export const NO_ADMINISTRATOR: FirstAdministrator = { civility: '', familyName: '', givenName: '', email: '' };

export function administratorErrors({ familyName, email }: FirstAdministrator, under = ''): SummaryError[] {
  const errors: SummaryError[] = [];
  if (!familyName.trim()) errors.push({ field: `${under}familyName`, message: 'Écrivez le nom.' });
  if (!/^\S+@\S+\.\S+$/.test(email.trim()))
    errors.push({ field: `${under}email`, message: 'Écrivez son adresse, par exemple prenom.nom@exemple.fr.' });
  return errors;
}

interface AdministratorFieldsProps {
  value: FirstAdministrator;
  /** « administrator. » inside a bigger form. */
  under?: string;
  messageFor: (field: string) => string | undefined;
  onChange: (value: FirstAdministrator) => void;
}

/** Who will invite the others. */
export function AdministratorFields({ value, under = '', messageFor, onChange }: AdministratorFieldsProps) {
  const field = (name: keyof FirstAdministrator) => ({
    id: fieldId(under + name),
    value: value[name],
    error: messageFor(under + name) ?? messageFor(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...value, [name]: event.currentTarget.value }),
  });
  return (
    <>
      <div className={people.fields} data-first-small="">
        <NativeSelect label="Civilité" data={['', 'Dr', 'Pr', 'Mme', 'M.']} {...field('civility')} />
        <TextInput label="Nom" autoComplete="off" maxLength={80} {...field('familyName')} />
        <TextInput label="Prénom" autoComplete="off" maxLength={80} {...field('givenName')} />
      </div>
      <TextInput
        label="Adresse électronique professionnelle"
        type="email"
        autoComplete="off"
        maxLength={200}
        {...field('email')}
      />
    </>
  );
}

import { NativeSelect, TextInput } from '@mantine/core';
import type { SummaryError } from '../ui/error-summary.tsx';
import { fieldId } from '../ui/field-id.ts';
import styles from './people.module.css';
import type { InviteOrder } from './views.ts';

/** Who is invited, and where the link is sent. */
export type Identity = Pick<InviteOrder, 'civility' | 'familyName' | 'givenName' | 'email'>;
export const NOBODY: Identity = { civility: '', familyName: '', givenName: '', email: '' };
const CIVILITIES = ['', 'Dr', 'Pr', 'Mme', 'M.'] as const satisfies readonly Identity['civility'][];

export function identityErrors({ familyName, email }: Identity, under = ''): SummaryError[] {
  const errors: SummaryError[] = [];
  if (!familyName.trim()) errors.push({ field: `${under}familyName`, message: 'Écrivez le nom.' });
  if (!/^\S+@\S+\.\S+$/.test(email.trim()))
    errors.push({ field: `${under}email`, message: 'Écrivez son adresse, par exemple prenom.nom@exemple.fr.' });
  return errors;
}

interface IdentityFieldsProps {
  value: Identity;
  /** « administrator. » inside a bigger form. */
  under?: string;
  messageFor: (field: string) => string | undefined;
  onChange: (part: Partial<Identity>) => void;
}

/** The name of a person who is not here yet, and the address he reads. */
export function IdentityFields({ value, under = '', messageFor, onChange }: IdentityFieldsProps) {
  const field = (name: keyof Identity) => ({
    id: fieldId(under + name),
    value: value[name],
    error: messageFor(under + name) ?? messageFor(name),
  });
  return (
    <>
      <div className={styles.fields} data-first-small="">
        <NativeSelect
          label="Civilité"
          data={CIVILITIES.map((one) => ({ value: one, label: one || 'Aucune' }))}
          {...field('civility')}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onChange({ civility: CIVILITIES.find((one) => one === chosen) ?? '' });
          }}
        />
        <TextInput
          label="Nom"
          autoComplete="off"
          maxLength={80}
          {...field('familyName')}
          onChange={(event) => onChange({ familyName: event.currentTarget.value })}
        />
        <TextInput
          label="Prénom"
          autoComplete="off"
          maxLength={80}
          {...field('givenName')}
          onChange={(event) => onChange({ givenName: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label="Adresse électronique professionnelle"
        type="email"
        autoComplete="off"
        maxLength={200}
        {...field('email')}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
    </>
  );
}

import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { messageOf } from '../api/errors.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { formatCivilDate, parseCivilDate } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import styles from './dpo.module.css';
import { oversightApi } from './oversight-api.ts';
import type { PatientAsked, TrailPatient } from './views.ts';

/** One person exactly: a reference, or birth date and both names. */
export function PatientFilter({ onFound }: { onFound: (patient: TrailPatient) => void }) {
  const { slug } = useEss();
  const [typed, setTyped] = useState({ reference: '', birthDate: '', birthName: '', givenName: '' });
  const [fault, setFault] = useState<string | null>(null);
  const find = useMutation({
    mutationFn: (asked: PatientAsked) => oversightApi(slug).findPatient(asked),
    onSuccess: (found) => {
      const [one, ...others] = found;
      if (one && others.length === 0) onFound(one);
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { reference, birthDate, birthName, givenName } = typed;
    const born = birthDate ? parseCivilDate(birthDate) : null;
    const whole = born !== null && birthName.trim() !== '' && givenName.trim() !== '';
    const asked = reference.trim() ? { reference } : whole ? { birthDate: born, birthName, givenName } : null;
    setFault(asked ? null : 'Indiquez une référence, ou la date de naissance, le nom et le premier prénom.');
    if (asked) find.mutate(asked);
  };
  const field = (name: keyof typeof typed) => ({
    autoComplete: 'off',
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <form className={styles.patient} onSubmit={submit} noValidate aria-label="Chercher un patient dans le journal">
      <div className={styles.fields}>
        <TextInput label="Référence d’une demande" placeholder="7K3M 9QXD" maxLength={20} {...field('reference')} />
        <TextInput label="Ou naissance, jj/mm/aaaa" inputMode="numeric" maxLength={10} {...field('birthDate')} />
        <TextInput label="Nom de naissance" maxLength={100} {...field('birthName')} />
        <TextInput label="Premier prénom" maxLength={100} {...field('givenName')} />
      </div>
      {(fault ?? find.error) && (
        <Notice tone="watch" role="alert">
          {fault ?? messageOf(find.error)}
        </Notice>
      )}
      {find.data?.length === 0 && (
        <Notice tone="neutral" role="status">
          Aucun patient exactement à ce nom. Vérifiez l’orthographe et la date.
        </Notice>
      )}
      {find.data && find.data.length > 1 && (
        <ul className={styles.hits} aria-label="Patients trouvés">
          {find.data.map((patient) => (
            <li key={patient.id}>
              <Button variant="default" onClick={() => onFound(patient)}>
                {patient.name}, {formatCivilDate(patient.birthDate)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button type="submit" loading={find.isPending}>
        Chercher exactement
      </Button>
    </form>
  );
}

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { SPECIALTIES } from '#contracts/enums';
import { IdentityFields, identityErrors, NOBODY } from '../people/identity-fields.tsx';
import people from '../people/people.module.css';
import { useFormErrors } from '../people/use-form-errors.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { fieldId } from '../ui/field-id.ts';
import { Sheet } from '../ui/sheet.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { platformApi, platformKeys } from './platform-api.ts';
import { SPECIALTY_LABELS } from './specialties.ts';

const NOTHING = { name: '', slug: '', specialty: '', region: '', phone: '' };

/** « Cardiologie de l’estuaire » as « cardiologie-de-l-estuaire » */
const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

/** A new team: its name, its address, and who will invite the others. */
export function OpenEssForm({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const toast = useUndoToast();
  const [ess, setEss] = useState(NOTHING);
  const [who, setWho] = useState(NOBODY);
  const [busy, setBusy] = useState(false);
  const form = useFormErrors();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const specialty = SPECIALTIES.find((one) => one === ess.specialty);
    const errors = [];
    if (ess.name.trim().length < 3) errors.push({ field: 'name', message: 'Écrivez le nom de l’équipe.' });
    if (!/^[a-z0-9-]{3,40}$/.test(ess.slug))
      errors.push({ field: 'slug', message: 'Écrivez 3 à 40 minuscules sans accent, chiffres ou tirets.' });
    if (!specialty) errors.push({ field: 'specialty', message: 'Choisissez la spécialité.' });
    if (!/^0\d{9}$/.test(ess.phone.replace(/[\s.]/g, '')))
      errors.push({ field: 'phone', message: 'Écrivez un numéro à dix chiffres.' });
    errors.push(...identityErrors(who, 'administrator.'));
    if (errors.length > 0 || !specialty) {
      form.show(errors);
      return;
    }
    setBusy(true);
    try {
      await platformApi.open({ ...ess, specialty, administrator: { ...who, email: who.email.trim() } });
      void client.invalidateQueries({ queryKey: platformKeys.list });
      toast({ message: `${ess.name.trim()} est ouverte. Invitation envoyée à ${who.email.trim()}.` });
      onDone();
    } catch (thrown) {
      form.showThrown(thrown);
      setBusy(false);
    }
  };
  const field = (name: keyof typeof NOTHING) => ({
    id: fieldId(name),
    value: ess[name],
    error: form.messageFor(name),
    onChange: (event: { currentTarget: { value: string } }) => setEss({ ...ess, [name]: event.currentTarget.value }),
  });
  return (
    <Sheet as="div" className={people.narrow}>
      <form className={people.form} noValidate aria-label="Ouvrir une équipe" onSubmit={(event) => void submit(event)}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} before="d’ouvrir" />
        <TextInput
          label="Nom de l’équipe"
          autoComplete="off"
          maxLength={80}
          {...field('name')}
          onBlur={() => !ess.slug && setEss({ ...ess, slug: slugOf(ess.name) })}
        />
        <div className={people.fields}>
          <TextInput
            label="Adresse de sa page"
            description="Minuscules, chiffres et tirets. Elle ne change plus."
            autoComplete="off"
            maxLength={40}
            {...field('slug')}
          />
          <NativeSelect
            label="Spécialité"
            data={[
              { value: '', label: 'Choisir' },
              ...SPECIALTIES.map((value) => ({ value, label: SPECIALTY_LABELS[value] })),
            ]}
            {...field('specialty')}
          />
          <TextInput label="Région" autoComplete="off" maxLength={80} {...field('region')} />
          <TextInput label="Téléphone du guichet" type="tel" autoComplete="off" maxLength={20} {...field('phone')} />
        </div>
        <fieldset className={people.inset}>
          <legend>Qui l’administre</legend>
          <IdentityFields
            value={who}
            under="administrator."
            messageFor={form.messageFor}
            onChange={(part) => setWho({ ...who, ...part })}
          />
        </fieldset>
        <div className={people.buttons}>
          <Button type="submit" loading={busy}>
            Ouvrir et inviter
          </Button>
          <Button variant="default" onClick={onDone}>
            Annuler
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

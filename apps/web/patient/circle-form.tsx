import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { RELATIVE_LINKS } from '#contracts/patient';
import { civilDay } from '../decision/instants.ts';
import { CallerSearch } from '../desk/caller-search.tsx';
import type { KnownCaller } from '../desk/caller-search.tsx';
import { useEss } from '../layout/ess-shell.tsx';
import { DateField } from '../request-form/date-field.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { fieldId } from '../ui/field-id.ts';
import { upperFirst } from '../ui/format.ts';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { circleErrors, EMPTY_MEMBER, toMember } from './circle.ts';
import type { TypedMember } from './circle.ts';
import { usePatientAct } from './patient-api.ts';
import styles from './patient.module.css';
import { Refusal } from './refusal.tsx';
import type { PatientPage } from './views.ts';
import { relativeWords } from './words.ts';

/** A relative one may speak to, or a professional who takes care of him; for a period. */
export function CircleForm({ page, onClose }: { page: PatientPage; onClose: () => void }) {
  const { slug, context } = useEss();
  const zone = context.ess.timezone;
  const today = civilDay(new Date(), zone);
  const toast = useUndoToast();
  const maySearch = context.me.permissions.includes('call.take');
  const [typed, setTyped] = useState<TypedMember>({ ...EMPTY_MEMBER, startsOn: today });
  const [attempt, setAttempt] = useState(0);
  const act = usePatientAct(slug, page.id);
  const set = (part: Partial<TypedMember>) => setTyped((before) => ({ ...before, ...part }));
  const errors = attempt > 0 ? circleErrors(typed) : [];
  const errorOf = (field: string) => errors.find((error) => error.field === `cercle-${field}`)?.message;
  const choose = ({ professionalId, label }: KnownCaller) => set({ professionalId, professionalLabel: label });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (circleErrors(typed).length > 0) return;
    const name = typed.kind === 'relative' ? typed.name.trim() : typed.professionalLabel;
    act.mutate(
      { act: 'add', body: toMember(typed) },
      {
        onSuccess: () => {
          toast({ message: `${name} est dans le cercle de soins.`, seconds: 5 });
          onClose();
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label="Ajouter au cercle de soins">
      <ErrorSummary errors={errors} before="d’enregistrer" attempt={attempt} />
      <Refusal error={act.error} zone={zone} />
      {maySearch && (
        <SegmentedControl
          fullWidth
          aria-label="Qui ajouter"
          value={typed.kind}
          onChange={(kind) => set({ kind: kind === 'professional' ? 'professional' : 'relative' })}
          data={[
            { value: 'relative', label: 'Un proche' },
            { value: 'professional', label: 'Un professionnel' },
          ]}
        />
      )}
      {typed.kind === 'relative' && (
        <>
          <TextInput
            id={fieldId('cercle-name')}
            label="Nom et prénom"
            autoComplete="off"
            maxLength={100}
            value={typed.name}
            error={errorOf('name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <NativeSelect
            id={fieldId('cercle-link')}
            label="Lien avec le patient"
            value={typed.link ?? ''}
            error={errorOf('link')}
            data={[
              { value: '', label: 'Choisir le lien' },
              ...RELATIVE_LINKS.map((value) => ({ value, label: upperFirst(relativeWords(value)) })),
            ]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              set({ link: RELATIVE_LINKS.find((link) => link === value) ?? null });
            }}
          />
          <TextInput
            id={fieldId('cercle-phone')}
            label="Téléphone, s’il est connu"
            type="tel"
            autoComplete="off"
            maxLength={20}
            value={typed.phone}
            error={errorOf('phone')}
            onChange={(event) => set({ phone: event.currentTarget.value })}
          />
          <ChoiceField
            field="cercle-mayTalk"
            legend="Le patient accepte-t-il qu’on lui parle de sa santé ?"
            choices={[
              { value: 'yes', label: 'Oui' },
              { value: 'no', label: 'Non' },
            ]}
            columnsSmall={2}
            value={typed.mayTalk === null ? null : typed.mayTalk ? 'yes' : 'no'}
            error={errorOf('mayTalk')}
            onChange={(value) => set({ mayTalk: value === 'yes' })}
          />
        </>
      )}
      {typed.kind === 'professional' &&
        (typed.professionalId ? (
          <p className={styles.chosen}>
            <strong>{typed.professionalLabel}</strong>
            <Button variant="default" onClick={() => set({ professionalId: null, professionalLabel: '' })}>
              Changer
            </Button>
          </p>
        ) : (
          <div id={fieldId('cercle-professional')} className={styles.search}>
            <CallerSearch onChoose={choose} />
            {errorOf('professional') && <p className={styles.fieldError}>{errorOf('professional')}</p>}
          </div>
        ))}
      {typed.kind === 'professional' && (
        <TextInput
          label="Ce qu’il fait pour le patient, s’il faut le dire"
          autoComplete="off"
          maxLength={100}
          value={typed.role}
          onChange={(event) => set({ role: event.currentTarget.value })}
        />
      )}
      <div className={styles.pair}>
        <DateField
          field="cercle-startsOn"
          label="Depuis le"
          value={typed.startsOn}
          error={errorOf('startsOn')}
          onChange={(startsOn) => set({ startsOn })}
        />
        <DateField
          field="cercle-endsOn"
          label="Jusqu’au, si c’est connu"
          value={typed.endsOn}
          error={errorOf('endsOn')}
          onChange={(endsOn) => set({ endsOn })}
        />
      </div>
      <div className={styles.acts}>
        <Button type="submit" loading={act.isPending}>
          Ajouter au cercle
        </Button>
        <Button variant="default" onClick={onClose}>
          Fermer
        </Button>
      </div>
    </form>
  );
}

import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { RELATIVE_LINKS } from '#contracts/patient';
import { civilDay } from '../decision/instants.ts';
import { CallerSearch } from '../desk/caller-search.tsx';
import type { KnownCaller } from '../desk/caller-search.tsx';
import { useEss } from '../layout/ess-shell.tsx';
import { DateField } from '../request-form/date-field.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { fieldId } from '../ui/field-id.ts';
import { upperFirst } from '../ui/format.ts';
import { ActForm } from './act-form.tsx';
import { circleErrors, EMPTY_MEMBER, toMember } from './circle.ts';
import type { TypedMember } from './circle.ts';
import styles from './patient.module.css';
import { useTyped } from './use-typed.ts';
import type { PatientPage } from './views.ts';
import { relativeWords } from './words.ts';

/** A relative one may speak to, or a professional who takes care of him; for a period. */
export function CircleForm({ page, onClose }: { page: PatientPage; onClose: () => void }) {
  const { context } = useEss();
  const maySearch = context.me.permissions.includes('call.take');
  const today = civilDay(new Date(), context.ess.timezone);
  const form = useTyped<TypedMember>('cercle', { ...EMPTY_MEMBER, startsOn: today }, circleErrors);
  const { typed, set, errorOf } = form;
  const choose = ({ professionalId, label }: KnownCaller) => set({ professionalId, professionalLabel: label });
  const name = typed.kind === 'relative' ? typed.name.trim() : typed.professionalLabel;
  return (
    <ActForm
      patientId={page.id}
      name="Ajouter au cercle de soins"
      form={form}
      toOrder={() => ({ order: { act: 'add', body: toMember(typed) }, said: `${name} est dans le cercle de soins.` })}
      sendWords="Ajouter au cercle"
      onClose={onClose}
    >
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
            legend={'Le patient accepte-t-il qu’on lui parle de sa santé\u00a0?'}
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
    </ActForm>
  );
}

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { SEXES } from '#contracts/enums';
import { civilDay } from '../decision/instants.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { CommuneField } from '../request-form/commune-field.tsx';
import { DateField } from '../request-form/date-field.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { fieldId } from '../ui/field-id.ts';
import { Notice } from '../ui/sheet.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { usePatientAct } from './patient-api.ts';
import styles from './patient.module.css';
import { Refusal } from './refusal.tsx';
import { changedFields, toTraits, traitErrors, typedOf, undoneBy } from './traits-form.ts';
import type { TypedTraits } from './traits-form.ts';
import type { PatientPage } from './views.ts';
import { SEX_WORDS } from './words.ts';

/** « Corriger l’identité »: what it undoes is said above the button, before it is pressed. */
export function CorrectForm({ page, onClose }: { page: PatientPage; onClose: () => void }) {
  const { slug, context } = useEss();
  const zone = context.ess.timezone;
  const toast = useUndoToast();
  const [typed, setTyped] = useState<TypedTraits>(() => typedOf(page.identity));
  const [attempt, setAttempt] = useState(0);
  const act = usePatientAct(slug, page.id);
  const set = (part: Partial<TypedTraits>) => setTyped((before) => ({ ...before, ...part }));
  const errors = attempt > 0 ? traitErrors(typed, civilDay(new Date(), zone)) : [];
  const errorOf = (field: string) => errors.find((error) => error.field === `identite-${field}`)?.message;
  const undone = undoneBy(typed, page);
  const isSame = changedFields(typed, page.identity).length === 0;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (isSame || traitErrors(typed, civilDay(new Date(), zone)).length > 0) return;
    act.mutate(
      { act: 'correct', body: { version: page.version, ...toTraits(typed, page.identity) } },
      {
        onSuccess: () => {
          toast({ message: 'Identité corrigée. L’ancienne reste dans l’historique.', seconds: 6 });
          onClose();
        },
      },
    );
  };
  const text = (field: 'birthName' | 'givenNames' | 'usedName' | 'phone', label: string) => (
    <TextInput
      id={fieldId(`identite-${field}`)}
      label={label}
      autoComplete="off"
      maxLength={100}
      value={typed[field]}
      error={errorOf(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label="Corriger l’identité">
      <ErrorSummary errors={errors} before="d’enregistrer" attempt={attempt} />
      <Refusal error={act.error} zone={zone} />
      <div className={styles.pair}>
        {text('birthName', 'Nom de naissance')}
        {text('givenNames', 'Prénoms, le premier d’abord')}
      </div>
      <div className={styles.pair}>
        {text('usedName', 'Nom utilisé, s’il est autre')}
        <DateField
          field="identite-birthDate"
          label="Date de naissance"
          value={typed.birthDate}
          error={errorOf('birthDate')}
          onChange={(birthDate) => set({ birthDate })}
        />
      </div>
      <ChoiceField
        field="identite-sex"
        legend="Sexe"
        choices={SEXES.map((value) => ({ value, label: SEX_WORDS[value] }))}
        columns={3}
        value={typed.sex}
        onChange={(sex) => set({ sex })}
      />
      {text('phone', 'Téléphone du patient')}
      <CommuneField
        field="identite-birthPlace"
        label="Commune de naissance"
        name={typed.birthPlaceName}
        inseeCode={typed.birthPlaceInsee}
        error={errorOf('birthPlace')}
        onChange={(birthPlaceName, birthPlaceInsee) => set({ birthPlaceName, birthPlaceInsee })}
      />
      <div role="status">
        {undone.length > 0 && (
          <Notice tone="watch">
            <strong>
              {page.insiAt
                ? 'Cette correction défait ce qui tenait à l’ancienne identité.'
                : 'À vérifier avant d’enregistrer.'}
            </strong>
            <ul className={styles.undone}>
              {undone.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
        )}
        {isSame && attempt > 0 && <p className="muted">Rien n’a changé.</p>}
      </div>
      <div className={styles.acts}>
        <Button type="submit" loading={act.isPending}>
          Enregistrer la correction
        </Button>
        <Button variant="default" onClick={onClose}>
          Laisser comme avant
        </Button>
      </div>
    </form>
  );
}

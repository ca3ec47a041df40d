import { TextInput } from '@mantine/core';
import { SEXES } from '#contracts/enums';
import { civilDay } from '../decision/instants.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { CommuneField } from '../request-form/commune-field.tsx';
import { DateField } from '../request-form/date-field.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { fieldId } from '../ui/field-id.ts';
import { Notice } from '../ui/sheet.tsx';
import { ActForm } from './act-form.tsx';
import styles from './patient.module.css';
import { changedFields, toTraits, traitErrors, typedOf, undoneBy } from './traits-form.ts';
import { useTyped } from './use-typed.ts';
import type { PatientPage } from './views.ts';
import { SEX_WORDS } from './words.ts';

/** « Corriger l’identité »: what it undoes is said above the button, before it is pressed. */
export function CorrectForm({ page, onClose }: { page: PatientPage; onClose: () => void }) {
  const zone = useEss().context.ess.timezone;
  const today = civilDay(new Date(), zone);
  const form = useTyped(
    'identite',
    () => typedOf(page.identity),
    (typed) => traitErrors(typed, today),
  );
  const { typed, set, errorOf } = form;
  const undone = undoneBy(typed, page);
  const isSame = changedFields(typed, page.identity).length === 0;
  const toOrder = () =>
    isSame
      ? null
      : ({
          order: { act: 'correct', body: { version: page.version, ...toTraits(typed, page.identity) } },
          said: 'Identité corrigée. L’ancienne reste dans l’historique.',
        } as const);
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
    <ActForm
      patientId={page.id}
      name="Corriger l’identité"
      form={form}
      toOrder={toOrder}
      sendWords="Enregistrer la correction"
      closeWords="Laisser comme avant"
      onClose={onClose}
    >
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
        {isSame && form.attempt > 0 && <p className="muted">Rien n’a changé.</p>}
      </div>
    </ActForm>
  );
}

import { NativeSelect, TextInput } from '@mantine/core';
import { INS_OIDS } from '#contracts/identifiers';
import { ageAt } from '#forms';
import type { PatientAnswers } from '#forms';
import { ChoiceField } from '../ui/choice-field.tsx';
import { fieldId } from '../ui/field-id.ts';
import { Sheet } from '../ui/sheet.tsx';
import { DateField } from './date-field.tsx';
import { EmergencyHere } from './emergency-here.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';
import { isDay } from './is-day.ts';
import { PatientSearch } from './patient-search.tsx';
import { PlaceFields } from './place-fields.tsx';
import { TreatingDoctorFields } from './treating-doctor-fields.tsx';

const SEX_CHOICES = [
  { value: 'F', label: 'Féminin' },
  { value: 'M', label: 'Masculin' },
  { value: 'unknown', label: 'Inconnu' },
] as const;

/** Step 2: who, where, and who follows the patient. */
export function StepPatient() {
  const { answers, set, errorOf, ess, draft } = useForm();
  const { patient } = answers;
  const setPatient = (part: Partial<PatientAnswers>) => set({ patient: { ...patient, ...part } });
  const text = (
    name: 'birthName' | 'usedName' | 'givenNames' | 'phone' | 'contactName' | 'contactPhone' | 'language',
  ) => ({
    id: fieldId(`patient.${name}`),
    value: patient[name],
    error: errorOf(`patient.${name}`),
    autoComplete: 'off',
    onChange: (event: { currentTarget: HTMLInputElement }) => setPatient({ [name]: event.currentTarget.value }),
  });
  const age = isDay(patient.birthDate) ? ageAt(patient.birthDate, new Date().toISOString().slice(0, 10)) : null;
  const units = { years: 'ans', months: 'mois', days: 'jours' } as const;
  const organisations = ess.context.me.organisations;

  return (
    <>
      <EmergencyHere quiet />
      <Sheet labelledBy="identite-titre">
        <h2 id="identite-titre">Identité</h2>
        <div className={styles.fields} style={{ marginTop: 12 }}>
          <DateField
            field="patient.birthDate"
            label="Date de naissance"
            description={age && age.value >= 0 ? `${age.value}\u00a0${units[age.unit]}` : undefined}
            value={patient.birthDate}
            error={errorOf('patient.birthDate')}
            onChange={(birthDate) => setPatient({ birthDate })}
          />
          <div className={styles.pair}>
            <TextInput label="Nom de naissance" maxLength={100} {...text('birthName')} />
            <TextInput label="Prénoms, le premier d’abord" maxLength={100} {...text('givenNames')} />
          </div>
          <PatientSearch />
          <ChoiceField
            field="patient.sex"
            legend="Sexe"
            columns={3}
            columnsSmall={1}
            choices={SEX_CHOICES}
            value={patient.sex}
            error={errorOf('patient.sex')}
            onChange={(sex) => setPatient({ sex })}
          />
          <div className={styles.pair}>
            <TextInput label="Nom utilisé, s’il diffère" maxLength={100} {...text('usedName')} />
            <TextInput label="Téléphone du patient" inputMode="tel" maxLength={20} {...text('phone')} />
          </div>
          <div className={styles.pair}>
            <TextInput label="Proche à appeler" maxLength={100} {...text('contactName')} />
            <TextInput label="Téléphone du proche" inputMode="tel" maxLength={20} {...text('contactPhone')} />
          </div>
        </div>
        <details
          className={styles.more}
          open={Boolean(errorOf('patient.insMatricule') ?? errorOf('patient.insOid') ?? errorOf('patient.language'))}
        >
          <summary>INS, langue (facultatif)</summary>
          <div className={styles.pair}>
            <TextInput
              id={fieldId('patient.insMatricule')}
              label="Matricule INS"
              description="15 caractères, clé comprise"
              inputMode="numeric"
              autoComplete="off"
              maxLength={21}
              value={patient.insMatricule}
              error={errorOf('patient.insMatricule') ?? errorOf('patient.insOid')}
              onChange={(event) => {
                const insMatricule = event.currentTarget.value.replace(/\s/g, '').toUpperCase().slice(0, 15);
                const authority = ess.session.demonstration ? INS_OIDS.demonstration : INS_OIDS.nir;
                setPatient({ insMatricule, insOid: insMatricule ? patient.insOid || authority : '' });
              }}
            />
            <TextInput label="Langue, si ce n’est le français" maxLength={50} {...text('language')} />
          </div>
        </details>
      </Sheet>
      <PlaceFields />
      <TreatingDoctorFields />
      <Sheet labelledBy="rappel-titre">
        <h2 id="rappel-titre">{draft.mode === 'call' ? 'Rappeler l’appelant' : 'Vous rappeler'}</h2>
        <div className={styles.fields} style={{ marginTop: 12 }}>
          {draft.mode === 'form' && organisations.length > 1 && (
            <NativeSelect
              id={fieldId('organisationId')}
              label="Vous demandez au nom de"
              data={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              value={answers.organisationId ?? ''}
              error={errorOf('organisationId')}
              onChange={(event) => set({ organisationId: event.currentTarget.value })}
            />
          )}
          <TextInput
            id={fieldId('callbackPhone')}
            label="Ligne directe"
            description="Nous rappelons à ce numéro si une question se pose."
            inputMode="tel"
            autoComplete={draft.mode === 'form' ? 'tel' : 'off'}
            maxLength={20}
            value={answers.callbackPhone}
            error={errorOf('callbackPhone')}
            styles={{ input: { maxWidth: 240 } }}
            onChange={(event) => set({ callbackPhone: event.currentTarget.value })}
          />
        </div>
      </Sheet>
    </>
  );
}

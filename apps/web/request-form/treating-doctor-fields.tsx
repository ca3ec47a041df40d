import { TextInput } from '@mantine/core';
import type { RequesterRole, TreatingDoctorKind } from '#contracts/enums';
import type { TreatingDoctorAnswers } from '#forms';
import { ChoiceField } from '../ui/choice-field.tsx';
import { fieldId } from '../ui/field-id.ts';
import { Sheet } from '../ui/sheet.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';

/** Roles that may be the treating doctor of the patient. */
const DOCTORS: readonly RequesterRole[] = [
  'medecin_traitant',
  'generaliste',
  'specialiste',
  'geriatre',
  'medecin_coordonnateur_ehpad',
];

export function TreatingDoctorFields() {
  const { answers, set, errorOf, ess, draft } = useForm();
  const { treatingDoctor } = answers;
  const role = ess.context.me.requesterRole;
  const mayBeAuthor = draft.mode === 'call' || (role !== null && DOCTORS.includes(role));
  const setDoctor = (part: Partial<TreatingDoctorAnswers>) => set({ treatingDoctor: { ...treatingDoctor, ...part } });
  const choices: { value: TreatingDoctorKind; label: string }[] = [
    ...(mayBeAuthor
      ? [{ value: 'author' as const, label: draft.mode === 'call' ? 'La personne qui appelle' : 'Moi-même' }]
      : []),
    { value: 'named', label: draft.mode === 'call' ? 'Un autre médecin' : 'Un confrère' },
    { value: 'none', label: 'Aucun' },
    { value: 'unknown', label: 'Ne sais pas' },
  ];
  return (
    <Sheet as="div">
      <ChoiceField
        field="treatingDoctor.kind"
        legend="Médecin traitant"
        asTitle
        columns={2}
        columnsSmall={2}
        choices={choices}
        value={treatingDoctor.kind}
        error={errorOf('treatingDoctor.kind')}
        onChange={(kind) => setDoctor({ kind })}
      />
      {treatingDoctor.kind === 'named' && (
        <div className={styles.pair} style={{ marginTop: 16 }}>
          <TextInput
            id={fieldId('treatingDoctor.name')}
            label="Son nom"
            autoComplete="off"
            maxLength={120}
            value={treatingDoctor.name}
            error={errorOf('treatingDoctor.name')}
            onChange={(event) => setDoctor({ name: event.currentTarget.value, professionalId: null })}
          />
          <TextInput
            id={fieldId('treatingDoctor.rpps')}
            label="Son RPPS (facultatif)"
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            value={treatingDoctor.rpps}
            error={errorOf('treatingDoctor.rpps')}
            onChange={(event) => setDoctor({ rpps: event.currentTarget.value.replace(/\s/g, '') })}
          />
        </div>
      )}
    </Sheet>
  );
}

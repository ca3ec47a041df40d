import { Textarea } from '@mantine/core';
import { IconBuildingHospital, IconCar, IconMessage2Heart, IconVideo } from '@tabler/icons-react';
import { MODALITIES, MODALITY_LABELS, PRIORITY_CLASSES, PRIORITY_WORDS } from '#contracts/enums';
import type { ConsentMode, DeadlineKind } from '#forms';
import { ChoiceField } from '../ui/choice-field.tsx';
import { fieldId } from '../ui/field-id.ts';
import { Sheet } from '../ui/sheet.tsx';
import { DateField } from './date-field.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';

const MODALITY_ICONS = {
  mobile_visit: IconCar,
  consultation: IconBuildingHospital,
  teleexpertise: IconMessage2Heart,
  teleconsultation: IconVideo,
} as const;
const MODALITY_CHOICES = MODALITIES.map((value) => {
  const Icon = MODALITY_ICONS[value];
  return { value, label: MODALITY_LABELS[value], icon: <Icon size={20} stroke={1.9} aria-hidden="true" /> };
});
/** The gravest last: nobody declares an emergency by a hasty click on the first line. */
const DELAY_CHOICES = [...PRIORITY_CLASSES].reverse().map((value) => ({ value, label: PRIORITY_WORDS[value] }));

const CONSENT_CHOICES: { value: ConsentMode; label: string }[] = [
  { value: 'oral', label: 'Oui, oralement' },
  { value: 'written', label: 'Oui, par écrit' },
  { value: 'relative', label: 'Oui, par un proche' },
  { value: 'impossible', label: 'Non, son état ne le permet pas' },
];
const DEADLINE_CHOICES: { value: DeadlineKind | 'none'; label: string }[] = [
  { value: 'none', label: 'Aucune' },
  { value: 'surgery', label: 'Chirurgie' },
  { value: 'treatment', label: 'Début d’un traitement' },
  { value: 'discharge', label: 'Sortie d’hospitalisation' },
  { value: 'other', label: 'Autre' },
];

/** What is asked, how, by when, and that the patient knows. */
export function WishFields() {
  const { answers, set, errorOf } = useForm();
  const deadline = answers.externalDeadline;
  return (
    <Sheet labelledBy="question-titre">
      <h2 id="question-titre">Votre demande</h2>
      <div className={styles.fields} style={{ marginTop: 10 }}>
        <Textarea
          id={fieldId('question')}
          label="Votre question au spécialiste"
          autosize
          minRows={4}
          maxLength={2000}
          value={answers.question}
          error={errorOf('question')}
          onChange={(event) => set({ question: event.currentTarget.value })}
        />
        <ChoiceField
          field="externalDeadline.kind"
          legend="Une date à tenir ?"
          columns={3}
          columnsSmall={1}
          choices={DEADLINE_CHOICES}
          value={deadline?.kind ?? 'none'}
          error={errorOf('externalDeadline.kind')}
          onChange={(kind) => set({ externalDeadline: kind === 'none' ? null : { kind, date: deadline?.date ?? '' } })}
        />
        {deadline && (
          <DateField
            field="externalDeadline.date"
            label="Quel jour ?"
            value={deadline.date || null}
            error={errorOf('externalDeadline.date')}
            onChange={(date) => set({ externalDeadline: { ...deadline, date: date ?? '' } })}
          />
        )}
        <ChoiceField
          field="wishedModality"
          legend="Réponse souhaitée"
          choices={MODALITY_CHOICES}
          value={answers.wishedModality}
          error={errorOf('wishedModality')}
          onChange={(wishedModality) => set({ wishedModality })}
        />
        <ChoiceField
          field="declaredClass"
          legend="Dans quel délai l’espérez-vous ?"
          hint="L’équipe confirme le délai ; il peut être plus court."
          columns={2}
          choices={DELAY_CHOICES}
          value={answers.declaredClass}
          error={errorOf('declaredClass')}
          onChange={(declaredClass) => set({ declaredClass })}
        />
        <ChoiceField
          field="consent.informed"
          legend="Le patient est-il informé et d’accord ?"
          choices={CONSENT_CHOICES}
          value={answers.consent.mode}
          error={errorOf('consent.informed') ?? errorOf('consent.mode')}
          onChange={(mode) => set({ consent: { mode, informed: mode !== 'impossible' } })}
        />
      </div>
    </Sheet>
  );
}

import { Textarea, TextInput } from '@mantine/core';
import { MOBILITIES, MOBILITY_LABELS, PATIENT_PLACE_LABELS, PATIENT_PLACES } from '#contracts/enums';
import type { PlaceAnswers } from '#forms';
import { ChoiceField } from '../ui/choice-field.tsx';
import { fieldId } from '../ui/field-id.ts';
import { Sheet } from '../ui/sheet.tsx';
import { CommuneField } from './commune-field.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';

const PLACE_CHOICES = PATIENT_PLACES.map((value) => ({ value, label: PATIENT_PLACE_LABELS[value] }));
const MOBILITY_CHOICES = MOBILITIES.map((value) => ({ value, label: MOBILITY_LABELS[value] }));

/** Where the patient is now, and how one gets in. */
export function PlaceFields() {
  const { answers, set, errorOf } = useForm();
  const { place } = answers;
  const setPlace = (part: Partial<PlaceAnswers>) => set({ place: { ...place, ...part } });
  const isVisited = place.kind === 'domicile' || place.kind === 'ehpad';
  return (
    <Sheet as="div">
      <ChoiceField
        field="place.kind"
        legend="Où se trouve le patient ?"
        asTitle
        columns={3}
        columnsSmall={2}
        choices={PLACE_CHOICES}
        value={place.kind}
        error={errorOf('place.kind')}
        onChange={(kind) => setPlace({ kind })}
      />
      <div className={styles.fields} style={{ marginTop: 16 }}>
        <CommuneField
          field="place.communeInsee"
          label="Commune"
          name={place.communeName}
          inseeCode={place.communeInsee}
          error={errorOf('place.communeInsee') ?? errorOf('place.communeName')}
          onChange={(communeName, communeInsee) => setPlace({ communeName, communeInsee })}
        />
        <TextInput
          id={fieldId('place.address')}
          label={place.kind === 'ehpad' ? 'Établissement et adresse' : isVisited ? 'Adresse' : 'Adresse (facultatif)'}
          autoComplete="off"
          maxLength={200}
          value={place.address}
          error={errorOf('place.address')}
          onChange={(event) => setPlace({ address: event.currentTarget.value })}
        />
        {isVisited && (
          <Textarea
            id={fieldId('place.accessNotes')}
            label="Pour entrer (facultatif)"
            description="Code de porte, étage, chien, boîte à clés"
            autosize
            minRows={2}
            maxLength={300}
            value={place.accessNotes}
            error={errorOf('place.accessNotes')}
            onChange={(event) => setPlace({ accessNotes: event.currentTarget.value })}
          />
        )}
        <ChoiceField
          field="place.mobility"
          legend="Comment se déplace-t-il ?"
          columns={3}
          columnsSmall={2}
          choices={MOBILITY_CHOICES}
          value={place.mobility}
          error={errorOf('place.mobility')}
          onChange={(mobility) => setPlace({ mobility })}
        />
      </div>
    </Sheet>
  );
}

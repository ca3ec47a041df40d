import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import {
  EXAM_DOER_LABELS,
  EXAM_DOERS,
  EXAM_LABELS,
  EXAMS,
  OUTCOME_LABELS,
  OUTCOMES,
  VISIT_EXAMS,
  WITHOUT_ESS,
  WITHOUT_ESS_LABELS,
} from '#contracts/care';
import { submitOnCtrlEnter } from '../desk/ctrl-enter.ts';
import { fieldId } from '../ui/field-id.ts';
import { NBSP } from '../ui/format.ts';
import { careField } from './care-order.ts';
import styles from './care.module.css';
import { ManyChips, OneChip } from './chips.tsx';
import { DayField } from './day-field.tsx';
import type { CareFormProps } from './form-props.ts';
import { civilDay } from './instants.ts';
import { byOnCall, dueOf, questionOf } from './prefill.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const optionsOf = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: capital(labels[value]) }));
const MINUTES = ['20', '30', '45', '60', '90'].map((value) => ({ value, label: `${value}${NBSP}min` }));

export function QuestionField({ draft, change, place, errors, submit, label }: CareFormProps & { label: string }) {
  return (
    <Textarea
      id={fieldId(careField('question'))}
      label={label}
      inputWrapperOrder={['label', 'error', 'input']}
      autosize
      minRows={2}
      maxRows={12}
      maxLength={2000}
      value={questionOf(draft, place)}
      error={errors.question}
      onChange={(event) => change({ question: event.currentTarget.value })}
      onKeyDown={submitOnCtrlEnter(submit)}
    />
  );
}

export function DueField({ draft, change, place, errors, label }: CareFormProps & { label: string }) {
  const today = civilDay(place.now, place.timeZone);
  return (
    <DayField
      field={careField('due')}
      label={label}
      value={dueOf(draft, place)}
      from={today}
      today={today}
      error={errors.due}
      onChange={(due) => change({ due })}
    />
  );
}

export function ExamsField({ draft, change, errors, onSite }: CareFormProps & { onSite: boolean }) {
  const field = careField('exams');
  return onSite ? (
    <ManyChips
      field={field}
      legend="Examens à faire sur place"
      options={optionsOf(VISIT_EXAMS, EXAM_LABELS)}
      values={draft.visitExams}
      error={errors.exams}
      onChange={(visitExams) => change({ visitExams })}
    />
  ) : (
    <ManyChips
      field={field}
      legend="Quel examen"
      options={optionsOf(EXAMS, EXAM_LABELS)}
      values={draft.exams}
      error={errors.exams}
      onChange={(exams) => change({ exams })}
    />
  );
}

export function DoerField({ draft, change, errors }: CareFormProps) {
  return (
    <OneChip
      field={careField('doer')}
      legend="Qui le fait"
      options={optionsOf(EXAM_DOERS, EXAM_DOER_LABELS)}
      value={draft.doer}
      error={errors.doer}
      onChange={(doer) => change({ doer })}
    />
  );
}

export function MinutesField({ draft, change, legend }: CareFormProps & { legend: string }) {
  return (
    <OneChip
      field="acte-minutes"
      legend={legend}
      options={MINUTES}
      value={String(draft.minutes)}
      onChange={(value) => change({ minutes: Number(value) })}
    />
  );
}

interface ColleagueFieldProps extends CareFormProps {
  name: 'withId' | 'toId';
  label: string;
  /** What « nobody chosen » means here. */
  none: string;
  /** Who is chosen, when the draft does not say. */
  value?: string;
}

/** The specialists of the team, who gives advice today first. */
export function ColleagueField({ draft, change, place, errors, name, label, none, value }: ColleagueFieldProps) {
  const people = byOnCall(place.colleagues).map(({ id, name: who, onCall }) => ({
    value: id,
    label: onCall ? `${who}, d’avis aujourd’hui` : who,
  }));
  return (
    <NativeSelect
      id={fieldId(careField(name))}
      label={label}
      inputWrapperOrder={['label', 'error', 'input']}
      value={value ?? draft[name]}
      error={errors[name]}
      data={[{ value: '', label: none }, ...people]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
}

export function TimeFields({ draft, change, place, errors }: CareFormProps) {
  return (
    <div className={styles.pair}>
      <DayField
        field={careField('day')}
        label="Jour"
        value={draft.day ?? ''}
        from={civilDay(place.now, place.timeZone)}
        error={errors.day}
        onChange={(day) => change({ day })}
      />
      <TextInput
        id={fieldId(careField('time'))}
        type="time"
        label="Heure"
        inputWrapperOrder={['label', 'error', 'input']}
        value={draft.time}
        error={errors.time}
        styles={{ input: { maxWidth: 130, fontVariantNumeric: 'tabular-nums' } }}
        onChange={(event) => change({ time: event.currentTarget.value })}
      />
    </div>
  );
}

/** Two questions at closing, one press each. */
export function OutcomeFields({ draft, change, errors }: CareFormProps) {
  return (
    <>
      <OneChip
        field={careField('happened')}
        legend="Ce qui s’est passé"
        options={optionsOf(OUTCOMES, OUTCOME_LABELS)}
        value={draft.happened}
        error={errors.happened}
        onChange={(happened) => change({ happened })}
      />
      <OneChip
        field="acte-sans-ess"
        legend={`Sans l’ESS, qu’auriez-vous fait${NBSP}?`}
        options={optionsOf(WITHOUT_ESS, WITHOUT_ESS_LABELS)}
        value={draft.withoutEss}
        onChange={(withoutEss) => change({ withoutEss })}
      />
    </>
  );
}

export function ToldToField({ value, label, change, errors }: CareFormProps & { value: string; label: string }) {
  return (
    <TextInput
      id={fieldId(careField('toldTo'))}
      label={label}
      inputWrapperOrder={['label', 'error', 'input']}
      autoComplete="off"
      maxLength={120}
      value={value}
      error={errors.toldTo}
      onChange={(event) => change({ toldTo: event.currentTarget.value })}
    />
  );
}

import { Button } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { KeyCap } from '../ui/tag.tsx';
import { CareFields } from './care-fields.tsx';
import styles from './care.module.css';
import { FORM_WORDS } from './form-words.ts';
import type { FormMove } from './moves.ts';
import type { Care } from './use-care.ts';

interface CareFormProps {
  care: Care;
  form: FormMove;
  busy: boolean;
  /** The one primary action of the moment. */
  first: boolean;
  /** The title is already on the screen: the way chosen just above. */
  untitled?: boolean;
  onLeave?: () => void;
}

/** One act being prepared: what it lacks, its fields, one button that says its effect. */
export function CareForm({ care, form, busy, first, untitled = false, onLeave }: CareFormProps) {
  const words = FORM_WORDS[form];
  const { place } = care;
  if (!place) return null;
  return (
    <form
      className={styles.form}
      aria-label={words.title}
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        care.submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onLeave) return;
        event.stopPropagation();
        onLeave();
      }}
    >
      {!untitled && <h3>{words.title}</h3>}
      <ErrorSummary errors={care.errors} attempt={care.attempt} before="d’envoyer" />
      <CareFields
        form={form}
        draft={care.draft}
        change={care.change}
        place={place}
        errors={care.errorsByField}
        submit={care.submit}
      />
      <Button
        type="submit"
        fullWidth
        h={44}
        variant={first ? 'filled' : 'default'}
        loading={busy}
        rightSection={
          <span className={styles.sendKeys}>
            <KeyCap>Ctrl</KeyCap>
            <KeyCap>Entrée</KeyCap>
          </span>
        }
      >
        {words.send}
      </Button>
      {care.canUndo && <p className={styles.note}>Rien ne part avant dix secondes{'\u00a0'}: Z annule.</p>}
      {onLeave && (
        <Button type="button" variant="default" fullWidth onClick={onLeave}>
          Revenir, le texte est gardé
        </Button>
      )}
    </form>
  );
}

import { Button, NativeSelect, Textarea } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import {
  EXCEPTIONAL_MINUTES,
  EXCEPTIONAL_REASON_LABELS,
  EXCEPTIONAL_REASONS,
  EXCEPTIONAL_TEXT_MIN,
} from '#contracts/patient';
import type { ExceptionalReason } from '#contracts/patient';
import { useEss } from '../layout/ess-shell.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { fieldId } from '../ui/field-id.ts';
import { NBSP } from '../ui/format.ts';
import { Sheet } from '../ui/sheet.tsx';
import { reasonErrors } from './exceptional.ts';
import { useOpenExceptional } from './patient-api.ts';
import styles from './patient.module.css';
import { Refusal } from './refusal.tsx';
import { useTyped } from './use-typed.ts';
import type { ExceptionalHit } from './views.ts';
import { birthWords } from './words.ts';

const NOT_SAID: { code: ExceptionalReason | null; text: string } = { code: null, text: '' };

/** Why, now: a reason of the list and a sentence, then an hour of reading. */
export function ExceptionalReasonForm({ hit, onBack }: { hit: ExceptionalHit; onBack: () => void }) {
  const { slug, context } = useEss();
  const navigate = useNavigate();
  const form = useTyped('raison', NOT_SAID, ({ code, text }) => reasonErrors(code, text));
  const { code, text } = form.typed;
  const open = useOpenExceptional(slug);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    form.tried();
    if (!code || !form.isWhole || open.isPending) return;
    open.mutate(
      { patientId: hit.id, reasonCode: code, text: text.trim() },
      { onSuccess: () => void navigate(`/${slug}/patients/${hit.id}`) },
    );
  };
  return (
    <Sheet labelledBy="raison">
      <h2 id="raison">2. Pourquoi, maintenant</h2>
      <p className={styles.chosen}>
        <span>
          <strong>
            {hit.birthName} {hit.givenNames}
          </strong>
          <span className="muted small"> {birthWords(hit, new Date())}</span>
        </span>
        <Button variant="default" onClick={onBack}>
          Changer de personne
        </Button>
      </p>
      <form className={styles.form} onSubmit={submit} noValidate aria-label="Dire la raison">
        <ErrorSummary errors={form.errors} before="d’ouvrir" attempt={form.attempt} />
        <Refusal error={open.error} zone={context.ess.timezone} />
        <NativeSelect
          id={fieldId('raison-code')}
          label="Raison"
          autoFocus
          value={code ?? ''}
          error={form.errorOf('code')}
          data={[
            { value: '', label: 'Choisir la raison' },
            ...EXCEPTIONAL_REASONS.map((value) => ({ value, label: EXCEPTIONAL_REASON_LABELS[value] })),
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            form.set({ code: EXCEPTIONAL_REASONS.find((reason) => reason === value) ?? null });
          }}
        />
        <Textarea
          id={fieldId('raison-text')}
          label="En quelques mots"
          description={`Au moins ${EXCEPTIONAL_TEXT_MIN} caractères\u00a0: la personne qui relit l’accès les lira.`}
          autosize
          minRows={3}
          maxLength={1000}
          value={text}
          error={form.errorOf('text')}
          onChange={(event) => form.set({ text: event.currentTarget.value })}
        />
        <div className={styles.acts}>
          <Button type="submit" loading={open.isPending}>
            Ouvrir pour {EXCEPTIONAL_MINUTES}
            {NBSP}minutes, et prévenir
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

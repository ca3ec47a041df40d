import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { SubmitEvent } from 'react';
import { isApiError, messageOf } from '../api/errors.ts';
import { useKeptText } from '../follow-up/use-kept.ts';
import { formatMoment } from '../ui/format.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { Notice } from '../ui/sheet.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import styles from './dpo.module.css';
import { oversightApi, oversightKeys } from './oversight-api.ts';
import { isVerdict, VERDICTS } from './verdicts.ts';
import type { ReviewItem, Verdict } from './views.ts';

/** A verdict and what founds it; given once. */
export function ReviewForm({ item }: { item: ReviewItem }) {
  const { slug, context } = useEss();
  const client = useQueryClient();
  const toast = useUndoToast();
  const name = useId();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const kept = useKeptText(`${context.me.professionalId}:${slug}:${item.id}:review`);
  const note = kept.value;
  const [tried, setTried] = useState(false);
  const tooShort = note.trim().length < 5;
  const give = useMutation({
    mutationFn: (chosen: Verdict) => oversightApi(slug).review(item, chosen, note.trim()),
    onSuccess: (_, chosen) => {
      kept.forget();
      toast({ message: `Avis enregistré\u00a0: ${VERDICTS[chosen].label.toLowerCase()}.` });
      void client.invalidateQueries({ queryKey: oversightKeys.reviews(slug) });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (verdict && !tooShort) give.mutate(verdict);
  };
  const alreadyDone = isApiError(give.error, 'review.already-done');
  // One name each: the same person may open the same file on several days.
  const label = `Avis sur l’accès de ${item.person.name} au dossier de ${item.patient.name}, ${formatMoment(item.at)}, ${item.reasonLabel}`;
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={label}>
      {give.isError && (
        <Notice tone="watch" role="alert">
          {messageOf(give.error)}{' '}
          {alreadyDone && (
            <button
              type="button"
              className={styles.plain}
              onClick={() => void client.invalidateQueries({ queryKey: oversightKeys.reviews(slug) })}
            >
              Recharger la liste
            </button>
          )}
        </Notice>
      )}
      <fieldset className={styles.verdicts}>
        <legend>Votre avis</legend>
        {Object.entries(VERDICTS).map(([value, { label, note: about }]) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={verdict === value}
              onChange={() => setVerdict(isVerdict(value) ? value : null)}
            />
            <span>
              {label}
              <small>{about}</small>
            </span>
          </label>
        ))}
        {tried && !verdict && (
          <p className={styles.fault} role="alert">
            Choisissez un avis.
          </p>
        )}
      </fieldset>
      <Textarea
        label="Ce qui le fonde"
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        error={tried && tooShort ? 'Écrivez-le en quelques mots.' : undefined}
        onChange={(event) => kept.change(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={give.isPending}>
        Enregistrer l’avis
      </Button>
    </form>
  );
}

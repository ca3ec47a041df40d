import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { isApiError, messageOf } from '../api/errors.ts';
import type { RequestView } from '../api/views.ts';
import { whenDone } from '../api/when-done.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { formatTime, NBSP } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import styles from './follow-up.module.css';
import { useKeptText } from './use-kept.ts';
import { useAddToRequest, type AddMove } from './use-request-acts.ts';

const WORDS: Record<AddMove, { label: string; button: string; missing: string; description: string }> = {
  give_info: {
    label: 'Votre réponse',
    button: 'Envoyer le complément',
    missing: 'Écrivez votre réponse en quelques mots.',
    description: 'La demande repart aussitôt vers l’équipe.',
  },
  exam_back: {
    label: 'Le résultat',
    button: 'Ajouter le résultat',
    missing: 'Écrivez le résultat, ou ce qu’il faut en retenir.',
    description: 'Le spécialiste reprend la demande avec ce résultat.',
  },
  ask_again: {
    label: 'Votre question',
    button: 'Envoyer la question',
    missing: 'Écrivez votre question en quelques mots.',
    description: 'La demande se rouvre chez le spécialiste qui a répondu.',
  },
};

interface AddToRequestProps {
  request: RequestView;
  move: AddMove;
  /** The one thing this page waits for. */
  primary?: boolean;
  onLeave?: () => void;
  onSent?: () => void;
}

/** One text to add; a stale screen says who moved first and keeps the text. */
export function AddToRequest({ request, move, primary = false, onLeave, onSent }: AddToRequestProps) {
  const { slug, context } = useEss();
  const add = useAddToRequest(slug, request.id, move);
  const kept = useKeptText(`${context.me.professionalId}:${slug}:${request.id}:${move}`);
  const [missing, setMissing] = useState(false);
  const words = WORDS[move];

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const text = kept.value.trim();
    setMissing(text.length < 3);
    if (text.length < 3) return;
    whenDone(add.mutateAsync({ version: request.version, text }), () => {
      kept.forget();
      onSent?.();
    });
  };
  const stale = isApiError(add.error, 'request.stale') ? add.error.conflict : undefined;
  return (
    <form className={styles.add} onSubmit={submit} noValidate aria-label={words.button}>
      {add.isError && (
        <Notice tone="error" role="alert">
          {stale
            ? `${stale.by} a modifié la demande à ${formatTime(stale.at, context.ess.timezone)}. Votre texte est gardé\u00a0: relisez, puis envoyez à nouveau.`
            : messageOf(add.error)}
        </Notice>
      )}
      <Textarea
        id={`ajout-${move}`}
        label={words.label}
        description={words.description}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={10_000}
        value={kept.value}
        error={missing ? words.missing : undefined}
        onChange={(event) => kept.change(event.currentTarget.value)}
      />
      {kept.savedAt && kept.value !== '' && (
        <p className="muted small">
          Gardé sur cet appareil à{NBSP}
          {formatTime(kept.savedAt, context.ess.timezone)}
        </p>
      )}
      <div className={styles.addButtons}>
        <Button type="submit" variant={primary ? 'filled' : 'default'} loading={add.isPending}>
          {words.button}
        </Button>
        {onLeave && (
          <Button variant="subtle" onClick={onLeave}>
            Plus tard, le texte est gardé
          </Button>
        )}
      </div>
    </form>
  );
}

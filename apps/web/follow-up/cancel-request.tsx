import { Button, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { isApiError, messageOf } from '../api/errors.ts';
import { useCancelRequest } from '../api/use-requests.ts';
import type { RequestView } from '../api/views.ts';
import { formatTime } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';

/** Cancelling asks for a reason, which stays on the thread; a stale screen says who moved first and keeps the text. */
export function CancelRequest({ slug, request }: { slug: string; request: RequestView }) {
  const cancel = useCancelRequest(slug, request.id);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  if (!open) {
    return (
      <Button
        ref={opener}
        variant="default"
        leftSection={<IconX size={18} stroke={1.9} />}
        onClick={() => setOpen(true)}
        fullWidth
      >
        Annuler la demande…
      </Button>
    );
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(reason.trim().length < 3);
    if (reason.trim().length >= 3) cancel.mutate({ version: request.version, reason: reason.trim() });
  };
  const stale = isApiError(cancel.error, 'request.stale') ? cancel.error.conflict : undefined;
  return (
    <form onSubmit={submit} noValidate style={{ display: 'grid', gap: 12 }}>
      {cancel.isError && (
        <Notice tone="error" role="alert">
          {stale
            ? `${stale.by} a modifié la demande à ${formatTime(stale.at)}. Votre texte est gardé\u00a0: relisez, puis annulez à nouveau.`
            : messageOf(cancel.error)}
        </Notice>
      )}
      <Textarea
        label="Pourquoi l’annuler&nbsp;?"
        autosize
        minRows={3}
        maxLength={500}
        data-autofocus
        ref={(area) => {
          if (area && reason === '' && document.activeElement === document.body) area.focus();
        }}
        value={reason}
        error={missing ? 'Écrivez la raison en quelques mots.' : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={cancel.isPending}>
        Annuler cette demande
      </Button>
      <Button variant="default" onClick={() => setOpen(false)}>
        La garder
      </Button>
    </form>
  );
}

import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { IdentityFields, identityErrors, NOBODY } from '../people/identity-fields.tsx';
import people from '../people/people.module.css';
import { useFormErrors } from '../people/use-form-errors.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { platformApi, platformKeys } from './platform-api.ts';

/** One more administrator of an ESS, when the first did not answer or has gone. */
export function InviteAdministrator({ slug, onDone }: { slug: string; onDone: () => void }) {
  const client = useQueryClient();
  const toast = useUndoToast();
  const [who, setWho] = useState(NOBODY);
  const [busy, setBusy] = useState(false);
  const form = useFormErrors();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const errors = identityErrors(who);
    if (errors.length > 0) {
      form.show(errors);
      return;
    }
    setBusy(true);
    try {
      await platformApi.invite(slug, { ...who, email: who.email.trim() });
      void client.invalidateQueries({ queryKey: platformKeys.list });
      toast({ message: `Invitation envoyée à ${who.email.trim()}, pour sept jours.` });
      onDone();
    } catch (thrown) {
      form.showThrown(thrown);
      setBusy(false);
    }
  };
  return (
    <form
      className={people.inset}
      noValidate
      aria-label="Inviter une administration"
      onSubmit={(event) => void submit(event)}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} before="d’inviter" />
      <IdentityFields value={who} messageFor={form.messageFor} onChange={(part) => setWho({ ...who, ...part })} />
      <div className={people.buttons}>
        <Button type="submit" loading={busy}>
          Envoyer l’invitation
        </Button>
      </div>
    </form>
  );
}

import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { civilDay } from '../decision/instants.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { formatCivilDate } from '../ui/format.ts';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { peopleApi, peopleKeys } from './people-api.ts';
import styles from './people.module.css';
import { emptyRole, readRole } from './role-draft.ts';
import { RoleFields } from './role-fields.tsx';
import { useFormErrors } from './use-form-errors.ts';

/** One more role, or the same for another structure. */
export function AddRole({ personId }: { personId: string }) {
  const { slug, context } = useEss();
  const client = useQueryClient();
  const toast = useUndoToast();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const today = civilDay(new Date(), context.ess.timezone);
  const [draft, setDraft] = useState(() => emptyRole(today));
  const form = useFormErrors();
  const options = useQuery({
    queryKey: peopleKeys.options(slug),
    queryFn: () => peopleApi(slug).options(),
    enabled: open,
  });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const read = readRole(draft, options.data, false);
    if ('errors' in read) {
      form.show(read.errors);
      return;
    }
    setBusy(true);
    try {
      await peopleApi(slug).addRole(personId, read.order);
      const { startsOn } = read.order;
      const opens = startsOn > today ? `le ${formatCivilDate(startsOn)}` : 'dès maintenant';
      toast({ message: `Rôle ajouté, il ouvre ${opens}.` });
      setOpen(false);
      void client.invalidateQueries({ queryKey: peopleKeys.all(slug) });
    } catch (thrown) {
      form.showThrown(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="default" aria-expanded={open} onClick={() => setOpen((before) => !before)}>
        Ajouter un rôle…
      </Button>
      {open && (
        <form className={styles.form} noValidate aria-label="Ajouter un rôle" onSubmit={(event) => void submit(event)}>
          <ErrorSummary errors={form.errors} attempt={form.attempt} before="d’ajouter" />
          <RoleFields
            draft={draft}
            options={options.data}
            messageFor={form.messageFor}
            onChange={(part) => setDraft({ ...draft, ...part })}
          />
          <div className={styles.buttons}>
            <Button type="submit" loading={busy}>
              Ajouter ce rôle
            </Button>
          </div>
        </form>
      )}
    </>
  );
}

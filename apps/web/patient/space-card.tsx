import { Button, TextInput } from '@mantine/core';
import { IconListSearch, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { Link } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { fieldId } from '../ui/field-id.ts';
import { Notice, Sheet } from '../ui/sheet.tsx';
import { useInvitePatient } from './patient-api.ts';
import styles from './patient.module.css';
import { Refusal } from './refusal.tsx';
import type { PatientPage } from './views.ts';

const IS_EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Who opened this file, and the patient's own space, where he reads it himself. */
export function SpaceCard({ page }: { page: PatientPage }) {
  const { slug, context } = useEss();
  const mayInvite = context.me.permissions.includes('patient.identity') && !page.readOnly && !page.erased;
  return (
    <Sheet quiet labelledBy="acces">
      <h2 id="acces">Qui a ouvert ce dossier</h2>
      <p>
        <Link className={styles.withIcon} to={`/${slug}/patients/${page.id}/acces`}>
          <IconListSearch size={18} stroke={1.9} aria-hidden="true" />
          Liste des accès
        </Link>
      </p>
      {mayInvite && <Invite page={page} />}
    </Sheet>
  );
}

function Invite({ page }: { page: PatientPage }) {
  const { slug, context } = useEss();
  const invite = useInvitePatient(slug, page.id);
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = email.trim().toLowerCase();
    setMissing(!IS_EMAIL.test(typed));
    if (IS_EMAIL.test(typed)) invite.mutate(typed, { onSuccess: () => setOpen(false) });
  };
  if (!open)
    return (
      <>
        <p className="muted small">Dans son espace, le patient lit lui-même qui a ouvert son dossier.</p>
        {invite.isSuccess && (
          <Notice tone="done" role="status">
            L’invitation part par courriel. Le lien vaut sept jours.
          </Notice>
        )}
        <Button
          variant="default"
          mt={8}
          leftSection={<IconMail size={18} stroke={1.9} aria-hidden="true" />}
          onClick={() => setOpen(true)}
        >
          Inviter le patient à son espace…
        </Button>
      </>
    );
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label="Inviter le patient à son espace">
      <Refusal error={invite.error} zone={context.ess.timezone} />
      <TextInput
        id={fieldId('espace-email')}
        label="Adresse électronique du patient"
        type="email"
        autoComplete="off"
        maxLength={200}
        value={email}
        error={missing && !IS_EMAIL.test(email.trim()) ? 'Écrivez une adresse électronique entière.' : undefined}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <p className="muted small">Le courriel ne dit rien de sa santé ni de ses demandes.</p>
      <div className={styles.acts}>
        <Button type="submit" loading={invite.isPending}>
          Envoyer l’invitation
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          Fermer
        </Button>
      </div>
    </form>
  );
}

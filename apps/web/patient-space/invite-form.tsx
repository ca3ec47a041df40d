import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { messageOf } from '../api/errors.ts';
import { formatDay } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import styles from './patient-space.module.css';
import { spaceApi } from './space-api.ts';

/** One mail, one link: the patient then reads by himself who opened his file. */
export function InviteForm({ slug, patientId }: { slug: string; patientId: string }) {
  const [email, setEmail] = useState('');
  const [missing, setMissing] = useState(false);
  const invite = useMutation({
    mutationFn: () => spaceApi.invite(slug, patientId, email.trim()),
    onSuccess: () => setEmail(''),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const whole = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());
    setMissing(!whole);
    if (whole) invite.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label="Inviter le patient">
      <p className="soft">
        Il y lit qui a ouvert son dossier, son cercle de soins et ses choix. Le courriel ne porte ni son nom ni son
        motif.
      </p>
      {invite.isError && (
        <Notice tone="watch" role="alert">
          {messageOf(invite.error)}
        </Notice>
      )}
      {invite.data && (
        <Notice tone="done" role="status">
          Invitation envoyée. Le lien sert une fois, jusqu’au {formatDay(invite.data.expiresAt)}.
        </Notice>
      )}
      <TextInput
        label="Adresse électronique du patient"
        type="email"
        autoComplete="off"
        maxLength={200}
        value={email}
        error={missing ? 'Indiquez une adresse complète, par exemple prenom.nom@exemple.fr.' : undefined}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={invite.isPending}>
        Inviter
      </Button>
    </form>
  );
}

import { Button } from '@mantine/core';
import { IconListSearch, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { InviteForm } from '../patient-space/invite-form.tsx';
import { Sheet } from '../ui/sheet.tsx';
import styles from './patient.module.css';
import type { PatientPage } from './views.ts';

/** Who opened this file, and the patient's own space, where he reads it himself. */
export function SpaceCard({ page }: { page: PatientPage }) {
  const { slug, context } = useEss();
  const [open, setOpen] = useState(false);
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
      {mayInvite && !open && (
        <Button
          variant="default"
          mt={8}
          leftSection={<IconMail size={18} stroke={1.9} aria-hidden="true" />}
          onClick={() => setOpen(true)}
        >
          Inviter le patient à son espace…
        </Button>
      )}
      {mayInvite && open && <InviteForm slug={slug} patientId={page.id} />}
    </Sheet>
  );
}

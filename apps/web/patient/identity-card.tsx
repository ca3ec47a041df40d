import { Button } from '@mantine/core';
import { IconId, IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { DOCUMENT_KIND_LABELS, IDENTITY_STATUS_LABELS } from '#contracts/patient';
import { useEss } from '../layout/ess-shell.tsx';
import { formatCivilDate, formatDay, formatPhone, NBSP } from '../ui/format.ts';
import { Sheet } from '../ui/sheet.tsx';
import { Tag } from '../ui/tag.tsx';
import { CorrectForm } from './correct-form.tsx';
import { DocumentForm } from './document-form.tsx';
import styles from './patient.module.css';
import type { PatientPage } from './views.ts';
import { formatIns, SEX_WORDS, STATUS_NEXT, STATUS_TONES } from './words.ts';

/** Who he is: traits, the status they have, on what it stands and what would raise it; correcting says what it undoes. */
export function IdentityCard({ page }: { page: PatientPage }) {
  const { context } = useEss();
  const zone = context.ess.timezone;
  const [open, setOpen] = useState<'none' | 'correct' | 'document'>('none');
  const opener = useRef<HTMLButtonElement>(null);
  const { identity, status, statusWhy, document } = page;
  const mayWrite = context.me.permissions.includes('patient.identity') && !page.readOnly && !page.erased;
  const close = () => {
    setOpen('none');
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <Sheet labelledBy="identite">
      <h2 id="identite">Identité</h2>
      <div className={styles.status}>
        <Tag tone={STATUS_TONES[status]}>{IDENTITY_STATUS_LABELS[status]}</Tag>
        <p className="soft">
          {statusWhy} {!page.erased && STATUS_NEXT[status]}
        </p>
      </div>
      <dl className={styles.traits}>
        <Trait label="Nom de naissance" value={identity.birthName} />
        <Trait label="Prénoms" value={identity.givenNames} />
        <Trait label="Nom utilisé" value={identity.usedName} />
        <Trait label="Sexe" value={page.erased ? '' : SEX_WORDS[identity.sex]} />
        <Trait label="Date de naissance" value={page.erased ? '' : formatCivilDate(identity.birthDate)} />
        <Trait label="Lieu de naissance" value={identity.birthPlaceName ?? identity.birthPlaceInsee} />
        <Trait label="Matricule INS" value={formatIns(identity.insMatricule)} />
        <Trait label="Téléphone" value={formatPhone(identity.phone)} />
        <Trait label="Commune" value={identity.communeName ?? ''} />
        <Trait
          label="Pièce d’identité"
          value={
            document
              ? `${DOCUMENT_KIND_LABELS[document.kind]}, vue le ${formatDay(document.at, zone)}${document.by ? ` par ${document.by}` : ''}`
              : page.erased
                ? ''
                : 'aucune vérifiée'
          }
        />
      </dl>
      {mayWrite && open === 'none' && (
        <div className={styles.acts}>
          <Button
            variant="default"
            leftSection={<IconId size={18} stroke={1.9} aria-hidden="true" />}
            onClick={() => setOpen('document')}
          >
            Pièce d’identité vérifiée…
          </Button>
          <Button
            ref={opener}
            variant="default"
            leftSection={<IconPencil size={18} stroke={1.9} aria-hidden="true" />}
            onClick={() => setOpen('correct')}
          >
            Corriger l’identité…
          </Button>
        </div>
      )}
      {mayWrite && open === 'document' && <DocumentForm page={page} onClose={close} />}
      {mayWrite && open === 'correct' && <CorrectForm page={page} onClose={close} />}
      {page.readOnly && !page.erased && (
        <p className="muted small">En lecture seule{NBSP}: rien ne se corrige pendant un accès exceptionnel.</p>
      )}
    </Sheet>
  );
}

function Trait({ label, value }: { label: string; value: string }) {
  if (!value) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { PATIENT_CHANGE_LABELS } from '#contracts/patient';
import { whenDone } from '../api/when-done.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { formatMoment, NBSP } from '../ui/format.ts';
import { Notice, Sheet } from '../ui/sheet.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { usePatientAct } from './patient-api.ts';
import styles from './patient.module.css';
import { Refusal } from './refusal.tsx';
import type { PatientPage } from './views.ts';
import { changeValue, fieldLabel } from './words.ts';

/** What happened to the identity; files joined to this one, which can be parted again. */
export function HistoryCard({ page }: { page: PatientPage }) {
  const { context } = useEss();
  const zone = context.ess.timezone;
  if (page.changes.length === 0 && page.mergedFrom.length === 0) return null;
  return (
    <Sheet labelledBy="historique">
      <h2 id="historique">Historique de l’identité</h2>
      {page.mergedFrom.map((other) => (
        <Joined key={other.id} page={page} other={other} />
      ))}
      <ol className={styles.rows}>
        {page.changes.map((change) => (
          <li key={change.id}>
            <span className={styles.rowMain}>
              <strong>
                {PATIENT_CHANGE_LABELS[change.kind]}
                {change.name && `${NBSP}: ${change.name}`}
              </strong>
              <span className="muted small">
                <time dateTime={change.at}>{formatMoment(change.at, zone)}</time>
                {change.by && `, ${change.by}`}
              </span>
            </span>
            {change.lines.map((line) => (
              <span key={line.field} className="soft small">
                {fieldLabel(line.field)}
                {NBSP}:{' '}
                {line.before && (
                  <>
                    <s>{changeValue(line.field, line.before, page.identity)}</s>
                    <span className="sr-only"> devient </span>
                    <IconArrowRight size={14} stroke={1.9} aria-hidden="true" className={styles.arrow} />
                  </>
                )}
                {changeValue(line.field, line.after, page.identity)}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

function Joined({ page, other }: { page: PatientPage; other: PatientPage['mergedFrom'][number] }) {
  const { slug, context } = useEss();
  const zone = context.ess.timezone;
  const toast = useUndoToast();
  const [asked, setAsked] = useState(false);
  const act = usePatientAct(slug, page.id);
  const mayWrite = context.me.permissions.includes('patient.identity') && !page.readOnly;
  return (
    <div className={styles.joined}>
      <Refusal error={act.error} zone={zone} />
      <p>
        Le dossier «&nbsp;{other.name}&nbsp;» est réuni à celui-ci depuis le{' '}
        <time dateTime={other.at}>{formatMoment(other.at, zone)}</time>.
      </p>
      {mayWrite && !asked && (
        <Button variant="default" onClick={() => setAsked(true)}>
          Séparer à nouveau…
        </Button>
      )}
      {mayWrite && asked && (
        <Notice tone="watch">
          <p>Les deux dossiers reprennent chacun leurs demandes et leur identité d’avant. Rien n’est perdu.</p>
          <div className={styles.acts}>
            <Button
              loading={act.isPending}
              onClick={() =>
                whenDone(act.mutateAsync({ act: 'unmerge', body: { otherId: other.id } }), () =>
                  toast({ message: 'Les deux dossiers sont séparés.', seconds: 5 }),
                )
              }
            >
              Séparer les deux dossiers
            </Button>
            <Button variant="default" onClick={() => setAsked(false)}>
              Les laisser réunis
            </Button>
          </div>
        </Notice>
      )}
    </div>
  );
}

import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { CONSENT_KIND_LABELS, SHARING_STATE_LABELS } from '#contracts/patient';
import { useEss } from '../layout/ess-shell.tsx';
import { formatDay, NBSP } from '../ui/format.ts';
import { Sheet, StateLabel } from '../ui/sheet.tsx';
import { ConsentForm } from './consent-form.tsx';
import styles from './patient.module.css';
import type { PatientPage } from './views.ts';
import { consentWhen, SHARING_TONES, sharingMeans } from './words.ts';

/** The patient's last word on sharing, what it means, and every word before it. */
export function SharingCard({ page }: { page: PatientPage }) {
  const { context } = useEss();
  const zone = context.ess.timezone;
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { sharing, consents } = page;
  const mayWrite = context.me.permissions.includes('patient.circle') && !page.readOnly && !page.erased;
  return (
    <Sheet quiet labelledBy="partage">
      <h2 id="partage">Partage</h2>
      <StateLabel tone={SHARING_TONES[sharing.state]}>{SHARING_STATE_LABELS[sharing.state]}</StateLabel>
      {sharing.since && sharing.mode && <p className="soft">Dit {consentWhen(sharing.mode, sharing.since, zone)}.</p>}
      <p className="muted small">{sharingMeans(sharing)}</p>
      {consents.length > 0 && (
        <details className={styles.more}>
          <summary>Tout ce qui a été dit ({consents.length})</summary>
          <ul className={styles.rows}>
            {consents.map((consent) => (
              <li key={consent.id}>
                <strong>{CONSENT_KIND_LABELS[consent.kind]}</strong>
                <span className="muted small">
                  {consentWhen(consent.mode, consent.at, zone)}
                  {consent.by && `, noté par ${consent.by}`}
                  {formatDay(consent.recordedAt, zone) !== formatDay(consent.at, zone) &&
                    ` le ${formatDay(consent.recordedAt, zone)}`}
                </span>
                {consent.note && (
                  <span className="soft small">
                    «{NBSP}
                    {consent.note}
                    {NBSP}»
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayWrite && !open && (
        <Button ref={opener} variant="default" mt={10} onClick={() => setOpen(true)}>
          Noter ce que dit le patient…
        </Button>
      )}
      {mayWrite && open && (
        <ConsentForm
          page={page}
          onClose={() => {
            setOpen(false);
            requestAnimationFrame(() => opener.current?.focus());
          }}
        />
      )}
    </Sheet>
  );
}

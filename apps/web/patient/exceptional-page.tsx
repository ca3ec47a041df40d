import { IconClockHour4, IconEye, IconMail, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { EXCEPTIONAL_MINUTES } from '#contracts/patient';
import { useEss } from '../layout/ess-shell.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { NBSP } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import { ExceptionalReasonForm } from './exceptional-reason-form.tsx';
import { ExceptionalSearch } from './exceptional-search.tsx';
import { useLiveAccesses } from './patient-api.ts';
import { PatientFrame } from './patient-frame.tsx';
import styles from './patient.module.css';
import { timeLeft } from './time-left.ts';
import type { ExceptionalHit } from './views.ts';

const ENDED: Record<string, string> = {
  heure: 'L’heure est passée\u00a0: le dossier s’est refermé de lui-même. Rien n’est à faire de plus.',
  ferme: 'L’accès est terminé, le dossier est refermé.',
};

/** « Accès exceptionnel »: find one person exactly, say why, then read for an hour. */
export function ExceptionalPage() {
  const { context } = useEss();
  if (!context.me.permissions.includes('access.exceptional')) return <NotFoundPage />;
  return (
    <PatientFrame place="Accès exceptionnel">
      <main id="contenu" className={styles.page}>
        <Steps />
      </main>
    </PatientFrame>
  );
}

function Steps() {
  const { slug } = useEss();
  const [params] = useSearchParams();
  const ended = ENDED[params.get('fin') ?? ''];
  const live = useLiveAccesses(slug);
  const [hit, setHit] = useState<ExceptionalHit | null>(null);
  const now = Date.now();
  const open = (live.data ?? []).filter(({ expiresAt }) => timeLeft(expiresAt, now) !== null);
  return (
    <div className={styles.narrow}>
      <header className={styles.head}>
        <h1>Accès exceptionnel</h1>
        <p className="soft">
          Pour lire le dossier d’une personne que rien d’autre ne vous ouvre, quand ses soins ne peuvent pas attendre.
        </p>
      </header>
      {ended && (
        <Notice tone="done" role="status">
          {ended}
        </Notice>
      )}
      {open.map((access) => (
        <Notice key={access.id} tone="watch">
          L’accès au dossier de {access.patientName} est ouvert, il reste {timeLeft(access.expiresAt, now)}.{' '}
          <Link to={`/${slug}/patients/${access.patientId}`}>Reprendre la lecture</Link>
        </Notice>
      ))}
      <Rules />
      {hit ? <ExceptionalReasonForm hit={hit} onBack={() => setHit(null)} /> : <ExceptionalSearch onChoose={setHit} />}
    </div>
  );
}

/** What it entails, said before anything is asked. */
function Rules() {
  const icon = { size: 20, stroke: 1.9, 'aria-hidden': true } as const;
  return (
    <ul className={styles.rules} aria-label="Ce que cela entraîne">
      <li>
        <IconClockHour4 {...icon} />
        {EXCEPTIONAL_MINUTES}
        {NBSP}minutes, pas une de plus
      </li>
      <li>
        <IconEye {...icon} />
        En lecture seule
      </li>
      <li>
        <IconMail {...icon} />
        Le médecin responsable et le délégué à la protection des données sont prévenus aussitôt
      </li>
      <li>
        <IconShieldCheck {...icon} />
        L’accès est relu, et le patient le voit dans sa liste
      </li>
    </ul>
  );
}

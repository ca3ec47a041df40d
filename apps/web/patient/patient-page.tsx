import { IconArrowLeft, IconInfoCircle } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { IDENTITY_STATUS_LABELS, SHARING_STATE_LABELS } from '#contracts/patient';
import { isApiError, messageOf } from '../api/errors.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { EmptyState } from '../ui/sheet.tsx';
import { Bone } from '../ui/skeletons.tsx';
import { Tag } from '../ui/tag.tsx';
import { useNow } from '../ui/use-now.ts';
import { CircleCard } from './circle-card.tsx';
import { ExceptionalBand } from './exceptional-band.tsx';
import { HistoryCard } from './history-card.tsx';
import { IdentityCard } from './identity-card.tsx';
import { usePatient } from './patient-api.ts';
import { PatientFrame } from './patient-frame.tsx';
import styles from './patient.module.css';
import { RequestsCard } from './requests-card.tsx';
import { SharingCard } from './sharing-card.tsx';
import { SpaceCard } from './space-card.tsx';
import { TalkTo } from './talk-to.tsx';
import type { PatientPage as Page } from './views.ts';
import { birthWords, reasonWords, SHARING_TONES, STATUS_TONES } from './words.ts';

/** One patient: who he is, what was asked for him, who takes care of him, what he said of sharing it. */
export function PatientPage() {
  const { slug } = useEss();
  const { id = '' } = useParams();
  const query = usePatient(slug, id);
  // What was open for an hour and is no more leaves the screen, whatever is still in memory.
  const page = query.isError && !isApiError(query.error, 'network', 'unavailable') ? undefined : query.data;
  return (
    <PatientFrame place="Dossier du patient">
      {page?.exceptional && <ExceptionalBand access={page.exceptional} patientId={page.id} />}
      <main id="contenu" className={styles.page}>
        {!page && query.isPending && <Coming />}
        {!page && query.isError && <Refused query={query} />}
        {page && <Whole page={page} />}
      </main>
    </PatientFrame>
  );
}

function Whole({ page }: { page: Page }) {
  const { slug, context } = useEss();
  const now = new Date(useNow());
  const isDesk = context.me.permissions.includes('request.triage');
  const { identity, sharing, status } = page;
  const relatives = page.circle.filter(({ kind, live, mayTalk }) => kind === 'relative' && live && mayTalk);
  return (
    <>
      <header className={styles.head}>
        <Link className={styles.back} to={`/${slug}/${isDesk ? 'bureau' : 'demandes'}`}>
          <IconArrowLeft size={18} stroke={1.9} aria-hidden="true" />
          {isDesk ? 'Demandes à traiter' : 'Mes demandes'}
        </Link>
        <h1>
          {identity.birthName} {identity.givenNames}
        </h1>
        <p className={styles.tags}>
          <span className="num">{birthWords(identity, now)}</span>
          <Tag tone={STATUS_TONES[status]}>{IDENTITY_STATUS_LABELS[status]}</Tag>
          <Tag tone={SHARING_TONES[sharing.state]}>{SHARING_STATE_LABELS[sharing.state]}</Tag>
        </p>
        <p className={styles.why}>
          <IconInfoCircle size={17} stroke={1.9} aria-hidden="true" />
          {reasonWords(page.reason)}
        </p>
      </header>
      <TalkTo relatives={relatives} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <RequestsCard requests={page.requests} />
          <IdentityCard page={page} />
          <HistoryCard page={page} />
        </div>
        <div className={styles.column}>
          <SharingCard page={page} />
          <CircleCard page={page} />
          <SpaceCard page={page} />
        </div>
      </div>
    </>
  );
}

function Coming() {
  return (
    <div className={styles.head} role="status" aria-label="Chargement du dossier">
      <Bone width="46%" height={30} />
      <Bone width="72%" />
      <Bone height={160} />
      <Bone height={220} />
    </div>
  );
}

/** Absent, not yours, erased, or an hour that is over: said, with where to go. */
function Refused({ query }: { query: ReturnType<typeof usePatient> }) {
  const { error } = query;
  const { slug, context } = useEss();
  if (isApiError(error, 'network', 'unavailable', 'internal')) {
    return <NotLoaded query={query} />;
  }
  const title = isApiError(error, 'patient.erased')
    ? messageOf(error)
    : 'Cette page n’existe pas ou ne vous est pas ouverte.';
  return (
    <EmptyState heading title={title}>
      {context.me.permissions.includes('access.exceptional') && !isApiError(error, 'patient.erased') && (
        <p>
          Il vous le faut pour soigner maintenant&nbsp;?{' '}
          <Link to={`/${slug}/acces-exceptionnel`}>Demander un accès exceptionnel</Link>
        </p>
      )}
      <p>
        <Link to={`/${slug}`}>Revenir à l’accueil</Link>
      </p>
    </EmptyState>
  );
}

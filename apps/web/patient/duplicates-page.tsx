import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { EmptyState, Notice } from '../ui/sheet.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { PairCard } from './pair-card.tsx';
import { useDuplicates } from './patient-api.ts';
import { PatientFrame } from './patient-frame.tsx';
import styles from './patient.module.css';

/** « Doublons possibles »: two files side by side, one person or two; nothing is merged by itself. */
export function DuplicatesPage() {
  const { context } = useEss();
  if (!context.me.permissions.includes('patient.identity')) return <NotFoundPage />;
  return (
    <PatientFrame place="Doublons possibles">
      <main id="contenu" className={styles.page}>
        <header className={styles.head}>
          <h1>Doublons possibles</h1>
          <p className="soft">Deux dossiers qui se ressemblent. Vous dites s’il s’agit d’une personne ou de deux.</p>
        </header>
        <Pairs />
      </main>
    </PatientFrame>
  );
}

function Pairs() {
  const { slug } = useEss();
  const query = useDuplicates(slug);
  const [joinedId, setJoinedId] = useState<string | null>(null);
  return (
    <>
      {joinedId && (
        <Notice tone="done" role="status">
          Les deux dossiers sont réunis. <Link to={`/${slug}/patients/${joinedId}`}>Ouvrir le dossier</Link>
        </Notice>
      )}
      <List query={query} onJoined={setJoinedId} />
    </>
  );
}

function List({ query, onJoined }: { query: ReturnType<typeof useDuplicates>; onJoined: (keptId: string) => void }) {
  if (query.isPending) return <ListSkeleton rows={2} rowHeight={320} />;
  if (query.isError) return <NotLoaded query={query} />;
  if (query.data.length === 0)
    return (
      <EmptyState
        title="Aucun doublon à regarder."
        icon={<IconCircleCheck size={40} stroke={1.6} aria-hidden="true" />}
      >
        <p>Les dossiers qui se ressemblent paraissent ici d’eux-mêmes.</p>
      </EmptyState>
    );
  return (
    <ul className={styles.pairs}>
      {query.data.map((pair) => (
        <li key={`${pair.a.id}:${pair.b.id}`}>
          <PairCard pair={pair} onJoined={onJoined} />
        </li>
      ))}
    </ul>
  );
}

import { IconAlertOctagonFilled, IconInbox } from '@tabler/icons-react';
import { formatSoon, NBSP } from '../ui/format.ts';
import { EmptyState } from '../ui/sheet.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { Tag } from '../ui/tag.tsx';
import { useNow } from '../ui/use-now.ts';
import { ListProblem } from './list-problem.tsx';
import { QueueCard } from './queue-card.tsx';
import { QueueList } from './queue-list.tsx';
import type { QueueListProps } from './queue-list.tsx';
import { emergenciesOf, isNew } from './queue-rows.ts';
import styles from './queue.module.css';

const COUNT = new Intl.NumberFormat('fr-FR');

interface QueuePaneProps extends QueueListProps {
  nextOpeningAt: string | null;
}

/** « Demandes à traiter »: emergencies above everything, then the list. */
export function QueuePane({ queue, selectedId, hrefOf, opened, fresh, nextOpeningAt }: QueuePaneProps) {
  const { query, items, counts, drift } = queue;
  const now = useNow();
  const emergencies = emergenciesOf(items);
  return (
    <section className={styles.pane} aria-labelledby="file-titre">
      <header className={styles.head}>
        <h1 id="file-titre">Demandes à traiter</h1>
        {counts.total > 0 && (
          <Tag>
            {COUNT.format(counts.total).replaceAll('\u202f', NBSP)} {counts.total > 1 ? 'ouvertes' : 'ouverte'}
          </Tag>
        )}
        {counts.late > 0 && <Tag tone="error">{counts.late} en retard</Tag>}
      </header>
      <ListProblem query={query} />
      {emergencies.length > 0 && (
        <div className={styles.emergencies}>
          <h2>
            <IconAlertOctagonFilled size={16} aria-hidden="true" />
            Urgence vitale · {emergencies.length}
          </h2>
          <ul>
            {emergencies.map((item) => (
              <li key={item.id}>
                <QueueCard
                  item={item}
                  to={hrefOf(item.id)}
                  selected={item.id === selectedId}
                  reachable
                  isNew={isNew(item, opened, now)}
                  isFresh={false}
                  drift={drift}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      {query.isPending && (
        <div className={styles.scroll}>
          <ListSkeleton rows={7} rowHeight={88} label="Chargement des demandes" />
        </div>
      )}
      {query.data && items.length === 0 && (
        <EmptyState title="Rien à traiter." icon={<IconInbox size={40} stroke={1.6} aria-hidden="true" />}>
          <p>
            Une nouvelle demande s’affiche ici d’elle-même.
            {nextOpeningAt && ` Le guichet ouvre ${formatSoon(nextOpeningAt, new Date(now))}.`}
          </p>
        </EmptyState>
      )}
      {items.length > emergencies.length && (
        <QueueList queue={queue} selectedId={selectedId} hrefOf={hrefOf} opened={opened} fresh={fresh} />
      )}
    </section>
  );
}

import { formatSoon, plural } from '../ui/format.ts';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './desk.module.css';
import { waitingByClass } from './queue-rows.ts';
import type { DeskQueue } from './use-queue.ts';

/** Beside a desk where nothing is open: what waits in each class, what is late, when the next answer is due. */
export function WaitingPane({ queue: { items, counts, drift } }: { queue: DeskQueue }) {
  const now = useNow() - drift;
  if (items.length === 0) return null;
  return (
    <section className={styles.waiting} aria-labelledby="attente-titre">
      <h2 id="attente-titre">Ce qui attend</h2>
      <ul>
        {waitingByClass(items, now).map(({ value, count, late, nextAt }) => (
          <li key={value}>
            <PriorityChip value={value} />
            <strong>{plural(count, 'demande', 'demandes')}</strong>
            {late > 0 && <span data-late="">{late} en retard</span>}
            {nextAt && <span>prochaine échéance {formatSoon(nextAt, new Date(now))}</span>}
          </li>
        ))}
      </ul>
      {items.length < counts.total && <p>Sur les {items.length} premières de la liste.</p>}
    </section>
  );
}

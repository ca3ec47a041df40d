import type { UseQueryResult } from '@tanstack/react-query';
import { IconShieldCheck } from '@tabler/icons-react';
import { useEss } from '../layout/ess-shell.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { formatDay, plural } from '../ui/format.ts';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { EmptyState, StateLabel } from '../ui/sheet.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import styles from './dpo.module.css';
import { ReviewCard } from './review-card.tsx';
import type { ReviewItem, ReviewList } from './views.ts';

/** Accesses somebody should look at: exceptional ones, and those that something ties to the patient. */
export function ReviewsPage({ reviews }: { reviews: UseQueryResult<ReviewList> }) {
  const { context } = useEss();
  usePageTitle(`Accès à revoir, ${context.ess.name}`);
  return (
    <>
      <h1>Accès à revoir</h1>
      {reviews.isPending && <ListSkeleton rows={3} rowHeight={180} />}
      <NotLoaded query={reviews} />
      {reviews.data && <Found list={reviews.data} zone={context.ess.timezone} />}
    </>
  );
}

function Found({ list, zone }: { list: ReviewList; zone: string }) {
  const open = list.items.filter(({ review }) => !review);
  const done = list.items.filter(({ review }) => review);
  return (
    <>
      <p className={styles.lead}>
        <span>
          Accès exceptionnels, et accès de quelqu’un qui partage un nom, un téléphone, une adresse ou un employeur avec
          le patient. Depuis le {formatDay(list.since, zone)}. Votre avis est chiffré sous la clé du patient, et lu par
          ceux qui revoient.
        </span>
        {list.late > 0 && (
          <StateLabel tone="error">
            {plural(list.late, 'accès attend depuis plus de 7 jours', 'accès attendent depuis plus de 7 jours')}
          </StateLabel>
        )}
      </p>
      {open.length === 0 && (
        <EmptyState title="Rien à revoir." icon={<IconShieldCheck size={40} stroke={1.6} aria-hidden="true" />}>
          <p>Un nouvel accès exceptionnel arrive ici dès qu’il s’ouvre. Repassez une fois par semaine.</p>
        </EmptyState>
      )}
      {open.length > 0 && <h2 className="sr-only">En attente d’un avis</h2>}
      <Cards items={open} zone={zone} label="À revoir" />
      {done.length > 0 && (
        <section aria-labelledby="revus" className={styles.done}>
          <h2 id="revus">Revus</h2>
          <Cards items={done} zone={zone} label="Revus" />
        </section>
      )}
      <details className={styles.silent}>
        <summary>Ce qui n’est pas comparé</summary>
        <ul>
          {list.notCompared.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Cards({ items, zone, label }: { items: ReviewItem[]; zone: string; label: string }) {
  if (items.length === 0) return null;
  return (
    <ul className={styles.cards} aria-label={label}>
      {items.map((item) => (
        <li key={`${item.kind}${item.id}`}>
          <ReviewCard item={item} zone={zone} />
        </li>
      ))}
    </ul>
  );
}

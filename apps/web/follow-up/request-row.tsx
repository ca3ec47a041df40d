import { Link } from 'react-router';
import { showReference } from '#contracts/reference';
import { isOpen } from '#contracts/transitions';
import type { FollowUpItemView } from '../api/views.ts';
import { formatMoment, nameAndAge, NBSP } from '../ui/format.ts';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { StateLabel } from '../ui/sheet.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './follow-up.module.css';
import { plainState, toneOfState, whenWords } from './words.ts';

interface RequestRowProps {
  item: FollowUpItemView;
  slug: string;
  showAuthor: boolean;
}

/** One request of the list: who, why, where it is, what comes next and when. */
export function RequestRow({ item, slug, showAuthor }: RequestRowProps) {
  const now = new Date(useNow());
  return (
    <li className={styles.row} data-priority={item.class ?? undefined}>
      <div className={styles.rowHead}>
        <h2>
          <Link to={`/${slug}/demandes/${item.id}`}>{nameAndAge(item.patientName, item.patientAge)}</Link>
        </h2>
        <PriorityChip value={item.class} audience="requester" />
      </div>
      <p className="soft">
        {item.reasonLabel} · <span className="num nowrap">{showReference(item.reference)}</span>
        {NBSP}· reçue <time dateTime={item.receivedAt}>{formatMoment(item.receivedAt)}</time>
        {showAuthor && ` · ${item.authorName}`}
      </p>
      <p className={styles.rowState}>
        <StateLabel tone={toneOfState(item.state)}>{plainState(item)}</StateLabel>
        {isOpen(item.state) && (
          <span className="soft">
            {item.next.label}
            {item.next.dueAt && `, ${whenWords(item.nextAction, item.next.dueAt, now)}`}
          </span>
        )}
      </p>
    </li>
  );
}

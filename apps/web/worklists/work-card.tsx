import { IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { showReference } from '#contracts/reference';
import { CountdownChip } from '../ui/countdown-chip.tsx';
import { formatPhone, nameAndAge } from '../ui/format.ts';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { Avatar } from '../ui/tag.tsx';
import type { WorkItem } from './views.ts';
import styles from './worklists.module.css';

interface WorkCardProps {
  item: WorkItem;
  slug: string;
  /** What this clock is: « À rappeler avant », « Date à donner avant ». */
  clock: string | null;
  clockFrom?: string | null;
  /** In place of the countdown: a date that is given. */
  moment?: ReactNode;
  children: ReactNode;
}

/** One line of a worklist: how urgent, who, whose, by when, whom to call; then its acts. */
export function WorkCard({ item, slug, clock, clockFrom, moment, children }: WorkCardProps) {
  return (
    <article className={styles.card} data-priority={item.class}>
      <div className={styles.line}>
        <PriorityChip value={item.class} />
        <h3>
          <Link to={`/${slug}/bureau/${item.id}`}>{nameAndAge(item.patientName, item.patientAge)}</Link>
        </h3>
        <span className="muted num nowrap">{showReference(item.reference)}</span>
        <span className={styles.end}>
          <span className={styles.owner}>
            {item.owner.kind === 'user' && <Avatar name={item.owner.name} size={22} />}
            {item.owner.kind === 'desk' ? 'Au guichet' : item.owner.name}
          </span>
          {moment}
          {clock && <CountdownChip dueAt={item.dueAt} startAt={clockFrom} label={clock} />}
        </span>
      </div>
      <p className={styles.summary}>{item.summary}</p>
      <p className={styles.asker}>
        <span>
          {item.requesterName}, {item.organisationName}
        </span>
        {item.requesterPhone && <Call phone={item.requesterPhone} who={item.requesterName} />}
        {item.organisationPhone && item.organisationPhone !== item.requesterPhone && (
          <Call phone={item.organisationPhone} who={item.organisationName} />
        )}
      </p>
      {children}
    </article>
  );
}

function Call({ phone, who }: { phone: string; who: string }) {
  return (
    <a className={styles.call} href={`tel:${phone}`} aria-label={`Appeler ${who}, ${formatPhone(phone)}`}>
      <IconPhone size={16} stroke={1.9} aria-hidden="true" />
      {formatPhone(phone)}
    </a>
  );
}

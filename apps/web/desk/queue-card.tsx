import { IconCircleCheck, IconForms, IconPhone } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { Link } from 'react-router';
import { CHANNEL_LABELS } from '#contracts/enums';
import { CountdownChip } from '../ui/countdown-chip.tsx';
import { nameAndAge } from '../ui/format.ts';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { Avatar, Tag } from '../ui/tag.tsx';
import { CLOCK_WORDS, clockOf } from './queue-rows.ts';
import styles from './queue.module.css';
import type { QueueItem } from './views.ts';

interface QueueCardProps {
  item: QueueItem;
  to: string;
  selected: boolean;
  /** The one card of the list that Tab reaches. */
  reachable: boolean;
  isNew: boolean;
  /** Came a moment ago: fades once. */
  isFresh: boolean;
  drift: number;
  cardRef?: RefObject<HTMLAnchorElement | null>;
}

/** One request of the queue: how urgent and how long, who and where, why. The left edge says the priority again. */
export function QueueCard({ item, to, selected, reachable, isNew, isFresh, drift, cardRef }: QueueCardProps) {
  const Source = item.channel === 'phone' ? IconPhone : IconForms;
  const clock = clockOf(item);
  const taken = item.owner.kind === 'user';
  return (
    <Link
      ref={cardRef}
      to={to}
      className={styles.card}
      data-priority={item.class}
      data-emergency={item.emergency ? '' : undefined}
      data-fresh={isFresh ? '' : undefined}
      data-queue-card={item.id}
      aria-current={selected ? 'true' : undefined}
      tabIndex={reachable ? 0 : -1}
    >
      <span className={styles.line}>
        <PriorityChip value={item.class} />
        {isNew && <Tag tone="info">Nouveau</Tag>}
        {item.classStatus === 'confirmed' && !item.emergency && (
          <span className={styles.confirmed} title="Priorité confirmée">
            <IconCircleCheck size={18} stroke={1.9} aria-hidden="true" />
            <span className="sr-only">Priorité confirmée</span>
          </span>
        )}
        <span className={styles.end}>
          {taken && (
            <span title={item.owner.name} className={styles.owner}>
              <Avatar name={item.owner.name} size={22} />
              <span className="sr-only">Chez {item.owner.name}</span>
            </span>
          )}
          {clock && (
            <CountdownChip
              dueAt={clock.at}
              startAt={clock.from}
              paused={clock.paused}
              label={CLOCK_WORDS[clock.kind]}
              drift={drift}
            />
          )}
        </span>
      </span>
      <span className={styles.line}>
        <span className={styles.name}>{nameAndAge(item.patientName, item.patientAge)}</span>
        <span className={styles.town}>
          <Source size={16} stroke={1.9} aria-hidden="true" />
          <span className="sr-only">{CHANNEL_LABELS[item.channel]}</span>
          {item.communeName}
        </span>
      </span>
      <span className={styles.summary}>{item.summary}</span>
    </Link>
  );
}

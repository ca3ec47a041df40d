import type { ReactNode, RefObject } from 'react';
import { Link } from 'react-router';
import type { PriorityClass } from '#contracts/enums';
import { CountdownChip } from '../ui/countdown-chip.tsx';
import { nameAndAge } from '../ui/format.ts';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { Avatar } from '../ui/tag.tsx';
import { CLOCK_WORDS } from './queue-rows.ts';
import type { QueueClock } from './queue-rows.ts';
import styles from './queue.module.css';

/** Where a card stands in its list. */
export interface CardPlace {
  to: string;
  selected: boolean;
  /** The one card of the list that Tab reaches. */
  reachable: boolean;
  /** Milliseconds this screen's clock is ahead of the server's. */
  drift: number;
}

interface RequestCardProps extends CardPlace {
  item: { id: string; class: PriorityClass; patientName: string; patientAge: number; communeName: string | null };
  emergency: boolean;
  clock: QueueClock | null;
  /** Who has it, when that is worth saying. */
  ownerName: string | null;
  summary: string;
  /** Beside the priority. */
  tags?: ReactNode;
  /** Before the town: where the request came from. */
  source?: ReactNode;
  isFresh?: boolean;
  cardRef?: RefObject<HTMLAnchorElement | null> | undefined;
}

/** One request of a list: how urgent and how long, who and where, why. The left edge says the priority again. */
export function RequestCard(props: RequestCardProps) {
  const { item, clock, ownerName } = props;
  return (
    <Link
      ref={props.cardRef}
      to={props.to}
      className={styles.card}
      data-priority={item.class}
      data-emergency={props.emergency ? '' : undefined}
      data-fresh={props.isFresh ? '' : undefined}
      data-queue-card={item.id}
      aria-current={props.selected ? 'true' : undefined}
      tabIndex={props.reachable ? 0 : -1}
    >
      <span className={`${styles.line} ${styles.wraps}`}>
        <PriorityChip value={item.class} />
        {props.tags}
        <span className={styles.end}>
          {ownerName !== null && (
            <span title={ownerName} className={styles.owner}>
              <Avatar name={ownerName} size={22} />
              <span className="sr-only">Chez {ownerName}</span>
            </span>
          )}
          {clock && (
            <CountdownChip
              dueAt={clock.at}
              startAt={clock.from}
              paused={clock.paused}
              label={CLOCK_WORDS[clock.kind]}
              drift={props.drift}
            />
          )}
        </span>
      </span>
      <span className={styles.line}>
        <span className={styles.name}>{nameAndAge(item.patientName, item.patientAge)}</span>
        <span className={styles.town}>
          {props.source}
          {item.communeName}
        </span>
      </span>
      <span className={styles.summary}>{props.summary}</span>
    </Link>
  );
}

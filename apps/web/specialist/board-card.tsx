import { Link } from 'react-router';
import { CLOCK_WORDS, clockOf } from '../desk/queue-rows.ts';
import cards from '../desk/queue.module.css';
import { CountdownChip } from '../ui/countdown-chip.tsx';
import { nameAndAge } from '../ui/format.ts';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { Avatar, Tag } from '../ui/tag.tsx';
import type { ListName } from './board-rows.ts';
import styles from './specialist.module.css';
import type { WorkItem } from './views.ts';

interface BoardCardProps {
  item: WorkItem;
  list: ListName;
  to: string;
  selected: boolean;
  /** The one card of the lists that Tab reaches. */
  reachable: boolean;
  isMine: boolean;
  drift: number;
}

/** One request of the board: how urgent and how long, who and where, why; and who has it when it is not for anybody. */
export function BoardCard({ item, list, to, selected, reachable, isMine, drift }: BoardCardProps) {
  const clock = clockOf({ ...item, acknowledgedAt: item.takenAt });
  return (
    <Link
      to={to}
      className={cards.card}
      data-priority={item.class}
      data-emergency={item.state === 'emergency' ? '' : undefined}
      data-queue-card={item.id}
      aria-current={selected ? 'true' : undefined}
      tabIndex={reachable ? 0 : -1}
    >
      <span className={`${cards.line} ${styles.wraps}`}>
        <PriorityChip value={item.class} />
        {list === 'awaited' && <Tag tone="waiting">{item.nextAction === 'await_exam' ? 'examen' : 'complément'}</Tag>}
        <span className={cards.end}>
          {list === 'toRead' && !isMine && (
            <span title={item.owner.name} className={cards.owner}>
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
      <span className={cards.line}>
        <span className={cards.name}>{nameAndAge(item.patientName, item.patientAge)}</span>
        <span className={cards.town}>{item.communeName}</span>
      </span>
      <span className={cards.summary}>{item.summary || item.reasonLabel}</span>
    </Link>
  );
}

import { clockOf } from '../desk/queue-rows.ts';
import { RequestCard } from '../desk/request-card.tsx';
import type { CardPlace } from '../desk/request-card.tsx';
import { Tag } from '../ui/tag.tsx';
import type { ListName } from './board-rows.ts';
import type { WorkItem } from './views.ts';

interface BoardCardProps extends CardPlace {
  item: WorkItem;
  list: ListName;
  isMine: boolean;
}

/** One request of the board; and who has it when it is not for anybody. */
export function BoardCard({ item, list, isMine, ...place }: BoardCardProps) {
  return (
    <RequestCard
      {...place}
      item={item}
      emergency={item.state === 'emergency'}
      clock={clockOf({ ...item, acknowledgedAt: item.takenAt })}
      ownerName={list === 'toRead' && !isMine ? item.owner.name : null}
      summary={item.summary || item.reasonLabel}
      tags={
        list === 'awaited' && <Tag tone="waiting">{item.nextAction === 'await_exam' ? 'examen' : 'complément'}</Tag>
      }
    />
  );
}

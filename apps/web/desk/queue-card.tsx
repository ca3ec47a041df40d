import { IconCircleCheck, IconForms, IconPhone } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { CHANNEL_LABELS } from '#contracts/enums';
import { Tag } from '../ui/tag.tsx';
import { clockOf } from './queue-rows.ts';
import styles from './queue.module.css';
import { RequestCard } from './request-card.tsx';
import type { CardPlace } from './request-card.tsx';
import type { QueueItem } from './views.ts';

interface QueueCardProps extends CardPlace {
  item: QueueItem;
  isNew: boolean;
  /** Came a moment ago: fades once. */
  isFresh: boolean;
  cardRef?: RefObject<HTMLAnchorElement | null>;
}

/** One request of the queue. */
export function QueueCard({ item, isNew, ...place }: QueueCardProps) {
  const Source = item.channel === 'phone' ? IconPhone : IconForms;
  return (
    <RequestCard
      {...place}
      item={item}
      emergency={item.emergency}
      clock={clockOf(item)}
      ownerName={item.owner.kind === 'user' ? item.owner.name : null}
      summary={item.summary}
      tags={
        <>
          {isNew && <Tag tone="info">Nouveau</Tag>}
          {item.classStatus === 'confirmed' && !item.emergency && (
            <span className={styles.confirmed} title="Priorité confirmée">
              <IconCircleCheck size={18} stroke={1.9} aria-hidden="true" />
              <span className="sr-only">Priorité confirmée</span>
            </span>
          )}
        </>
      }
      source={
        <>
          <Source size={16} stroke={1.9} aria-hidden="true" />
          <span className="sr-only">{CHANNEL_LABELS[item.channel]}</span>
        </>
      }
    />
  );
}

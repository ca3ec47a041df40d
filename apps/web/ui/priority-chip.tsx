import {
  IconAlertOctagonFilled,
  IconAlertTriangleFilled,
  IconCircle,
  IconCircleHalf2,
  IconSquareRotatedFilled,
} from '@tabler/icons-react';
import { PRIORITY_DESK_WORDS, PRIORITY_WORDS } from '#contracts/enums';
import type { PriorityClass } from '#contracts/enums';
import styles from './chips.module.css';
import { NBSP } from './format.ts';

/** Five silhouettes that differ at 14 px, so that colour is never alone. */
export const PRIORITY_ICONS = {
  P0: IconAlertOctagonFilled,
  P1: IconAlertTriangleFilled,
  P2: IconSquareRotatedFilled,
  P3: IconCircleHalf2,
  P4: IconCircle,
} as const;

interface PriorityChipProps {
  /** `null`: nobody has given a class yet. */
  value: PriorityClass | null;
  /** Desks read « P2 Urgent »; requesters, patients and mails « Sous 7 jours ». */
  audience?: 'desk' | 'requester';
  /** Icon and number alone, where there is no room. */
  short?: boolean;
  size?: 'md' | 'lg';
}

export function PriorityChip({ value, audience = 'desk', short = false, size = 'md' }: PriorityChipProps) {
  if (value === null) {
    return (
      <span className={`${styles.chip} ${styles.none}`} data-size={size}>
        <IconCircle size={size === 'lg' ? 18 : 14} stroke={1.9} aria-hidden="true" />
        {audience === 'desk' ? 'À évaluer' : 'Délai à venir'}
      </span>
    );
  }
  const Icon = PRIORITY_ICONS[value];
  return (
    <span className={`${styles.chip} ${styles[value]}`} data-size={size} data-priority={value}>
      <Icon size={size === 'lg' ? 18 : 14} stroke={2.2} aria-hidden="true" />
      {audience === 'desk' ? (
        <>
          <b>{value}</b>
          {short ? <span className="sr-only">{PRIORITY_DESK_WORDS[value]}</span> : PRIORITY_DESK_WORDS[value]}
        </>
      ) : (
        PRIORITY_WORDS[value].replaceAll(' ', NBSP)
      )}
    </span>
  );
}

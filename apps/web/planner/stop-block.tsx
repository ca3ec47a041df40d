import { IconAlertCircle, IconCar, IconCircleCheck, IconHome2, IconLock } from '@tabler/icons-react';
import { PriorityChip } from '../ui/priority-chip.tsx';
import type { Block } from './lane-geometry.ts';
import styles from './lanes.module.css';
import { TeamBadge } from './team-badge.tsx';
import type { Planner } from './use-planner.ts';
import { isFrozen, isHeld, spanWords, spokenExtras, statusNow, violationsOf } from './words.ts';

interface StopBlockProps {
  planner: Planner;
  block: Block;
  colour: number;
}

const STATUS_ICONS = {
  planned: null,
  not_done: null,
  en_route: IconCar,
  arrived: IconHome2,
  done: IconCircleCheck,
} as const;

/** One stop of a lane, at its hour. */
export function StopBlock({ planner, block, colour }: StopBlockProps) {
  const { selectedId, select, onPointerDown, timeZone, drag, proposal, shown } = planner;
  const { stop, rank, top, height, lines } = block;
  const frozen = isFrozen(stop);
  const isProposed = proposal?.actId === stop.actId;
  const isDisturbed = proposal?.move?.disturbed.some(({ actId }) => actId === stop.actId);
  const isWrong = violationsOf(shown?.violations ?? [], stop.actId).length > 0;
  const StatusIcon = STATUS_ICONS[stop.status];
  const icon = { size: 14, stroke: 2, 'aria-hidden': true } as const;
  return (
    <li className={styles.slot} style={{ top, height }}>
      <span className={styles.badge}>
        <TeamBadge colour={colour} rank={rank} filled={stop.status === 'done'} />
      </span>
      <button
        type="button"
        className={styles.block}
        data-act={stop.actId}
        data-low={lines === 1 ? '' : undefined}
        data-tall={lines > 3 ? '' : undefined}
        data-frozen={frozen ? '' : undefined}
        data-status={statusNow(stop)}
        data-held={drag?.actId === stop.actId ? '' : undefined}
        data-proposed={isProposed ? '' : undefined}
        data-watch={isWrong || isDisturbed ? '' : undefined}
        aria-pressed={selectedId === stop.actId}
        onPointerDown={(event) => {
          // What does not move says so beside, as soon as a hand tries.
          if (!isHeld(stop)) onPointerDown(stop.actId, event);
          else if (event.pointerType !== 'touch') select(stop.actId);
        }}
        onClick={() => select(stop.actId)}
      >
        <span className="sr-only">{rank}.</span>
        <span className={styles.blockName}>{stop.patientName}</span>
        {lines > 1 && (
          <span className={styles.blockLine}>{spanWords({ from: stop.startAt, to: stop.endAt }, timeZone)}</span>
        )}
        {lines > 2 && <span className={styles.blockLine}>{stop.communeName ?? 'Commune inconnue'}</span>}
        <span className={styles.blockSide}>
          <PriorityChip value={stop.class} short />
          <span className={styles.blockIcons}>
            {isWrong && <IconAlertCircle {...icon} className={styles.watchIcon} />}
            {StatusIcon && <StatusIcon {...icon} />}
            {stop.locked && <IconLock {...icon} />}
          </span>
        </span>
        <span className="sr-only">
          {spokenExtras(stop, timeZone)}
          {isWrong && ', à vérifier'}
        </span>
      </button>
    </li>
  );
}

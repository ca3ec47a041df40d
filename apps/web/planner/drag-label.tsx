import { IconAlertCircle } from '@tabler/icons-react';
import { formatTime } from '../ui/format.ts';
import { findVisit } from './find-visit.ts';
import styles from './planner.module.css';
import type { Planner } from './use-planner.ts';
import { placeWords, priceWords } from './words.ts';

/** Under the hand while a visit is carried: where it would go, what that costs and breaks. */
export function DragLabel({ planner }: { planner: Planner }) {
  const { drag, day, proposal, timeZone } = planner;
  if (!drag || !day) return null;
  const { target } = drag;
  const priced = proposal?.actId === drag.actId ? proposal.move : null;
  const startAt = priced ? findVisit(priced.day, drag.actId)?.stop?.startAt : undefined;
  const isLeft = drag.x > window.innerWidth - 320;
  return (
    <div
      className={styles.dragLabel}
      style={{ top: drag.y + 16, ...(isLeft ? { right: window.innerWidth - drag.x + 12 } : { left: drag.x + 16 }) }}
      aria-hidden="true"
    >
      <b>{findVisit(day, drag.actId)?.visit.patientName}</b>
      {target === null && <span>Relâchez sur une équipe.</span>}
      {target && <span>{placeWords(day, target, startAt ?? target.startAt, timeZone)}</span>}
      {target?.startAt && (
        <span>
          heure gardée{'\u00a0'}: {formatTime(target.startAt, timeZone)}
        </span>
      )}
      {target && priced && <span className={styles.dragPrice}>{priceWords(priced.priceMin, priced.priceKm)}</span>}
      {target && !priced && <span>…</span>}
      {target &&
        priced?.violations.map(({ text }) => (
          <span key={text} className={styles.dragBreak}>
            <IconAlertCircle size={14} stroke={1.9} aria-hidden="true" />
            {text}
          </span>
        ))}
    </div>
  );
}

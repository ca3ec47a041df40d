import { IconAlertCircle } from '@tabler/icons-react';
import { formatTime, NBSP } from '../ui/format.ts';
import { BreakWords } from './break-words.tsx';
import { findVisit, upset } from './find-visit.ts';
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
  // The road may not let it be there at the hour that is asked.
  const isKept = !startAt || formatTime(startAt, timeZone) === formatTime(target?.startAt ?? startAt, timeZone);
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
          {isKept ? 'heure gardée' : 'heure demandée'}
          {NBSP}: {formatTime(target.startAt, timeZone)}
        </span>
      )}
      {target && priced && <span className={styles.dragPrice}>{priceWords(priced.priceMin, priced.priceKm)}</span>}
      {target && !priced && <span>…</span>}
      {target &&
        priced?.violations.map((violation) => (
          <span key={`${violation.actId}-${violation.text}`} className={styles.dragBreak}>
            <IconAlertCircle size={14} stroke={1.9} aria-hidden="true" />
            <BreakWords whose={upset(priced.day, drag.actId, violation)} text={violation.text} />
          </span>
        ))}
    </div>
  );
}

import { IconAlertCircle, IconClock, IconLock } from '@tabler/icons-react';
import { VISIT_STATUS_LABELS } from '#contracts/care';
import { nameAndAge, NBSP } from '../ui/format.ts';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { shortDayWords } from './dates.ts';
import styles from './unplanned.module.css';
import type { Planner } from './use-planner.ts';
import type { VisitView, ViolationView } from './views.ts';
import { examsWords, isHeld, minutesWords } from './words.ts';

interface VisitCardProps {
  planner: Planner;
  visit: VisitView;
  reasons: readonly ViolationView[];
}

/** A visit nobody drives to yet: what it is, before when, how long; and why it was left out. */
export function VisitCard({ planner, visit, reasons }: VisitCardProps) {
  const { selectedId, select, onPointerDown, timeZone, drag, proposal } = planner;
  return (
    <button
      type="button"
      className={styles.card}
      data-act={visit.actId}
      data-class={visit.class}
      data-held={drag?.actId === visit.actId ? '' : undefined}
      data-proposed={proposal?.actId === visit.actId ? '' : undefined}
      aria-pressed={selectedId === visit.actId}
      onPointerDown={isHeld(visit) ? undefined : (event) => onPointerDown(visit.actId, event)}
      onClick={() => select(visit.actId)}
    >
      <span className={styles.top}>
        <PriorityChip value={visit.class} />
        <span className={styles.minutes}>
          <IconClock size={14} stroke={1.9} aria-hidden="true" />
          {minutesWords(visit.serviceMin)}
        </span>
      </span>
      <span className={styles.name}>
        {nameAndAge(visit.patientName, visit.patientAge)}
        {visit.locked && <IconLock size={14} stroke={2} aria-label="Verrouillée" />}
      </span>
      <span className={styles.line}>
        {visit.communeName ?? 'Commune inconnue'} · avant {shortDayWords(visit.dueAt, timeZone)}
      </span>
      <span className={styles.line}>{examsWords(visit.exams)}</span>
      {visit.lastNotDone && (
        <span className={styles.reason}>
          <IconAlertCircle size={14} stroke={1.9} aria-hidden="true" />
          {VISIT_STATUS_LABELS.not_done} {shortDayWords(visit.lastNotDone.at, timeZone)}
          {NBSP}: {visit.lastNotDone.reasonLabel}
        </span>
      )}
      {reasons.map(({ text }) => (
        <span key={text} className={styles.reason}>
          <IconAlertCircle size={14} stroke={1.9} aria-hidden="true" />
          {text}
        </span>
      ))}
    </button>
  );
}

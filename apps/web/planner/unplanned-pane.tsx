import { IconMapPinCheck } from '@tabler/icons-react';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { DraftedElsewhere } from './drafted-elsewhere.tsx';
import styles from './unplanned.module.css';
import type { Planner } from './use-planner.ts';
import { VisitCard } from './visit-card.tsx';
import type { VisitView } from './views.ts';
import { violationsOf } from './words.ts';

/** The gravest first, then what is due first. */
const byUrgency = (one: VisitView, other: VisitView) =>
  one.class.localeCompare(other.class) || one.dueAt.localeCompare(other.dueAt);

/** Visits ordered and not placed; also where a visit is put back. */
export function UnplannedPane({ planner }: { planner: Planner }) {
  const { shown, drag } = planner;
  const visits = [...(shown?.unplanned ?? [])].sort(byUrgency);
  const isOver = drag !== null && drag.target !== null && drag.target.teamId === null;
  return (
    <section
      className={styles.pane}
      aria-labelledby="a-placer"
      data-unplanned=""
      data-drag-scroll=""
      data-over={isOver ? '' : undefined}
    >
      <h2 id="a-placer" className={styles.title}>
        À placer
        {shown && <span className={styles.count}>{visits.length}</span>}
      </h2>
      {!shown && <ListSkeleton rows={3} rowHeight={118} label="Chargement des visites" />}
      {shown && visits.length === 0 && (
        <p className={styles.none}>
          <IconMapPinCheck size={28} stroke={1.6} aria-hidden="true" />
          {shown.totals.visits + shown.draftedElsewhere.length === 0
            ? 'Aucune visite à planifier.'
            : 'Toutes les visites ont leur place.'}
        </p>
      )}
      {visits.length > 0 && (
        <ul className={styles.list}>
          {visits.map((visit) => (
            <li key={visit.actId}>
              <VisitCard planner={planner} visit={visit} reasons={violationsOf(shown?.violations ?? [], visit.actId)} />
            </li>
          ))}
        </ul>
      )}
      {shown && <DraftedElsewhere key={shown.date} visits={shown.draftedElsewhere} />}
    </section>
  );
}
